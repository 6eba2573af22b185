namespace Guildhall.Engine.Matching;

/// <summary>
/// A level and the weight of its evidence in one byte, 0..219: <c>10 · step + level - 1</c>. Steps 0..20 are claims, in
/// the twentieths they count (see <see cref="PreparedFreelancer.WorthlessClaims"/>); step 21 is verified.
/// </summary>
static class EvidenceCode
{
    public const int Count = 10 * (Verified + 1);

    const int Verified = PreparedFreelancer.FullClaims + 1;

    public static byte Of(int level, bool verified, int unverified) =>
        (byte)(10 * (verified ? Verified : ClaimStep(unverified)) + level - 1);

    public static int Level(byte code) => code % 10 + 1;

    public static bool IsVerified(byte code) => code / 10 == Verified;

    /// <summary>In thousandths.</summary>
    public static int Weight(byte code) => weights[code];

    public static int ClaimStep(int unverified) =>
        Math.Clamp(PreparedFreelancer.WorthlessClaims - unverified, 0, PreparedFreelancer.FullClaims);

    public static int ClaimWeight(int step) =>
        PreparedFreelancer.ClaimPermille * step / PreparedFreelancer.FullClaims;

    /// <summary>
    /// What the best of several levels is at most: the highest verified in the low four bits, the highest claimed in
    /// the high four.
    /// </summary>
    public static byte Better(byte best, byte code)
    {
        var level = Level(code);
        return IsVerified(code)
            ? (byte)(best & 0xF0 | Math.Max(best & 0xF, level))
            : (byte)(Math.Max(best >> 4, level) << 4 | best & 0xF);
    }

    /// <summary>Credits by code of a skill asked for at this level: <see cref="SkillFit"/> without its edge.</summary>
    public static ReadOnlySpan<ushort> Credits(int asked) => credits.AsSpan((asked - 1) * 256, 256);

    /// <summary>The most that a <see cref="Better"/> byte stands for.</summary>
    public static int Best(ReadOnlySpan<ushort> credits, byte best)
    {
        var most = 0;
        if ((best & 0xF) > 0) most = credits[10 * Verified + (best & 0xF) - 1];
        if (best >> 4 > 0) most = Math.Max(most, credits[10 * PreparedFreelancer.FullClaims + (best >> 4) - 1]);
        return most;
    }

    /// <summary>A code of the weightiest evidence that a <see cref="Better"/> byte stands for.</summary>
    public static byte Strongest(byte best) =>
        (byte)(10 * ((best & 0xF) > 0 ? Verified : PreparedFreelancer.FullClaims));

    static readonly ushort[] weights = [.. Enumerable.Range(0, 256)
        .Select(code => (ushort)(code / 10 == Verified ? 1_000 : ClaimWeight(Math.Min(code / 10, Verified))))];

    static readonly ushort[] credits = All();

    static ushort[] All()
    {
        var all = new ushort[10 * 256];
        for (var asked = 1; asked <= 10; asked++)
            for (var code = 0; code < Count; code++)
                all[(asked - 1) * 256 + code] =
                    (ushort)(SkillFit.Level(Level((byte)code), asked) * Weight((byte)code) / 1_000);
        return all;
    }
}
