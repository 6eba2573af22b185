namespace Guildhall.Shared.Ui;

/// <summary>The drawings, on a 96 grid; class "second" is the brass ink.</summary>
static class Engravings
{
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        ["hall"] = """
            <path d="M10 84h76M14 80h68M16 40 48 18l32 22Z"/><path d="M22 38.5 48 21l26 17.5" class="second"/>
            <path d="M20 44v36M26 44v36M38 44v36M44 44v36M52 44v36M58 44v36M70 44v36M76 44v36M18 44h60"/>
            <path d="M29 80V60a3.5 3.5 0 0 1 7 0v20M60.5 80V60a3.5 3.5 0 0 1 7 0v20" class="second"/>
            <path d="M48 18V8M48 8.5c4-2.5 7 2 11 0v5.5c-4 2-7-2.5-11 0" class="second"/>
            <circle cx="48" cy="32" r="4"/>
            <path d="M22 47v30M24 47v30M40 47v30M42 47v30M54 47v30M56 47v30M72 47v30M74 47v30" stroke-width=".6"/>
            <path d="M6 88h84" stroke-width=".7"/>
            """,
        ["scales"] = """
            <path d="M48 14v64M34 84h28M38 80h20M44 78h8"/><circle cx="48" cy="11" r="3" class="second"/>
            <path d="M18 24c10 4 20-4 30-4s20 8 30 4"/><path d="M18 24 8 54h20ZM78 24 68 54h20Z"/>
            <path d="M6 54c1 7 6 10 12 10s11-3 12-10ZM66 54c1 7 6 10 12 10s11-3 12-10Z"/>
            <path d="M10 57h16M12 60h12M70 57h16M72 60h12" stroke-width=".6"/>
            <path d="M13 54v-6h10v6M74 54v-9h8v9M76 45v-3h4v3" class="second"/>
            <path d="M46 26v48M50 26v48" stroke-width=".6"/>
            """,
        ["seal"] = """
            <path d="M22 8h44l10 10v44M22 8v70h26M66 8v10h10"/>
            <path d="M30 24h36M30 32h36M30 40h36M30 48h20" stroke-width=".8"/>
            <circle cx="64" cy="64" r="15" class="second"/><circle cx="64" cy="64" r="11" class="second"/>
            <path d="m57 64 5 5 9-10" class="second"/>
            <path d="M56 77 52 92l7-4 5 5 3-13M72 77l4 15-7-4-3 5"/>
            <path d="M64 46v3M64 79v3M46 64h3M79 64h3M51 51l2 2M75 75l2 2M51 77l2-2M75 53l2-2"
              stroke-width=".7" class="second"/>
            <path d="M30 60h12M30 68h9" stroke-width=".8"/>
            """,
        ["tools"] = """
            <path d="m20 76 40-40M26 82l40-40" /><path d="M20 76c-3 3-1 9 3 9 2 0 3-1 4-3"/>
            <path d="m58 34 10-12 12 12-12 10Z"/><path d="m68 22 6-5 11 11-5 6" class="second"/>
            <path d="m23 79 40-40" stroke-width=".6"/>
            <path d="M76 84 38 46M82 78 44 40M76 84l5 3 4-4-3-5"/>
            <path d="M38 46 22 34l-8-20 20 8 10 18" class="second"/>
            <path d="M18 18 34 34M20 16l16 16" stroke-width=".6" class="second"/>
            <path d="M73 79 68 84M79 73l5-5" stroke-width=".7"/>
            <path d="M8 91h80" stroke-width=".7"/>
            """,
        ["quill"] = """
            <path d="M82 8C58 12 40 28 34 58l-4 14c10-3 26-8 36-24M82 8c2 16-4 30-16 40"/>
            <path d="M82 8C62 24 44 44 30 72l-5 10"/>
            <path d="M44 40h14M40 48h14M37 56h12M50 32h14M56 25h12M64 18h10" stroke-width=".6"/>
            <path d="M12 86c10-5 16 4 26 0s16 4 26 0" class="second"/>
            <path d="M64 66h20l4 20H60ZM68 66v-5h12v5" class="second"/>
            <path d="M63 76h22M62 80h24" stroke-width=".6" class="second"/>
            """,
        ["key"] = """
            <circle cx="28" cy="32" r="18"/>
            <circle cx="28" cy="32" r="12" class="second"/>
            <path d="M28 26v12M22 32h12" class="second"/>
            <path d="m41 44 38 38M37 48l38 38M79 82l-4 4"/><path d="m66 69 7-7 5 5-3 3 4 4-6 6M55 58l6-6"/>
            <path d="m40 47 37 37" stroke-width=".6"/>
            <path d="M16 24a15 15 0 0 1 8-6M16 40a15 15 0 0 0 8 7" stroke-width=".6"/>
            """,
        ["ledger"] = """
            <path d="M48 22C38 14 22 14 10 18v60c12-4 28-4 38 4 10-8 26-8 38-4V18c-12-4-28-4-38 4ZM48 22v60"/>
            <path d="M10 22 6 24v60c14-4 30-3 42 4 12-7 28-8 42-4V24l-4-2"/>
            <path d="M17 30c8-2 16-2 24 2M17 38c8-2 16-2 24 2M17 46c8-2 16-2 24 2M17 54c8-2 16-2 24 2
              M17 62c8-2 16-2 24 2" stroke-width=".7"/>
            <path d="M55 32c8-4 16-4 24-2M55 40c8-4 16-4 24-2M55 48c8-4 16-4 24-2" stroke-width=".7"/>
            <path d="M70 26v38" stroke-width=".7" class="second"/>
            <path d="M55 58c8-4 16-4 24-2M55 64c8-4 16-4 24-2M55 66.5c8-4 16-4 24-2" class="second"/>
            """,
        ["compass"] = """
            <circle cx="48" cy="48" r="38"/><circle cx="48" cy="48" r="33"/>
            <path d="m48 20 7 21 21 7-21 7-7 21-7-21-21-7 21-7Z" />
            <path d="m48 20 7 21-7 7ZM76 48l-21 7-7-7ZM48 76l-7-21 7-7ZM20 48l21-7 7 7Z"
              class="second"/>
            <path d="M48 10v5M48 81v5M10 48h5M81 48h5M21 21l4 4M71 71l4 4M21 75l4-4M71 25l4-4"/>
            <path d="M33.5 12.8l1.5 3.600M62.5 12.8 61 16.400M33.5 83.200l1.5-3.600M62.5 83.2 61 79.600
              M12.8 33.5l3.6 1.5M12.8 62.5l3.6-1.5M83.2 33.5 79.6 35M83.2 62.5 79.6 61"
              stroke-width=".7"/>
            <circle cx="48" cy="48" r="2.5"/>
            """,
    };
}
