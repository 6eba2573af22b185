namespace Guildhall.Engine.Matching;

/// <summary>A skill that a job does not ask for but that work like it usually needs.</summary>
/// <param name="SkillId">The skill.</param>
/// <param name="Permille">How much knowing it says, 1..1000: its probability times its rarity.</param>
/// <param name="CauseSkill">The skill asked for that speaks for it most, or null.</param>
/// <param name="CauseWords">The words of the title that speak for it most, or null.</param>
public sealed record ExpectedSkill(int SkillId, int Permille, int? CauseSkill, string? CauseWords)
{
    /// <summary>Most expected skills of one job.</summary>
    public const int Most = 32;
}
