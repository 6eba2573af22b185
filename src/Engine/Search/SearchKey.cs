namespace Guildhall.Engine.Search;

/// <summary>
/// What a search index can be asked for, each as one 64-bit number: words, skills and labels live in one space.
/// </summary>
public static class SearchKey
{
    const ulong ShownSalt = 0x9E37_79B9_7F4A_7C15, NamedSalt = 0xC2B2_AE3D_27D4_EB4F, SkillSalt = 0x1656_67B1_9E37_79F9;

    /// <summary>A word of the text, in the form <see cref="TermVector.Stem(string)"/> gives.</summary>
    public static ulong Word(string term) => TermVector.Hash(term);

    /// <summary>A word (its <see cref="Word"/>) of what is shown.</summary>
    public static ulong Shown(ulong word) => Mix(word ^ ShownSalt);

    /// <summary>A word (its <see cref="Word"/>) of the name.</summary>
    public static ulong Named(ulong word) => Mix(word ^ NamedSalt);

    /// <summary>A skill somebody has, or that is asked for.</summary>
    public static ulong Skill(int skillId) => Mix((uint)skillId + SkillSalt);

    /// <summary>A skill that what is shown was made with.</summary>
    public static ulong ShownSkill(int skillId) => Mix((uint)skillId + SkillSalt ^ ShownSalt);

    /// <summary>A value of a dimension. Words hold no line break, so none is a label.</summary>
    public static ulong Label(string dimension, string value) => TermVector.Hash(dimension, value);

    static ulong Mix(ulong x)
    {
        x = (x ^ x >> 30) * 0xBF58_476D_1CE4_E5B9;
        x = (x ^ x >> 27) * 0x94D0_49BB_1331_11EB;
        return x ^ x >> 31;
    }
}
