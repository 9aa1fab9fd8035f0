using System.CommandLine;
using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline register ask</c>: one value of the register, with its reason.</summary>
internal static class RegisterAskCommand
{
    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var parameter = new Argument<string>("parameter") { Description = PolicyWords.Parameter.In(language) };
        var law = new LawChoice(language);
        var inService = new Option<DateOnly?>("--in-service") { Description = PolicyWords.InService.In(language), HelpName = "date" };
        var begin = new Option<DateOnly?>("--begin-construction") { Description = PolicyWords.BeginConstruction.In(language), HelpName = "date" };
        var year = new Option<int?>("--tax-year") { Description = PolicyWords.TaxYear.In(language), HelpName = "year" };
        var inflation = new Option<double?>("--inflation") { Description = PolicyWords.Inflation.In(language), HelpName = "fraction" };
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(language) };
        var command = new Command("ask", PolicyWords.Ask.In(language)) { parameter, inService, begin, year, inflation, json };
        command.TreatUnmatchedTokensAsErrors = false;
        foreach (Option option in law.OptionsWithFolder)
        {
            command.Add(option);
        }

        command.SetAction(parsed => Ask(
            around,
            () => LawChoice.Read(law.FolderOf(parsed), law.Of(parsed)),
            new Question(parsed.GetRequiredValue(parameter), Question.NoDims, parsed.GetValue(inService), parsed.GetValue(begin), parsed.GetValue(year), parsed.GetValue(inflation)),
            parsed.UnmatchedTokens,
            parsed.GetValue(json)));
        return command;
    }

    private static int Ask(Surroundings around, Func<Checked<RegisterView>> law, Question question, IReadOnlyList<string> words, bool asJson)
    {
        List<Problem> problems = [];
        Dictionary<string, string> dims = Dimensions(words, problems);
        if (question.ProjectedInflation is not (null or (>= -0.05 and <= 0.25)))
        {
            problems.Add(new Problem("--inflation", $"{question.ProjectedInflation} is not a yearly fraction.", "Give for example 0.025 for 2.5 %."));
        }

        Checked<RegisterView> view = law();
        problems.AddRange(view.Problems);
        return problems.Count > 0 || !view.IsRight
            ? ProblemTable.Show(around, problems, asJson)
            : Show(around, view.Value, question with { Dims = dims }, asJson);
    }

    /// <summary><c>--fate eor</c> or <c>--fate=eor</c>: a dimension by its own name.</summary>
    private static Dictionary<string, string> Dimensions(IReadOnlyList<string> words, List<Problem> problems)
    {
        Dictionary<string, string> dims = new(StringComparer.Ordinal);
        for (int i = 0; i < words.Count; i++)
        {
            string[] parts = words[i].Split('=', 2);
            string? word = parts.Length == 2 ? parts[1] : ++i < words.Count ? words[i] : null;
            if (!parts[0].StartsWith("--", StringComparison.Ordinal) || word is null)
            {
                problems.Add(new Problem(parts[0], "is not a dimension with its word.", "Write for example --fate eor."));
            }
            else if (!dims.TryAdd(parts[0][2..], word))
            {
                problems.Add(new Problem(parts[0], "is given twice.", "Keep one of the two."));
            }
        }

        return dims;
    }

    private static int Show(Surroundings around, RegisterView view, Question question, bool asJson)
    {
        Answer answer = view.Answer(question);
        if (answer is NoAnswer none)
        {
            Refuse(around, none, asJson);
            return ExitCode.WrongInput;
        }

        Reading reading = (Reading)answer;
        if (asJson)
        {
            around.Terminal.Out.WriteLine(ReadingJson.Of(view, question, reading).ToJsonString(JsonText.OneLine));
        }
        else
        {
            foreach (string line in ReadingLines.Of(view, question, reading, around.Language))
            {
                around.Terminal.Out.WriteLine(line);
            }
        }

        return ExitCode.Done;
    }

    private static void Refuse(Surroundings around, NoAnswer none, bool asJson)
    {
        string kind = PolicyWords.Kebab(none.Kind);
        if (asJson)
        {
            around.Terminal.Out.WriteLine(new JsonObject { ["error"] = kind, ["parameter"] = none.ParameterId, ["message"] = none.Message }.ToJsonString(JsonText.OneLine));
        }
        else
        {
            around.Terminal.Error.WriteLine(string.Format(PolicyWords.NoAnswer.In(around.Language), PolicyWords.Word(kind, around.Language)));
            around.Terminal.Error.WriteLine(none.Message);
        }
    }
}
