using System.Text;

namespace Guildhall.Accounts;

/// <summary>Passwords that guessers try first, and the disguises under which they come back.</summary>
static class Blocklist
{
    const string Resource = "Guildhall.Resources.security.common_passwords.tsv";
    const string Walks =
        "abcdefghijklmnopqrstuvwxyz 01234567890 qwertyuiop asdfghjkl zxcvbnm qwertzuiop azertyuiop 1qaz2wsx3edc4rfv";

    public static HashSet<string> Load()
    {
        using var stream = typeof(Blocklist).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var all = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line) if (!line.StartsWith('#')) all.Add(line);
        return all;
    }

    /// <summary>
    /// "P@ssw0rd2024!!" becomes "password": figures as letters where they stand inside, decoration at the ends gone.
    /// </summary>
    public static string Fold(string password)
    {
        var lower = password.ToLowerInvariant().Trim()
            .TrimEnd('!', '.', '?', '*', '#', '$', '_', '-', ' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9')
            .TrimStart('!', '.', '?', '*', '#', '_', '-', ' ');
        var letters = new StringBuilder(lower.Length);
        foreach (var c in lower)
        {
            var plain = c switch
            {
                '0' => 'o', '1' or '!' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', _ => c,
            };
            if (char.IsLetter(plain)) letters.Append(plain);
        }
        return letters.ToString();
    }

    /// <summary>What is left of a text without these words.</summary>
    public static string Rest(string text, IReadOnlyList<string> words)
    {
        foreach (var word in words.OrderByDescending(w => w.Length)) text = text.Replace(word, "");
        return text;
    }

    /// <summary>Whether it is mostly runs along the alphabet, the figures or a keyboard row, either way.</summary>
    public static bool IsWalk(string password)
    {
        var text = password.ToLowerInvariant();
        var back = new string([.. Walks.Reverse()]);
        var inRuns = 0;
        for (var i = 0; i + 3 <= text.Length;)
        {
            var run = 3;
            if (!Stands(text.AsSpan(i, 3))) { i++; continue; }
            while (i + run < text.Length && Stands(text.AsSpan(i, run + 1))) run++;
            (inRuns, i) = (inRuns + run, i + run);
        }
        return inRuns >= text.Length - 3;

        bool Stands(ReadOnlySpan<char> part) => Walks.AsSpan().Contains(part, StringComparison.Ordinal)
            || back.AsSpan().Contains(part, StringComparison.Ordinal);
    }
}
