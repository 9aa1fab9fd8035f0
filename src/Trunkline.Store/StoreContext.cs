using Microsoft.EntityFrameworkCore;

namespace Trunkline.Store;

/// <summary>The tables. Written so that SQLite and PostgreSQL hold the same: times are UTC ticks, texts are ordinary, no provider's own types.</summary>
public sealed class StoreContext(DbContextOptions<StoreContext> options) : DbContext(options)
{
    internal DbSet<PlanRow> Plans => Set<PlanRow>();

    internal DbSet<ContentRow> Contents => Set<ContentRow>();

    internal DbSet<StudyRow> Studies => Set<StudyRow>();

    internal DbSet<FolderRow> Folders => Set<FolderRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PlanRow>(plan =>
        {
            plan.ToTable("plans").HasKey(p => p.Number);
            plan.Property(p => p.Id).IsRequired();
            plan.HasIndex(p => p.Id).IsUnique();
            plan.HasIndex(p => p.StudyId);
            plan.Property(p => p.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<ContentRow>().ToTable("contents").HasKey(c => c.Hash);
        modelBuilder.Entity<StudyRow>(study =>
        {
            study.ToTable("studies").HasKey(s => s.Id);
            study.Property(s => s.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<FolderRow>().ToTable("folders").HasKey(f => new { f.Kind, f.Id });
    }
}

/// <summary>A plan. What never changes of it stands in contents; what may, stands here.</summary>
internal sealed class PlanRow
{
    /// <summary>Order of arrival.</summary>
    public long Number { get; set; }

    public required string Id { get; set; }

    public string? Name { get; set; }

    public bool Kept { get; set; }

    public required string StudyId { get; set; }

    public required string DatasetId { get; set; }

    public required string Origin { get; set; }

    public string? ParentId { get; set; }

    public long CreatedTicks { get; set; }

    /// <summary>The study as text, with <c>.</c> as its dataset.</summary>
    public required string StudyText { get; set; }

    /// <summary>What was changed against the parent, as JSON.</summary>
    public required string Changes { get; set; }

    /// <summary>The plan without its lists, with the bound as raised since.</summary>
    public required string Head { get; set; }

    public required string PlanHash { get; set; }

    /// <summary>What a changed study may begin from; null where there is none.</summary>
    public string? MemoryHash { get; set; }

    public long Version { get; set; }
}

/// <summary>Bytes by their SHA-256, packed with Brotli.</summary>
internal sealed class ContentRow
{
    public required string Hash { get; set; }

    public required byte[] Packed { get; set; }
}

/// <summary>A study that a person made here.</summary>
internal sealed class StudyRow
{
    public required string Id { get; set; }

    public required string DatasetId { get; set; }

    public required string Text { get; set; }

    public long CreatedTicks { get; set; }

    public long Version { get; set; }
}

/// <summary>A folder of files beside the database: an upload or a dataset.</summary>
internal sealed class FolderRow
{
    public required string Kind { get; set; }

    public required string Id { get; set; }

    /// <summary>What is known of it, as JSON.</summary>
    public required string About { get; set; }

    public long CreatedTicks { get; set; }
}
