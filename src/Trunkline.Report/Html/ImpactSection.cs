using Trunkline.Domain;
using Trunkline.Pillars;

namespace Trunkline.Report;

/// <summary>The impact statement: three texts, each sentence from the plan's own figures.</summary>
public static class ImpactSection
{
    public static void Write(Markup html, ReportInput input, ImpactStatement impact)
    {
        html.Open("section", ("id", "impact")).Leaf("h2", input.Say(PillarTexts.ImpactTitle)).Leaf("p", input.Say(PillarTexts.ImpactLead), ("class", "lead"));
        foreach (ImpactText text in impact.Texts)
        {
            html.Leaf("h3", PillarTexts.ImpactKinds.In(text.Kind, input.Language));
            html.Leaf("p", string.Join(input.Language == Language.Zh ? "" : " ", text.Sentences.Select(s => s.Text.In(input.Language))));
        }

        html.Open("details").Leaf("summary", input.Say(PillarTexts.ImpactFigures));
        Figures(input, impact).Write(html);
        html.Close().Close().Line();
    }

    private static HtmlTable Figures(ReportInput input, ImpactStatement impact) => new(
        input.Say(PillarTexts.ImpactFigures),
        [input.Say(PillarTexts.ImpactTextHead), input.Say(PillarTexts.FromHead), input.Say(PillarTexts.FigureHead)],
        2,
        [.. from text in impact.Texts
            from figure in text.Sentences.SelectMany(s => s.Figures)
            select (IReadOnlyList<string>)[PillarTexts.ImpactKinds.In(text.Kind, input.Language), figure.From, figure.Written.In(input.Language)]]);
}
