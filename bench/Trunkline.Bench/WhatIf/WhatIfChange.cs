using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Bench.WhatIf;

/// <summary>One changed study.</summary>
internal sealed record WhatIfChange(string Kind, string Words, Study Study)
{
    private static readonly string[] Kinds = ["credit", "policy date", "target", "site closed", "tracks", "community"];

    private static readonly DateOnly FirstLaw = new(2022, 9, 1);

    private static readonly DateOnly LastLaw = new(2026, 11, 23);

    /// <summary>Changes of a study, the same for the same seed, each kind as often as the others.</summary>
    /// <param name="used">Formations of the first plan, of which one may be closed.</param>
    public static IEnumerable<WhatIfChange> Of(Study study, IReadOnlyList<string> used, int count, int seed)
    {
        Random random = new(seed);
        for (int i = 0; i < count; i++)
        {
            string kind = Kinds[i % Kinds.Length];
            (string words, Study changed) = kind switch
            {
                "credit" => Credit(study, random),
                "policy date" => Date(study, random),
                "target" => Target(study, random),
                "site closed" => Closed(study, used[random.Next(used.Count)]),
                "tracks" => Tracks(study, random),
                _ => Community(study, random),
            };
            yield return new WhatIfChange(kind, words, changed);
        }
    }

    private static (string Words, Study Study) Credit(Study study, Random random)
    {
        string[] overlays = ["credit-100-from-2030", "parity-undone"];
        int which = random.Next(3);
        return which == 2
            ? ("base rate of the credit only", study with { FullLabour = false })
            : (overlays[which], study with { Policy = study.Policy with { Overlays = [overlays[which]] } });
    }

    private static (string Words, Study Study) Date(Study study, Random random)
    {
        DateOnly asOf = FirstLaw.AddDays(random.Next(LastLaw.DayNumber - FirstLaw.DayNumber));
        return ($"law of {asOf:yyyy-MM-dd}", study with { Policy = study.Policy with { AsOf = asOf } });
    }

    private static (string Words, Study Study) Target(Study study, Random random)
    {
        Goal.CaptureTarget goal = (Goal.CaptureTarget)study.Goal;
        double factor = 0.8 + (0.3 * random.NextDouble());
        return ($"target times {factor:0.000}", study with { Goal = goal with { Rates = [.. goal.Rates.Select(r => factor * r)] } });
    }

    private static (string Words, Study Study) Closed(Study study, string id) =>
        ($"without {id}", study with { Limits = study.Limits with { Closed = new HashSet<string> { id } } });

    private static (string Words, Study Study) Tracks(Study study, Random random)
    {
        Track[][] choices = [[Track.PointSource, Track.Biogenic], [Track.PointSource, Track.Dac], [Track.PointSource]];
        Track[] kept = choices[random.Next(choices.Length)];
        return (string.Join(" and ", kept) + " only", study with { Tracks = new HashSet<Track>(kept) });
    }

    // Counties in the upper quarter of the vulnerability index.
    private static (string Words, Study Study) Community(Study study, Random random)
    {
        double share = 0.3 + (0.3 * random.NextDouble());
        return ($"{share:0 %} of capital in vulnerable counties", study with
        {
            Limits = study.Limits with { Communities = new CommunityLimit(new Fraction(share), new Fraction(0.75)) },
        });
    }
}
