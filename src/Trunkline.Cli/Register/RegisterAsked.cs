using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli.Register;

/// <summary>What every command of the register is asked with: which register, which day, and the form of the answer.</summary>
internal sealed class RegisterAsked
{
    private readonly Surroundings around;
    private readonly Option<bool> json;
    private readonly Option<string> folder;

    private RegisterAsked(Surroundings around)
    {
        this.around = around;
        json = new Option<bool>("--json") { Description = Words.JsonOption.In(around.Language) };
        folder = new Option<string>("--register") { Description = Words.RegisterFolder.In(around.Language), DefaultValueFactory = _ => ShippedData.Register };
    }

    /// <summary>Adds the options to a command and sets what it does with a register that could be read.</summary>
    /// <param name="answer">Gives the exit code.</param>
    public static Command On(Command command, Surroundings around, Func<ParseResult, PolicyRegister, bool, int> answer)
    {
        RegisterAsked asked = new(around);
        command.Options.Add(asked.folder);
        command.Options.Add(asked.json);
        command.SetAction(parsed => asked.Answer(parsed, answer));
        return command;
    }

    /// <summary>An option that takes a day.</summary>
    public static Option<DateOnly?> Day(string name, Bilingual description, Surroundings around) => new(name)
    {
        Description = description.In(around.Language),
        CustomParser = result =>
        {
            if (PolicyValue.TryDate(result.Tokens.SingleOrDefault()?.Value, out DateOnly day))
            {
                return day;
            }

            result.AddError(string.Format(CultureInfo.InvariantCulture, RegisterWords.NotADay.In(around.Language), name));
            return null;
        },
    };

    /// <summary>An option that takes one word, or several with commas between them.</summary>
    public static Option<string[]> Several(string name, Bilingual description, Surroundings around) => new(name)
    {
        Description = description.In(around.Language),
        CustomParser = result => [.. result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    /// <summary>The day on which the command is run, where none is given.</summary>
    public static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>What is wrong where no record has the id, with those that come near.</summary>
    public static Problem NoSuchRecord(PolicyRegister register, string id)
    {
        string last = id.Split('.')[^1];
        string[] near = [.. register.Records.Select(r => r.Id).Where(r => r.Contains(last, StringComparison.OrdinalIgnoreCase)).DefaultIfEmpty(register.Records[0].Id).Take(5)];
        return new Problem(id, "is not a record of the register.", $"Name one that 'trunkline register list' shows, for example {string.Join(", ", near)}.");
    }

    private int Answer(ParseResult parsed, Func<ParseResult, PolicyRegister, bool, int> answer)
    {
        Checked<PolicyRegister> register = RegisterReader.Read(parsed.GetRequiredValue(folder));
        bool asJson = parsed.GetValue(json);
        return register.IsRight ? answer(parsed, register.Value, asJson) : ProblemTable.Show(around, register.Problems, asJson);
    }
}
