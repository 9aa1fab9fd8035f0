using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Trunkline.Cli.Register;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline register stale</c>: what was read longer ago than its kind of law allows.</summary>
internal static class RegisterStaleCommand
{
    public static Command Build(Surroundings around)
    {
        var today = RegisterAsked.Day("--today", RegisterWords.TodayOption, around);
        return RegisterAsked.On(
            new Command("stale", RegisterWords.Stale.In(around.Language)) { today },
            around,
            (parsed, register, asJson) =>
            {
                Answer(around, register, parsed.GetValue(today) ?? RegisterAsked.Today(), asJson);
                return ExitCode.Done;
            });
    }

    private static void Answer(Surroundings around, PolicyRegister register, DateOnly today, bool asJson)
    {
        IReadOnlyList<StaleSource> stale = StaleSource.In(register, today);
        int sources = register.Records.Sum(r => r.Sources.Count);
        if (asJson)
        {
            around.Terminal.Out.WriteLine(Json(stale, sources, today).ToJsonString(JsonText.OneLine));
            return;
        }

        Language language = around.Language;
        Page page = around.Terminal.Answers;
        if (stale.Count > 0)
        {
            page.Table(
                [.. new[] { RegisterWords.Retrieved, RegisterWords.Due, RegisterWords.DaysLate, RegisterWords.Source }.Select(w => w.In(language))],
                [.. stale.Select(s => (string[])[RegisterParts.Iso(s.Source.Retrieved)!, RegisterParts.Iso(s.Due)!, Late(s, today), $"{s.Source.Id}: {s.Source.Title}"])]);
            page.Line();
        }

        page.Line(string.Format(RegisterWords.StaleCount.In(language), stale.Count, sources, RegisterParts.Iso(today)));
        page.Line(RecordStates.Line(register, register.Records, language));
    }

    private static string Late(StaleSource stale, DateOnly today) => (today.DayNumber - stale.Due.DayNumber).ToString(CultureInfo.InvariantCulture);

    private static JsonObject Json(IReadOnlyList<StaleSource> stale, int sources, DateOnly today) => new()
    {
        ["today"] = RegisterParts.Iso(today),
        ["sources"] = sources,
        ["stale"] = RegisterParts.Array(stale.Select(s => new JsonObject
        {
            ["record"] = s.Record.Id,
            ["source"] = s.Source.Id,
            ["retrieved"] = RegisterParts.Iso(s.Source.Retrieved),
            ["due"] = RegisterParts.Iso(s.Due),
            ["daysLate"] = today.DayNumber - s.Due.DayNumber,
            ["url"] = s.Source.Url,
        })),
    };
}
