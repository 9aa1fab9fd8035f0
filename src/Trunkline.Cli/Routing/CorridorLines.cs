using System.Globalization;
using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Cli;

/// <summary>What lies along a corridor, in lines that a person reads; of what is not known there is no line.</summary>
internal static class CorridorLines
{
    private const int MostLines = 6;

    public static IEnumerable<string> Of(CorridorFacts facts, Language language)
    {
        CultureInfo plain = CultureInfo.InvariantCulture;
        yield return string.Format(plain, RouteWords.FactsLine.In(language), RouteWords.Terrain(CorridorWords.Of(facts.Terrain), language), facts.MeanMultiplier, facts.NoGoAvoided.Value);
        if (facts.Counties is { } counties)
        {
            yield return string.Format(plain, RouteWords.CountiesLine.In(language), string.Join(", ", counties.Select(c => string.Create(plain, $"{c.Name} ({c.Fips}, {c.Length.Value:0} km)"))));
        }

        foreach (PeopleNear near in facts.People ?? [])
        {
            yield return string.Format(plain, RouteWords.PeopleLine.In(language), near.Within.Value, near.People);
        }

        // Lines in one trench share cells: each is named, so their lengths do not add up.
        foreach (LineFollowed line in facts.Followed.Take(MostLines))
        {
            yield return string.Format(plain, RouteWords.FollowsLine.In(language), line.Name.Length > 0 ? line.Name : line.Line, line.Length.Value);
        }

        if (facts.Followed.Count > MostLines)
        {
            yield return string.Format(plain, RouteWords.FollowsMore.In(language), facts.Followed.Count - MostLines);
        }

        foreach (LineCrossings crossing in facts.Crossings)
        {
            yield return string.Format(plain, RouteWords.CrossingsLine.In(language), RouteWords.Crossed(crossing.Kind, language), crossing.Lines);
        }
    }
}
