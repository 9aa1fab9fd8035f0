using System.Text.Json.Nodes;
using Spectre.Console;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli.Register;

/// <summary>How what the gates say is shown: tables for people, objects for programs.</summary>
internal static class GateReport
{
    /// <summary>Everything that refuses a register, with its gate.</summary>
    /// <returns><see cref="ExitCode.WrongInput"/>.</returns>
    public static int Refused(Surroundings around, IReadOnlyList<GateFailure> failures, bool asJson)
    {
        GateFailure[] refusing = [.. failures.Where(f => f.Refuses)];
        if (asJson)
        {
            JsonObject answer = new() { ["error"] = "wrong-input", ["problems"] = new JsonArray([.. refusing.Select(Problem)]) };
            around.Terminal.Out.WriteLine(answer.ToJsonString(JsonText.OneLine));
        }
        else
        {
            around.Terminal.Error.WriteLine(string.Format(Words.ProblemCount.In(around.Language), refusing.Length));
            around.Terminal.Drawing.Write(Failures(refusing, around.Language));
        }

        return ExitCode.WrongInput;
    }

    /// <summary>One line a record: its state and how often each gate holds it.</summary>
    public static Table Standings(IReadOnlyList<RecordStanding> standings, Language language)
    {
        Table table = new Table().Border(TableBorder.Rounded)
            .AddColumns(Words.RecordColumn.In(language), Words.StateColumn.In(language), Words.HeldColumn.In(language));
        foreach (RecordStanding standing in standings)
        {
            IEnumerable<string> gates = standing.Failures.CountBy(f => f.Gate).OrderBy(g => g.Key)
                .Select(g => $"{g.Key.Code()} {RegisterTerms.Of(g.Key).In(language)} ×{g.Value}");
            table.AddRow(Markup.Escape(standing.Record), RegisterTerms.Of(standing.State).In(language), string.Join(", ", gates));
        }

        return table;
    }

    /// <summary>One line a failure.</summary>
    public static Table Failures(IEnumerable<GateFailure> failures, Language language)
    {
        Table table = new Table().Border(TableBorder.Rounded)
            .AddColumns(Words.GateColumn.In(language), Words.Where.In(language), Words.What.In(language), Words.Fix.In(language));
        foreach (GateFailure failure in failures)
        {
            table.AddRow(
                $"{failure.Gate.Code()} {RegisterTerms.Of(failure.Gate).In(language)}",
                Markup.Escape(failure.Problem.Where),
                Markup.Escape(failure.Problem.What),
                Markup.Escape(failure.Problem.Fix));
        }

        return table;
    }

    /// <summary>A record with its state and its failures.</summary>
    public static JsonObject Json(RecordStanding standing) => new()
    {
        ["id"] = standing.Record,
        ["state"] = RegisterTerms.Code(standing.State),
        ["failures"] = new JsonArray([.. standing.Failures.Select(Failure)]),
    };

    /// <summary>One failure: gate, field, message, fix.</summary>
    public static JsonObject Failure(GateFailure failure) => new()
    {
        ["gate"] = failure.Gate.Code(),
        ["name"] = failure.Gate.Name(),
        ["field"] = failure.Problem.Where,
        ["message"] = failure.Problem.What,
        ["fix"] = failure.Problem.Fix,
    };

    private static JsonObject Problem(GateFailure failure) => new()
    {
        ["gate"] = failure.Gate.Code(),
        ["where"] = failure.Problem.Where,
        ["what"] = failure.Problem.What,
        ["fix"] = failure.Problem.Fix,
    };
}
