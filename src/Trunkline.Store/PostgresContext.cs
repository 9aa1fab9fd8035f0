using Microsoft.EntityFrameworkCore;

namespace Trunkline.Store;

/// <summary>The same tables on PostgreSQL. A type of its own, since its migrations are its own.</summary>
/// <param name="workspace">Whose rows are seen.</param>
public sealed class PostgresContext(DbContextOptions options, string workspace) : StoreContext(options, workspace);
