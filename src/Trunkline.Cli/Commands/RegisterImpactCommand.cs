using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline register impact</c>: which stored plans rest on what a change touches, and how much of their money.</summary>
internal static class RegisterImpactCommand
{
    private const string DefaultPlans = "out";

    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var change = new Argument<string>("change") { Description = PolicyWords.Change.In(language) };
        var plans = new Argument<string[]>("plans") { Description = PolicyWords.PlanFolders.In(language), Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(language) };
        var command = new Command("impact", PolicyWords.Impact.In(language)) { change, plans, json };
        command.SetAction(parsed => Impact(
            around, parsed.GetRequiredValue(change), parsed.GetValue(plans) is { Length: > 0 } named ? named : [DefaultPlans], parsed.GetValue(json)));
        return command;
    }

    private static int Impact(Surroundings around, string words, IReadOnlyList<string> folders, bool asJson)
    {
        List<Problem> problems = [];
        Checked<LawChange> change = Change(words);
        problems.AddRange(change.Problems);
        List<(string Folder, Plan Plan)> plans = [.. folders.SelectMany(folder => Plans(folder, problems))];
        if (problems.Count > 0 || !change.IsRight)
        {
            return ProblemTable.Show(around, problems, asJson);
        }

        (string Folder, Plan Plan, LawImpact Impact)[] touched =
            [.. plans.Select(p => (p.Folder, p.Plan, change.Value.On(p.Plan.Receipt))).Where(p => p.Item3.Coefficients.Count > 0)];
        if (asJson)
        {
            around.Terminal.Out.WriteLine(new JsonObject
            {
                ["change"] = words,
                ["read"] = plans.Count,
                ["plans"] = new JsonArray([.. touched.Select(Json)]),
            }.ToJsonString(JsonText.OneLine));
        }
        else
        {
            Show(around, touched, plans.Count);
        }

        return ExitCode.Done;
    }

    private static Checked<LawChange> Change(string words)
    {
        Checked<PolicyRegister> shipped = RegisterReader.Read(ShippedData.Register);
        if (!shipped.IsRight || !Directory.Exists(words))
        {
            return shipped.IsRight ? LawChange.Read(words, shipped.Value) : Checked<LawChange>.Wrong([.. shipped.Problems]);
        }

        Checked<PolicyRegister> other = RegisterReader.Read(words);
        return other.IsRight ? Checked<LawChange>.Right(LawChange.Between(shipped.Value, other.Value)) : Checked<LawChange>.Wrong([.. other.Problems]);
    }

    private static IEnumerable<(string Folder, Plan Plan)> Plans(string folder, List<Problem> problems)
    {
        string[] files = [.. StoredPlan.In(folder)];
        if (files.Length == 0)
        {
            problems.Add(new Problem(folder, "holds no plan.", "Name a folder that 'trunkline plan' wrote, or one that holds such folders."));
        }

        foreach (string file in files)
        {
            Checked<Plan> plan = StoredPlan.Read(file);
            problems.AddRange(plan.Problems);
            if (plan.IsRight)
            {
                yield return (Path.GetDirectoryName(file)!, plan.Value);
            }
        }
    }

    private static JsonObject Json((string Folder, Plan Plan, LawImpact Impact) touched) => new()
    {
        ["plan"] = touched.Folder,
        ["study"] = touched.Plan.Study.Id,
        ["entries"] = new JsonArray([.. touched.Impact.Coefficients.Select(c => new JsonObject
        {
            ["parameter"] = c.Parameter,
            ["entry"] = c.Entry,
            ["rule"] = c.Rule,
            ["moneyUsd"] = c.Money.Value,
        })]),
        ["moneyUsd"] = touched.Impact.Money.Value,
        ["share"] = touched.Impact.Share,
    };

    private static void Show(Surroundings around, IReadOnlyList<(string Folder, Plan Plan, LawImpact Impact)> touched, int read)
    {
        Language language = around.Language;
        if (touched.Count == 0)
        {
            around.Terminal.Out.WriteLine(string.Format(PolicyWords.NoPlans.In(language), read));
            return;
        }

        around.Terminal.Out.WriteLine(string.Format(PolicyWords.ImpactTouches.In(language), touched.Count, read));
        Table table = new Table().Border(TableBorder.Rounded).AddColumns(
            [.. new[] { PolicyWords.PlanHead, PolicyWords.RestsHead, PolicyWords.MoneyHead, PolicyWords.ShareHead }.Select(w => w.In(language))]);
        foreach ((string folder, Plan plan, LawImpact impact) in touched)
        {
            table.AddRow([.. new[]
            {
                $"{folder} ({plan.Study.Id})",
                string.Join(", ", impact.Coefficients.Select(c => $"{c.Parameter}/{c.Entry}")),
                impact.Money.Value.ToString("#,##0", CultureInfo.InvariantCulture),
                impact.Share is { } share ? share.ToString("0.0 %", CultureInfo.InvariantCulture) : "-",
            }.Select(Markup.Escape)]);
        }

        around.Terminal.Answering.Write(table);
    }
}
