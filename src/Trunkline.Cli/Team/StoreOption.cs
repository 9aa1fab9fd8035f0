using System.CommandLine;
using Trunkline.Domain;
using Trunkline.Store;

namespace Trunkline.Cli;

/// <summary>Which store a command works on.</summary>
internal static class StoreOption
{
    public static Option<string> Build(Surroundings around) => new("--store")
    {
        Description = Words.StoreOption.In(around.Language),
        HelpName = "folder",
        DefaultValueFactory = _ => TrunklineStore.UsualFolder(),
    };

    /// <summary>The store in the hands of whoever types: the database that the environment names, else the one in the folder.</summary>
    public static Checked<TrunklineStore> Open(string folder)
    {
        string? database = Environment.GetEnvironmentVariable(TrunklineStore.DatabaseVariable) is { Length: > 0 } named ? named : null;
        Checked<TrunklineStore> opened = TrunklineStore.TryOpen(folder, TimeProvider.System, database);
        return opened.IsRight ? Checked<TrunklineStore>.Right(opened.Value.As($"{Environment.UserName} at the terminal")) : opened;
    }

    /// <summary>Works on the store; where it cannot be opened the problem is shown.</summary>
    public static int On(Surroundings around, string folder, Func<TrunklineStore, int> work, bool asJson = false)
    {
        Checked<TrunklineStore> opened = Open(folder);
        return opened.IsRight ? work(opened.Value) : ProblemTable.Show(around, opened.Problems, asJson);
    }
}
