using System.Collections.Frozen;
using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>Reads what a study assumes of its storage and of what has been decided.</summary>
internal static class StudyAssumed
{
    private const double MostTonnes = 1e10;

    public static IReadOnlyList<StorageFactor> StorageFactors(IReadOnlyList<StudyStorageFactor>? given, StudyProblems found)
    {
        return [.. (given ?? []).Select(Read)];

        StorageFactor Read(StudyStorageFactor factor, int i)
        {
            const string Unit = "a factor, for example 0.7 for three tenths less";
            found.Require(factor.Storage.Count > 0, $"/storageFactors/{i}/storage", "No formation is named.", "Give ids of formations, or \"*\" for all.");
            return new StorageFactor(
                factor.Storage.ToFrozenSet(StringComparer.Ordinal),
                found.Within(factor.Capacity ?? 1, 0.01, 100, $"/storageFactors/{i}/capacity", Unit),
                found.Within(factor.Injectivity ?? 1, 0.01, 100, $"/storageFactors/{i}/injectivity", Unit));
        }
    }

    public static FirstStepBuild? FirstStep(StudyFile study, IReadOnlyList<Period> periods, StudyProblems found)
    {
        const string Place = "/limits/firstStep";
        if (study.Limits?.FirstStep is not { } given)
        {
            return null;
        }

        int last = periods.ToList().FindIndex(p => p.To == given.Through);
        found.Require(last >= 0, $"{Place}/through", $"No period ends in {given.Through}.", $"Give one of: {string.Join(", ", periods.Select(p => p.To))}.");
        found.Require(study.Solver?.Route != "scalable", Place, "'firstStep' stands beside the scalable route.", "Leave the route out, or give \"exact\".");
        return new FirstStepBuild(
            last + 1,
            [.. (given.Captures ?? []).Select((c, i) => new FirstCapture(c.Stream, Start(c.From, $"captures/{i}")))],
            [
                .. (given.Pipes ?? []).Select((p, i) => new FirstPipe(
                    p.Corridor, Start(p.From, $"pipes/{i}"), p.Trend, found.Within(p.TonnesPerYear, 0, MostTonnes, $"{Place}/pipes/{i}/tonnesPerYear", "tonnes a year"))),
            ],
            [
                .. (given.Storage ?? []).Select((s, i) => new FirstProjects(
                    s.Formation, Start(s.From, $"storage/{i}"), (int)found.Within(s.Projects, 0, 10_000, $"{Place}/storage/{i}/projects", "a number of projects"))),
            ]);

        int Start(int year, string where)
        {
            int period = periods.Take(last + 1).ToList().FindIndex(p => p.From == year);
            found.Require(period >= 0 || last < 0, $"{Place}/{where}/from", $"No decided period begins in {year}.", $"Give one of: {string.Join(", ", periods.Take(last + 1).Select(p => p.From))}.");
            return Math.Max(0, period);
        }
    }
}
