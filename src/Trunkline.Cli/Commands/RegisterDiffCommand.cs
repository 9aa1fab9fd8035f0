using System.CommandLine;
using Trunkline.Cli.Register;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli.Commands;

/// <summary>
/// <c>trunkline register diff</c>: two records, two revisions of one, the entry of a policy hub against a record, or the whole register on two days.
/// </summary>
internal static class RegisterDiffCommand
{
    public static Command Build(Surroundings around)
    {
        var accounts = new Argument<string[]>("accounts") { Description = RegisterWords.AccountArgument.In(around.Language), Arity = new ArgumentArity(0, 2) };
        var from = RegisterAsked.Day("--from", RegisterWords.FromOption, around);
        var to = RegisterAsked.Day("--to", RegisterWords.ToOption, around);
        var asOf = RegisterAsked.Day("--as-of", RegisterWords.AsOf, around);
        return RegisterAsked.On(
            new Command("diff", RegisterWords.Diff.In(around.Language)) { accounts, from, to, asOf },
            around,
            (parsed, register, asJson) => (parsed.GetValue(accounts), parsed.GetValue(from), parsed.GetValue(to)) switch
            {
                ([var one, var other], null, null) => Accounts(around, register, (one, other), parsed.GetValue(asOf) ?? RegisterAsked.Today(), asJson),
                (null or [], { } first, { } second) when first < second => Days(around, register, first, second, asJson),
                _ => ProblemTable.Show(around, [Unclear], asJson),
            });
    }

    private static Problem Unclear { get; } = new(
        "trunkline register diff",
        "needs two accounts, or two days of which the first is earlier.",
        "Give, for example, 'us.45q@1 us.45q', or '--from 2025-07-03 --to 2025-07-05'.");

    private static int Days(Surroundings around, PolicyRegister register, DateOnly from, DateOnly to, bool asJson)
    {
        RegisterChanges changes = RegisterDiff.Between(register, from, to);
        if (asJson)
        {
            around.Terminal.Out.WriteLine(ChangesLines.Json(changes).ToJsonString(JsonText.OneLine));
            return ExitCode.Done;
        }

        Page page = around.Terminal.Answers;
        ChangesLines.Write(page, register, changes, around.Language);
        page.Line();
        page.Line(RecordStates.Line(register, register.Records, around.Language));
        return ExitCode.Done;
    }

    private static int Accounts(Surroundings around, PolicyRegister register, (string One, string Other) names, DateOnly day, bool asJson)
    {
        Checked<AccountNamed> one = AccountNamed.Read(register, names.One), other = AccountNamed.Read(register, names.Other);
        if (!one.IsRight || !other.IsRight)
        {
            return ProblemTable.Show(around, [.. one.Problems, .. other.Problems], asJson);
        }

        if (AccountNamed.Between(one.Value, other.Value, register, day) is not { } diff)
        {
            return ProblemTable.Show(around, [NotARecord(names.Other)], asJson);
        }

        Evidence? Find(string claim) => register.FindClaim(claim) ?? one.Value.Find(claim) ?? other.Value.Find(claim);
        if (asJson)
        {
            around.Terminal.Out.WriteLine(DiffLines.Json(diff, Find).ToJsonString(JsonText.OneLine));
            return ExitCode.Done;
        }

        Page page = around.Terminal.Answers;
        DiffLines.Write(page, diff, Find, around.Language);
        page.Line();
        page.Line(RecordStates.Line(register, new[] { one.Value.Record, other.Value.Record }.OfType<PolicyRecord>(), around.Language));
        return ExitCode.Done;
    }

    private static Problem NotARecord(string name) => new(name, "is a policy hub's entry, as is the other.", "Set an entry against a record of the register, for example us.45q.");
}
