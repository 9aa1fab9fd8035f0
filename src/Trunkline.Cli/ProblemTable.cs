using System.Text.Json.Nodes;
using Spectre.Console;
using Trunkline.Domain;

namespace Trunkline.Cli;

/// <summary>How everything that is wrong with an input is shown: a table for people, an object for programs.</summary>
internal static class ProblemTable
{
    /// <summary>Shows the problems, all at once.</summary>
    /// <returns><see cref="ExitCode.WrongInput"/>.</returns>
    public static int Show(Surroundings around, IReadOnlyList<Problem> problems, bool asJson)
    {
        if (asJson)
        {
            around.Terminal.Out.WriteLine(Json(problems).ToJsonString(JsonText.OneLine));
        }
        else
        {
            around.Terminal.Error.WriteLine(string.Format(Words.ProblemCount.In(around.Language), problems.Count));
            around.Terminal.Drawing.Write(Table(problems, around.Language));
        }

        return ExitCode.WrongInput;
    }

    private static Table Table(IReadOnlyList<Problem> problems, Language language)
    {
        Table table = new Table().Border(TableBorder.Rounded)
            .AddColumns(Words.Where.In(language), Words.What.In(language), Words.Fix.In(language));
        foreach (Problem problem in problems)
        {
            table.AddRow(Markup.Escape(problem.Where), Markup.Escape(problem.What), Markup.Escape(problem.Fix));
        }

        return table;
    }

    private static JsonObject Json(IReadOnlyList<Problem> problems) => new()
    {
        ["error"] = "wrong-input",
        ["problems"] = new JsonArray([.. problems.Select(p => new JsonObject { ["where"] = p.Where, ["what"] = p.What, ["fix"] = p.Fix })]),
    };
}
