using Trunkline.Domain;

namespace Trunkline.Pillars;

/// <summary>
/// What a plan does to the economy, the environment and the technical system: the three texts that a policy database keeps beside a strategy, worked out
/// from a plan instead of asserted. Every number in a sentence is one of its figures, and every figure says where in <c>plan.json</c> it comes from.
/// </summary>
public sealed record ImpactStatement(IReadOnlyList<ImpactText> Texts)
{
    /// <summary>The statement on a plan.</summary>
    public static ImpactStatement Of(PillarInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var figures = new PlanFigures(input.Plan);
        return new ImpactStatement(
        [
            new ImpactText("economic", [.. EconomicImpact.Of(figures, input)]),
            new ImpactText("environmental", [.. EnvironmentalImpact.Of(figures)]),
            new ImpactText("technical", [.. TechnicalImpact.Of(figures)]),
        ]);
    }
}

/// <summary>One of the three texts.</summary>
/// <param name="Kind"><c>economic</c>, <c>environmental</c> or <c>technical</c>.</param>
public sealed record ImpactText(string Kind, IReadOnlyList<ImpactSentence> Sentences);

/// <summary>A sentence and the figures in it, in the order in which they stand.</summary>
public sealed record ImpactSentence(Bilingual Text, IReadOnlyList<ImpactFigure> Figures)
{
    /// <summary>A sentence from texts with a place <c>{0}</c>, <c>{1}</c>, ... for each figure.</summary>
    public static ImpactSentence Saying(string en, string zh, params ImpactFigure[] figures) => new(
        new Bilingual(Filled(en, figures, Language.En), Filled(zh, figures, Language.Zh)), figures);

    private static string Filled(string text, ImpactFigure[] figures, Language language) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, text, [.. figures.Select(f => (object)f.Written.In(language))]);
}

/// <summary>A number of a sentence.</summary>
/// <param name="Value">In <paramref name="Unit"/>.</param>
/// <param name="Written">As it stands in the sentence.</param>
/// <param name="From">
/// Where it comes from: a JSON pointer into <c>plan.json</c>, with <c>*</c> for every member of a list and <c>[name=value]</c> for those that have it, under one of <c>sum</c>, <c>count</c>, <c>max</c>,
/// <c>last</c> and <c>over-years</c> (each period's value times its years, summed); or <c>dataset</c> and the parameters it is worked out from.
/// </param>
public sealed record ImpactFigure(double Value, string Unit, Bilingual Written, string From);
