namespace Trunkline.Bench.Network;

/// <summary>All instances by name; each is made only when it is asked for.</summary>
internal static class InstanceList
{
    /// <summary>Names that begin with one of the words, in the order of the list.</summary>
    public static IReadOnlyList<string> Names(IReadOnlyList<string> words, string? southeast) =>
        [.. All(southeast).Select(i => i.Name).Where(n => words.Any(w => n == w || (n.StartsWith(w, StringComparison.Ordinal) && !words.Contains(n))))];

    /// <summary>An instance.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static BenchInstance Make(string name, string? southeast, int seed) =>
        All(southeast).Where(i => i.Name == name).Select(i => i.Make(seed)).FirstOrDefault() ?? throw new ArgumentException($"There is no instance {name}.");

    private static IEnumerable<(string Name, Func<int, BenchInstance> Make)> All(string? southeast)
    {
        if (SoutheastInstance.Folder(southeast) is { } folder)
        {
            foreach ((string name, var question, var known) in SoutheastInstance.Questions())
            {
                yield return (name, _ => new SoutheastInstance(name, folder, question) { Known = known });
            }
        }

        foreach (int n in LadderInstance.Rungs)
        {
            foreach (int p in LadderInstance.PeriodCounts)
            {
                string name = $"ladder-{n}x{p}";
                yield return (name, seed => new DesignInstanceFile(name, LadderInstance.Of(seed, n, p)) { Terminals = n, Periods = p });
            }
        }

        yield return (FrozenNational.Name, _ => FrozenNational.Read());
    }
}
