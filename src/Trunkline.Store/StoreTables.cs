using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Trunkline.Store;

/// <summary>A table row by row, whoever's rows they are.</summary>
internal abstract record StoreTable(string Name)
{
    /// <summary>Every table of the store.</summary>
    public static IReadOnlyList<StoreTable> All { get; } =
    [
        new StoreTable<PlanRow>("plans", p => $"{p.Number:D19}"),
        new StoreTable<ContentRow>("contents", c => c.Hash),
        new StoreTable<StudyRow>("studies", s => $"{s.Workspace} {s.Id}"),
        new StoreTable<FolderRow>("folders", f => $"{f.Workspace} {f.Kind} {f.Id}"),
        new StoreTable<TokenRow>("tokens", t => t.Id),
        new StoreTable<AuditRow>("audit", a => $"{a.Number:D19}"),
        new StoreTable<CaseRow>("cases", c => $"{c.Workspace} {c.Id}"),
        new StoreTable<EditionRow>("editions", e => $"{e.Number:D19}"),
    ];

    /// <summary>Each row as one line of JSON, in an order that is the same on every database.</summary>
    public abstract IEnumerable<string> Lines(StoreContext context);

    /// <summary>Adds a row that <see cref="Lines"/> wrote.</summary>
    /// <exception cref="JsonException">The line is no row.</exception>
    public abstract void Add(StoreContext context, string line);

    public abstract bool IsEmpty(StoreContext context);
}

/// <inheritdoc />
internal sealed record StoreTable<T>(string Name, Func<T, string> Key) : StoreTable(Name)
    where T : class
{
    public override IEnumerable<string> Lines(StoreContext context) =>
        context.Set<T>().IgnoreQueryFilters().AsNoTracking().AsEnumerable().OrderBy(Key, StringComparer.Ordinal).Select(row => JsonSerializer.Serialize(row));

    public override void Add(StoreContext context, string line) => context.Set<T>().Add(JsonSerializer.Deserialize<T>(line) ?? throw new JsonException("The line holds null."));

    public override bool IsEmpty(StoreContext context) => !context.Set<T>().IgnoreQueryFilters().Any();
}
