using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Talent.Profiles;

sealed class ProfileTable : IEntityTypeConfiguration<Profile>
{
    public void Configure(EntityTypeBuilder<Profile> table)
    {
        table.ToTable("talent_profiles").HasKey(p => p.AccountId);
        table.Property(p => p.AccountId).ValueGeneratedNever();
        table.Ignore(p => p.Rate);
        table.ComplexCollection(p => p.Languages, l => l.ToJson());
        table.HasMany(p => p.Skills).WithOne().HasForeignKey(s => s.AccountId);
        table.HasMany(p => p.Experiences).WithOne().HasForeignKey(e => e.AccountId);
        table.HasMany(p => p.Portfolio).WithOne().HasForeignKey(i => i.AccountId);
        table.HasIndex(p => p.Visibility);
    }
}

sealed class ProfileSkillTable : IEntityTypeConfiguration<ProfileSkill>
{
    public void Configure(EntityTypeBuilder<ProfileSkill> table)
    {
        table.ToTable("talent_profile_skills", t => t.HasCheckConstraint("CK_level", "\"Level\" BETWEEN 1 AND 10"));
        table.HasKey(s => new { s.AccountId, s.SkillId });
        table.HasIndex(s => s.SkillId);
    }
}

sealed class ExperienceTable : IEntityTypeConfiguration<Experience>
{
    public void Configure(EntityTypeBuilder<Experience> table)
    {
        table.ToTable("talent_experiences");
        table.Property(e => e.Id).ValueGeneratedNever();
    }
}

sealed class PortfolioItemTable : IEntityTypeConfiguration<PortfolioItem>
{
    public void Configure(EntityTypeBuilder<PortfolioItem> table)
    {
        table.ToTable("talent_portfolio");
        table.Property(i => i.Id).ValueGeneratedNever();
        table.Ignore(i => i.Cover);
        table.ComplexCollection(i => i.Files, f => f.ToJson());
    }
}
