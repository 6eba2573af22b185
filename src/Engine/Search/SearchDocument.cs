namespace Guildhall.Engine.Search;

/// <summary>A skill with a level, 1 to 10, and a mark: verified of a freelancer, required by a job.</summary>
public readonly record struct SkillMark(int SkillId, int Level, bool Marked)
{
    /// <summary>Level and mark in one byte; a higher level is always the higher code.</summary>
    public byte Code => (byte)(Math.Clamp(Level, 1, 10) * 2 + (Marked ? 1 : 0));

    /// <summary>The least code of a level.</summary>
    public static byte Least(int level) => (byte)(Math.Clamp(level, 0, 11) * 2);

    /// <summary>The highest code of a level.</summary>
    public static byte Most(int level) => (byte)(Math.Clamp(level, 0, 11) * 2 + 1);
}

/// <summary>One value of one dimension: "country" "AR".</summary>
public readonly record struct SearchLabel(string Dimension, string Value);

/// <summary>What an index of one kind of thing counts and orders by.</summary>
/// <param name="Facets">
/// Dimensions whose values are counted. <see cref="Skills"/> is one of them when it is named; its values are ids.
/// </param>
/// <param name="Numbers">Number of numbers of each document.</param>
public sealed record SearchSchema(IReadOnlyList<string> Facets, int Numbers)
{
    /// <summary>The dimension that the skills of a document make.</summary>
    public const string Skills = "skills";
}

/// <summary>Something that can be found.</summary>
/// <param name="Id">Also the tie-break between equals: the lower comes first.</param>
public sealed record SearchDocument(Guid Id)
{
    /// <summary>As a number: not stated. No range holds it, and in every order it comes last.</summary>
    public const long Missing = long.MinValue;

    /// <summary>Every word it can be found by.</summary>
    public TermVector Words { get; init; } = TermVector.Empty;

    /// <summary>The words of its name alone.</summary>
    public TermVector Name { get; init; } = TermVector.Empty;

    /// <summary>The words of what it shows alone: a portfolio.</summary>
    public TermVector Shown { get; init; } = TermVector.Empty;

    /// <summary>Skills it has or asks for. Of several marks of one skill the highest code counts.</summary>
    public IReadOnlyList<SkillMark> Skills { get; init; } = [];

    /// <summary>Skills that what it shows was made with.</summary>
    public IReadOnlyList<int> ShownSkills { get; init; } = [];

    /// <summary>Values it has; of one dimension as many as it likes.</summary>
    public IReadOnlyList<SearchLabel> Labels { get; init; } = [];

    /// <summary>As many as the schema says.</summary>
    public IReadOnlyList<long> Numbers { get; init; } = [];
}
