using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>What a reader must know of the plan and of its data.</summary>
public static class NotesSection
{
    public static void Write(Markup html, ReportInput input)
    {
        html.Open("section", ("id", "notes")).Leaf("h2", input.Say(Texts.NotesTitle));
        if (input.Plan.Notes.Count > 0)
        {
            html.Leaf("h3", input.Say(Texts.PlanNotes)).Open("ul", ("class", "notes"));
            foreach (PlanNote note in input.Plan.Notes)
            {
                html.Open("li").Leaf("b", Vocabulary.NoteKinds.In(note.Kind, input.Language)).Words(" " + note.Text.In(input.Language)).Close();
            }

            html.Close();
        }

        html.Leaf("h3", input.Say(Texts.DataNotes));
        if (input.Dataset.Doubts.Count == 0)
        {
            html.Leaf("p", input.Say(Texts.NoDoubts));
        }
        else
        {
            Doubts(input).Write(html);
        }

        html.Close().Line();
    }

    private static HtmlTable Doubts(ReportInput input)
    {
        IEnumerable<IGrouping<(string Table, string Kind), Doubt>> kinds = input.Dataset.Doubts
            .GroupBy(doubt => (doubt.Table, doubt.Kind))
            .OrderByDescending(kind => kind.Count()).ThenBy(kind => kind.Key.ToString(), StringComparer.Ordinal);
        return new HtmlTable(
            input.Say(Texts.DataNotes),
            [input.Say(Texts.TableHead), input.Say(Texts.DoubtHead), input.Say(Texts.ActionHead), input.Say(Texts.RowsHead)],
            3,
            [
                .. kinds.Select(kind => (IReadOnlyList<string>)
                [
                    Vocabulary.DataTables.In(kind.Key.Table, input.Language),
                    Vocabulary.Doubts.In(kind.Key.Kind, input.Language),
                    Action(input, [.. kind.Select(doubt => doubt.Action)]),
                    Figures.Whole(kind.Count()),
                ]),
            ]);
    }

    private static string Action(ReportInput input, string[] actions)
    {
        string commonest = actions.CountBy(action => action).OrderByDescending(action => action.Value).ThenBy(action => action.Key, StringComparer.Ordinal).First().Key;
        int others = actions.Count(action => action != commonest);
        return others == 0 ? commonest : input.Say(Texts.AndOthers, commonest, others);
    }
}
