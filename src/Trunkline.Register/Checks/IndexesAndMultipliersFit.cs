using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>What an entry is indexed by is an index, and what a parameter is multiplied by is a plain number that needs nothing more than the question states.</summary>
internal static class IndexesAndMultipliersFit
{
    public static IEnumerable<Problem> Problems(RegisterDraft draft)
    {
        ILookup<string, PolicyParameter> byId = draft.Parameters.Select(p => p.Content).ToLookup(p => p.Id, StringComparer.Ordinal);
        return draft.Parameters.SelectMany(p => Indexes(p, byId, draft.ShapesAreRight)
            .Concat(Multipliers(p, byId, draft.ShapesAreRight))
            .Concat(Factors(p)));
    }

    private static IEnumerable<Problem> Indexes(Located<PolicyParameter> parameter, ILookup<string, PolicyParameter> byId, bool complete) =>
        from entry in parameter.Content.Entries.Index()
        where entry.Item.Index is { } id && (byId[id].FirstOrDefault() is { } index ? index.Projection is null : complete)
        select new Problem($"{parameter.File} /entries/{entry.Index}/index", $"'{entry.Item.Index}' is not an index.", "Name a parameter that has a projection rule.");

    private static IEnumerable<Problem> Multipliers(Located<PolicyParameter> parameter, ILookup<string, PolicyParameter> byId, bool complete) =>
        from multiplier in (parameter.Content.Multipliers ?? []).Index()
        where byId[multiplier.Item].FirstOrDefault() is { } found ? !IsPlainFactor(found, parameter.Content) : complete
        select new Problem(
            $"{parameter.File} /multipliers/{multiplier.Index}",
            $"'{multiplier.Item}' cannot multiply {parameter.Content.Id}.",
            "Name a parameter of unit 1 with plain values, whose dimensions this one has too.");

    private static bool IsPlainFactor(PolicyParameter factor, PolicyParameter multiplied) =>
        factor is { Unit: "1", Projection: null, Multipliers: null or { Count: 0 } }
        && factor.Entries.All(e => e.Value?.MaybeNumber is not null && e.Index is null)
        && factor.Dims.Keys.All(multiplied.Dims.ContainsKey);

    private static IEnumerable<Problem> Factors(Located<PolicyParameter> parameter)
    {
        if (parameter.Content.Projection is null)
        {
            yield break;
        }

        if (parameter.Content is not { Unit: "1", Dims.Count: 0, Multipliers: null or { Count: 0 } })
        {
            yield return new Problem($"{parameter.File} /projection", "stands on a parameter that is not a plain index.", "An index has unit 1, no dimensions and no multipliers.");
        }

        foreach ((int i, PolicyEntry entry) in parameter.Content.Entries.Index())
        {
            if (entry is not { Year: { From: { } from, To: { } to }, Value.MaybeNumber: not null, Vintage: null, Index: null } || from != to)
            {
                yield return new Problem($"{parameter.File} /entries/{i}", "is not a published factor.", "Give one year (from = to), a number, and no vintage.");
            }
        }
    }
}
