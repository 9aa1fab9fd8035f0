using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>An entry's conditions, and a declared gap's, use the parameter's dimensions and their words.</summary>
internal static class WordsAreAllowed
{
    public static IEnumerable<Problem> Problems(RegisterDraft draft) =>
        from parameter in draft.Parameters
        from conditions in Conditions(parameter)
        from problem in Of(parameter.Content, conditions.When, conditions.Where)
        select problem;

    private static IEnumerable<(string Where, IReadOnlyDictionary<string, AnyOf>? When)> Conditions(Located<PolicyParameter> parameter) =>
    [
        .. parameter.Content.Entries.Index().Select(e => ($"{parameter.File} /entries/{e.Index}/when", e.Item.When)),
        .. (parameter.Content.Gaps ?? []).Index().Select(g => ($"{parameter.File} /gaps/{g.Index}/when", g.Item.When)),
    ];

    /// <summary>What is wrong with one set of conditions.</summary>
    public static IEnumerable<Problem> Of(PolicyParameter parameter, IReadOnlyDictionary<string, AnyOf>? when, string where)
    {
        foreach ((string name, AnyOf words) in when ?? new Dictionary<string, AnyOf>())
        {
            if (!parameter.Dims.TryGetValue(name, out IReadOnlyList<string>? allowed))
            {
                yield return new Problem($"{where}/{name}", "is not a dimension of the parameter.", "Add it to dims, or drop it.");
            }
            else if (words.Values.Except(allowed).ToArray() is { Length: > 0 } unknown)
            {
                yield return new Problem($"{where}/{name}", $"'{string.Join("', '", unknown)}' is not allowed.", $"Use {string.Join(", ", allowed)}.");
            }
        }
    }
}
