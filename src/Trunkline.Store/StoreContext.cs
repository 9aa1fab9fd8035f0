using Microsoft.EntityFrameworkCore;

namespace Trunkline.Store;

/// <summary>
/// The tables. Written so that SQLite and PostgreSQL hold the same: times are UTC ticks, texts are ordinary, no provider's own types. A context sees what belongs to one
/// workspace and what belongs to all; a question that forgets to say which workspace it means cannot be written.
/// </summary>
public class StoreContext : DbContext
{
    private readonly string workspace;

    /// <param name="workspace">Whose rows are seen.</param>
    public StoreContext(DbContextOptions options, string workspace)
        : base(options) => this.workspace = workspace;

    internal DbSet<PlanRow> Plans => Set<PlanRow>();

    internal DbSet<ContentRow> Contents => Set<ContentRow>();

    internal DbSet<StudyRow> Studies => Set<StudyRow>();

    internal DbSet<FolderRow> Folders => Set<FolderRow>();

    internal DbSet<TokenRow> Tokens => Set<TokenRow>();

    internal DbSet<AuditRow> Audit => Set<AuditRow>();

    internal DbSet<CaseRow> Cases => Set<CaseRow>();

    internal DbSet<EditionRow> Editions => Set<EditionRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PlanRow>(plan =>
        {
            plan.ToTable("plans").HasKey(p => p.Number);
            plan.Property(p => p.Id).IsRequired();
            plan.HasIndex(p => p.Id).IsUnique();
            plan.HasIndex(p => p.StudyId);
            plan.HasIndex(p => p.Workspace);
            plan.Property(p => p.Version).IsConcurrencyToken();
            plan.HasQueryFilter(p => p.Workspace == workspace || p.Workspace == Workspaces.All);
        });
        modelBuilder.Entity<ContentRow>().ToTable("contents").HasKey(c => c.Hash);
        modelBuilder.Entity<StudyRow>(study =>
        {
            study.ToTable("studies").HasKey(s => new { s.Workspace, s.Id });
            study.Property(s => s.Version).IsConcurrencyToken();
            study.HasQueryFilter(s => s.Workspace == workspace);
        });
        modelBuilder.Entity<FolderRow>(folder =>
        {
            folder.ToTable("folders").HasKey(f => new { f.Workspace, f.Kind, f.Id });
            folder.HasQueryFilter(f => f.Workspace == workspace);
        });
        modelBuilder.Entity<TokenRow>().ToTable("tokens").HasKey(t => t.Id);
        modelBuilder.Entity<AuditRow>(entry =>
        {
            entry.ToTable("audit").HasKey(a => a.Number);
            entry.Property(a => a.Number).ValueGeneratedNever();
        });
        modelBuilder.Entity<CaseRow>(review =>
        {
            review.ToTable("cases").HasKey(c => new { c.Workspace, c.Id });
            review.Property(c => c.Version).IsConcurrencyToken();
            review.HasQueryFilter(c => c.Workspace == workspace);
        });
        modelBuilder.Entity<EditionRow>(edition =>
        {
            edition.ToTable("editions").HasKey(e => e.Number);
            edition.HasIndex(e => new { e.Workspace, e.CaseId }).IsUnique();
            edition.HasQueryFilter(e => e.Workspace == workspace);
        });
    }
}
