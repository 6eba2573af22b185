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
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
                model.Entity(entity.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
            foreach (var property in entity.GetProperties()
                .Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType).IsEnum))
                if (property.GetValueConverter() is null && property.GetProviderClrType() is null)
                    property.SetProviderClrType(typeof(string));
        }
    }
}
