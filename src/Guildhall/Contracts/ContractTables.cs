using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Contracts;

sealed class ContractTable : IEntityTypeConfiguration<Contract>
{
    public void Configure(EntityTypeBuilder<Contract> table)
    {
        table.ToTable("contracts_contracts");
        table.Property(c => c.Id).ValueGeneratedNever();
        table.ComplexProperty(c => c.Texts);
        table.ComplexProperty(c => c.Policy, policy => policy.Property(p => p.Release).HasConversion<string>());
        table.Ignore(c => c.Fees).Ignore(c => c.Total).Ignore(c => c.IsLocked).Ignore(c => c.IsOpen);
        table.HasMany(c => c.Milestones).WithOne().HasForeignKey(m => m.ContractId);
        table.HasMany(c => c.Signatures).WithOne().HasForeignKey(s => s.ContractId);
        table.HasIndex(c => new { c.ClientId, c.UpdatedAt });
        table.HasIndex(c => new { c.FreelancerId, c.UpdatedAt });
        table.HasIndex(c => c.JobId);
        // One hire, one contract: a second press of the button finds the first one's.
        table.HasIndex(c => c.ProposalId).IsUnique().HasFilter("\"State\" NOT IN ('Declined', 'Expired')");
    }
}

sealed class MilestoneTable : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> table)
    {
        table.ToTable("contracts_milestones");
        table.Property(m => m.Id).ValueGeneratedNever();
        table.ComplexProperty(m => m.Amount);
        table.Ignore(m => m.IsPaid).Ignore(m => m.IsHeld).Ignore(m => m.WasOnTime);
    }
}

sealed class SignatureTable : IEntityTypeConfiguration<Signature>
{
    public void Configure(EntityTypeBuilder<Signature> table)
    {
        table.ToTable("contracts_signatures");
        table.Property(s => s.Id).ValueGeneratedNever();
        table.HasIndex(s => new { s.ContractId, s.Party }).IsUnique();
        table.HasIndex(s => s.Hash);
    }
}

sealed class HistoryTable : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> table)
    {
        table.ToTable("contracts_history");
        table.Property(h => h.Id).ValueGeneratedNever();
        table.HasIndex(h => new { h.ContractId, h.At });
    }
}

sealed class ContractFileTable : IEntityTypeConfiguration<ContractFile>
{
    public void Configure(EntityTypeBuilder<ContractFile> table)
    {
        table.ToTable("contracts_files");
        table.Property(f => f.Id).ValueGeneratedNever();
        table.HasIndex(f => f.ContractId);
    }
}
