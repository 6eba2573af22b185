namespace Guildhall.Engine.Matching;

/// <summary>A skill a freelancer has, or says they have.</summary>
/// <param name="SkillId">The skill in the site's taxonomy.</param>
/// <param name="Level">1 (has seen it) to 10 (others learn it from them); values outside are clamped.</param>
/// <param name="Verified">True when a test, a certificate or a reviewed contract stands behind the level, not only
/// the person's word.</param>
public readonly record struct SkillClaim(int SkillId, int Level, bool Verified);
