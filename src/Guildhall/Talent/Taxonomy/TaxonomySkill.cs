using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Talent.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Talent.Taxonomy;

/// <summary>A skill as it is stored. Once an administrator edited it, the file is silent.</summary>
public sealed class TaxonomySkill : IVersioned
{
    public required int Id { get; init; }
    public required string Slug { get; init; }
    public string Name { get; private set; } = "";
    public string? NameEs { get; private set; }
    public string Category { get; private set; } = "";
    public SkillKind Kind { get; private set; }
    public int Difficulty { get; private set; }
    public List<string> Prerequisites { get; private set; } = [];
    public List<string> Aliases { get; private set; } = [];
    public List<string> Related { get; private set; } = [];
    public string? Icon { get; private set; }
    public int Demand { get; private set; }
    public bool IsRetired { get; private set; }
    public int? MergedInto { get; private set; }
    public bool IsEdited { get; private set; }
    public long Version { get; set; }

    public SkillWords Words => new(Name, NameEs, Category, Kind, Difficulty, Prerequisites, Aliases, Related, Icon);

    /// <summary>Takes the file's row, unless an administrator's word stands.</summary>
    public void Import(SkillWords words)
    {
        if (IsEdited) return;
        Take(words);
        IsRetired = false;
    }

    /// <summary>The file dropped it: what nobody edited is no longer offered.</summary>
    public void Drop()
    {
        if (!IsEdited) IsRetired = true;
    }

    public void Edit(SkillWords words)
    {
        RefuseIfMerged();
        Take(words);
        IsEdited = true;
    }

    public void Retire(bool retired)
    {
        RefuseIfMerged();
        (IsRetired, IsEdited) = (retired, true);
    }

    /// <summary>This skill's words now mean the other; both keep what was said of them.</summary>
    public void MergeInto(TaxonomySkill other)
    {
        if (other.Id == Id) throw new Refused($"A skill cannot be merged into itself.", "same_skill", "Into");
        if (other.IsRetired)
            throw new Refused($"{other.Name} is retired. Merge into a skill that is offered.", "skill_retired", "Into");
        RefuseIfMerged();
        var words = Aliases.Append(Name).Concat(NameEs is null ? [] : [NameEs]);
        other.Aliases = [.. other.Aliases, .. words.Where(w => !other.Aliases.Contains(w))];
        (Aliases, IsRetired, MergedInto, IsEdited, other.IsEdited) = ([], true, other.Id, true, true);
    }

    /// <summary>References by slug that must not point to a skill that is gone.</summary>
    public void Forget(string slug, string? instead)
    {
        if (!Prerequisites.Contains(slug) && !Related.Contains(slug)) return;
        Prerequisites = Without(Prerequisites);
        Related = [.. Without(Related).Except(Prerequisites)];
        IsEdited = true;

        List<string> Without(List<string> slugs) => [.. slugs.Select(s => s == slug ? instead : s)
            .OfType<string>().Where(s => s != Slug).Distinct()];
    }

    /// <summary>True when the count changed.</summary>
    public bool CountDemand(int openJobs)
    {
        var changed = Demand != openJobs;
        Demand = openJobs;
        return changed;
    }

    void RefuseIfMerged()
    {
        if (MergedInto is not null)
            throw new Refused($"{Name} was merged into another skill. Edit that one.", "skill_merged");
    }

    void Take(SkillWords words)
    {
        (Name, NameEs, Category, Kind, Difficulty, Icon) =
            (words.Name, words.NameEs, words.Category, words.Kind, words.Difficulty, words.Icon);
        (Prerequisites, Aliases, Related) = ([.. words.Prerequisites], [.. words.Aliases], [.. words.Related]);
    }
}

/// <summary>All that a file row or an administrator says of a skill.</summary>
public sealed record SkillWords(
    string Name, string? NameEs, string Category, SkillKind Kind, int Difficulty, IReadOnlyList<string> Prerequisites,
    IReadOnlyList<string> Aliases, IReadOnlyList<string> Related, string? Icon);

sealed class TaxonomySkillTable : IEntityTypeConfiguration<TaxonomySkill>
{
    public void Configure(EntityTypeBuilder<TaxonomySkill> table)
    {
        table.ToTable("talent_skills");
        table.Property(s => s.Id).ValueGeneratedNever();
        table.HasIndex(s => s.Slug).IsUnique();
        table.Ignore(s => s.Words);
    }
}
