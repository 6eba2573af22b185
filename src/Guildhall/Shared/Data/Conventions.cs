using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Guildhall.Shared.Data;

/// <summary>An entity that two people may change at once: the second save is a lost race, told in words.</summary>
public interface IVersioned
{
    long Version { get; set; }
}

/// <summary>A row that is written once: saving a change or a removal of it is a fault of the code.</summary>
public interface IAppendOnly;

sealed class UtcMicroseconds() : ValueConverter<DateTime, DateTime>(
    at => Time.Microseconds(at), at => DateTime.SpecifyKind(at, DateTimeKind.Utc));

static class Conventions
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes().Where(e => typeof(IVersioned).IsAssignableFrom(e.ClrType)))
            model.Entity(entity.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
    }
}
