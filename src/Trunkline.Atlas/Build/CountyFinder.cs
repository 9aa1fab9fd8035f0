using System.Globalization;
using Trunkline.Domain;

namespace Trunkline.Atlas.Build;

/// <summary>Finds the county of a facility by the name it reports, within its state.</summary>
internal sealed class CountyFinder(IReadOnlyList<County> counties)
{
    private static readonly string[] Endings = [" COUNTY", " PARISH", " PLANNING REGION", " MUNICIPALITY"];

    private readonly ILookup<(string State, string Name), County> byName = counties.ToLookup(c => (c.State, Plain(c.Name)));
    private readonly ILookup<string, County> byState = counties.ToLookup(c => c.State);

    public static IReadOnlyList<County> Read(RawFolder raw) =>
    [
        .. raw.Rows(RawFolder.Counties).Where(r => ContiguousStates.Has(r.Text("state")!)).Select(r => new County(
            r.Text("fips")!,
            r.Text("county")!,
            r.Text("state")!,
            new GeoPoint(r.Number("lon")!.Value, r.Number("lat")!.Value),
            r.Number("pop_2022"),
            r.Number("svi_overall_percentile"))).OrderBy(c => c.Fips, StringComparer.Ordinal),
    ];

    /// <summary>The county of that name, or null where the name is missing or fits none.</summary>
    public County? ByName(string state, string? name) => name is null ? null
        : byName[(state, Plain(name))].FirstOrDefault() ?? byName[(state, Plain(name) + "CITY")].FirstOrDefault();

    /// <summary>The county of the state whose centroid is nearest.</summary>
    public County Nearest(string state, GeoPoint place) => byState[state].MinBy(c => c.Centre.DistanceTo(place).Value)!;

    private static string Plain(string name)
    {
        string plain = string.Concat(name.ToUpper(CultureInfo.InvariantCulture).Replace('Ñ', 'N').Where(c => char.IsLetter(c) || c == ' ')).Trim();
        foreach (string ending in Endings.Where(e => plain.EndsWith(e, StringComparison.Ordinal)))
        {
            plain = plain[..^ending.Length];
        }

        return plain.Replace("SAINT ", "ST ", StringComparison.Ordinal).Replace("STE ", "ST ", StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal);
    }
}
