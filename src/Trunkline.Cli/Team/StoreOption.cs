using System.CommandLine;
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

    /// <summary>The store in the hands of whoever types.</summary>
    public static TrunklineStore Open(string folder) => TrunklineStore.Open(folder, TimeProvider.System).As($"{Environment.UserName} at the terminal");
}
