using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Planner;

/// <summary>What a study asks for disadvantaged communities. A place whose county is not known counts to the whole and not to them: the limit errs on their side.</summary>
public sealed class CommunityShares
{
    private CommunityShares(double leastShare, DisadvantagedCounties counties) => (LeastShare, Counties) = (leastShare, counties);

    /// <summary>Least share of the capital at work in capture, 0 to 1.</summary>
    public double LeastShare { get; }

    /// <summary>Which counties count, and how far.</summary>
    public DisadvantagedCounties Counties { get; }

    /// <summary>What the study asks, by its own number or the register's; null where neither asks anything.</summary>
    public static CommunityShares? Of(Study study, Dataset dataset, RegisterView law)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(law);
        return study.Limits.Communities is { } limit && (limit.LeastShare?.Value ?? InForce(law)) is { } least
            ? new CommunityShares(least, DisadvantagedCounties.Of(dataset, limit))
            : null;
    }

    /// <summary>What the method needs and the dataset lacks.</summary>
    public static IEnumerable<Problem> ProblemsOf(Study study, Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(dataset);
        if (study.Limits.Communities is not null && dataset.Counties.Count == 0)
        {
            yield return new Problem($"study {study.Id} /limits/communities", "The dataset has no counties.", $"Give {DatasetSchema.Counties.File}.");
        }

        if (study.Limits.Communities is { SviAtLeast: null } && dataset.CountyCommunities.Count == 0)
        {
            yield return new Problem(
                $"study {study.Id} /limits/communities/method",
                $"The dataset has no {DatasetSchema.CountyCommunities.File}.",
                "Bring the tract file and run 'trunkline data communities', or give the method 'svi'.");
        }
    }

    /// <summary>The part of a site's capital that counts.</summary>
    public double WeightOf(Site site) => Counties.ShareOf(Counties.Places.Of(site)) ?? 0;

    /// <summary>The part of the capital at a place of air capture that counts.</summary>
    public double WeightOf(DacSite dac)
    {
        ArgumentNullException.ThrowIfNull(dac);
        return Counties.ShareOf(Counties.Places.At(dac.Place, dac.State)) ?? 0;
    }

    private static double? InForce(RegisterView law) =>
        law.Answer(new Question(IncentiveParameters.CommunityShare, Question.NoDims)) is Reading reading ? reading.Value : null;
}
