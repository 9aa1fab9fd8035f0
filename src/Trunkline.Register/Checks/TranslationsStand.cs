using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>What stands in one language stands in the other too.</summary>
internal static class TranslationsStand
{
    public static IEnumerable<Problem> Problems(RegisterDraft draft) =>
        from said in draft.Texts
        where string.IsNullOrWhiteSpace(said.Words.En) != string.IsNullOrWhiteSpace(said.Words.Zh)
        let missing = string.IsNullOrWhiteSpace(said.Words.En) ? "English" : "Chinese"
        select new Problem(said.Where, $"has no {missing}.", $"Translate it into {missing}, with the same figures in digits.");
}
