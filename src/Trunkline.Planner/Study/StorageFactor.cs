using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>What the figures of some formations are multiplied by, for asking what if the rock is better or worse than the dataset has it.</summary>
/// <param name="Storage">Ids of formations; <see cref="All"/> for every one.</param>
/// <param name="Capacity">Of the tonnes that a project holds.</param>
/// <param name="Injectivity">Of the tonnes a year that a project takes.</param>
public sealed record StorageFactor(IReadOnlySet<string> Storage, double Capacity, double Injectivity)
{
    /// <summary>Stands for all formations.</summary>
    public const string All = "*";

    /// <summary>The dataset with its storage multiplied; factors on the same formation multiply.</summary>
    public static Dataset On(Dataset dataset, IReadOnlyList<StorageFactor> factors)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return factors.Count == 0 ? dataset : dataset with { Formations = [.. dataset.Formations.Select(f => factors.Where(k => k.Concerns(f)).Aggregate(f, Times))] };
    }

    /// <summary>Formations that a study names and the dataset does not have.</summary>
    internal static IEnumerable<Problem> Unknown(Study study, Dataset dataset)
    {
        HashSet<string> known = [All, .. dataset.Formations.Select(f => f.Id)];
        return study.StorageFactors.SelectMany(f => f.Storage).Distinct().Where(id => !known.Contains(id)).Order(StringComparer.Ordinal).Select(id => new Problem(
            $"study {study.Id} /storageFactors", $"'{id}' is no formation.", "Give an id of formations.csv, or \"*\" for all."));
    }

    private bool Concerns(Formation formation) => Storage.Contains(All) || Storage.Contains(formation.Id);

    private static Formation Times(Formation formation, StorageFactor factor) => formation with
    {
        ProjectCapacity = factor.Capacity * formation.ProjectCapacity,
        ProjectRate = factor.Injectivity * formation.ProjectRate,
    };
}
