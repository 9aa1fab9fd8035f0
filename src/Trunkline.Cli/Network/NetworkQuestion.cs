using System.CommandLine;
using System.Globalization;
using Trunkline.Atlas.SimCcs;
using Trunkline.Domain;
using Trunkline.Planner.SimCcs;

namespace Trunkline.Cli;

/// <summary>The scenario and the question that the network commands share, from the words of the command line.</summary>
internal sealed class NetworkQuestion
{
    private readonly Argument<string> folder;
    private readonly Option<double?> target;
    private readonly Option<double?> price;
    private readonly Option<string?> periods;
    private readonly Option<double> years;
    private readonly Option<double> recovery;

    public NetworkQuestion(Language language)
    {
        folder = new Argument<string>("folder") { Description = NetworkWords.Folder.In(language) };
        target = new Option<double?>("--target") { Description = NetworkWords.Target.In(language), HelpName = "Mt/y" };
        price = new Option<double?>("--price") { Description = NetworkWords.Price.In(language), HelpName = "$/t" };
        periods = new Option<string?>("--periods") { Description = NetworkWords.Periods.In(language), HelpName = "years:Mt,…|file" };
        years = new Option<double>("--years") { Description = NetworkWords.Years.In(language), DefaultValueFactory = _ => SimCcsStudy.UsualYears };
        recovery = new Option<double>("--crf") { Description = NetworkWords.Recovery.In(language), DefaultValueFactory = _ => SimCcsStudy.UsualCapitalRecovery };
    }

    /// <summary>Adds the words to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(folder);
        foreach (Option option in new Option[] { target, price, periods, years, recovery })
        {
            command.Add(option);
        }
    }

    /// <summary>The study, or every problem of the words and of the scenario's files.</summary>
    public Checked<SimCcsStudy> Read(ParseResult parsed)
    {
        List<Problem> problems = [];
        SimCcsQuestion? question = Question(parsed, problems);
        Range(parsed.GetValue(years), "--years", 1e-3, 1000, "Give years, for example 30.", problems);
        Range(parsed.GetValue(recovery), "--crf", 0, 1, "Give a fraction, for example 0.1.", problems);
        Checked<SimCcsScenario> scenario = SimCcsReader.Read(parsed.GetRequiredValue(folder));
        problems.AddRange(scenario.Problems);
        return problems.Count > 0 || question is null || !scenario.IsRight
            ? Checked<SimCcsStudy>.Wrong(problems)
            : Checked<SimCcsStudy>.Right(new SimCcsStudy(scenario.Value, question, parsed.GetValue(recovery), parsed.GetValue(years)));
    }

    private SimCcsQuestion? Question(ParseResult parsed, List<Problem> problems)
    {
        double? mt = parsed.GetValue(target), usd = parsed.GetValue(price);
        string? spans = parsed.GetValue(periods);
        if (new object?[] { mt, usd, spans }.Count(o => o is not null) != 1)
        {
            problems.Add(new Problem("--target, --price, --periods", "One of them says what is asked for.", "Give one, for example --target 50."));
            return null;
        }

        if (mt is { } amount)
        {
            // HiGHS takes coefficients of a gram a year for nothing; nobody asks for less than a tonne.
            Range(amount, "--target", 1e-6, 1e6, "Give Mt a year, for example 50.", problems);
            return new SimCcsQuestion.Target(amount);
        }

        if (usd is { } money)
        {
            Range(money, "--price", -1e6, 1e6, "Give $ a tonne, for example 100.", problems);
            return new SimCcsQuestion.Price(money);
        }

        return Periods(spans!, problems);
    }

    private static SimCcsQuestion.Periods? Periods(string spans, List<Problem> problems)
    {
        if (!spans.Contains(':', StringComparison.Ordinal) || File.Exists(spans))
        {
            Checked<IReadOnlyList<SimCcsPeriod>> read = SimCcsPeriodFile.Read(spans);
            problems.AddRange(read.Problems);
            return read.IsRight ? new SimCcsQuestion.Periods(read.Value) : null;
        }

        List<SimCcsPeriod> periods = [];
        foreach (string span in spans.Split(','))
        {
            string[] parts = span.Split(':');
            if (parts.Length == 2 && Number(parts[0]) is > 0 and <= 1000 and { } length && Number(parts[1]) is >= 0 and <= 1e6 and { } mt)
            {
                periods.Add(new SimCcsPeriod(length, mt));
            }
            else
            {
                problems.Add(new Problem("--periods", $"'{span}' is not years and a target.", "Write years:Mt, for example 5:50,5:65."));
            }
        }

        return new SimCcsQuestion.Periods(periods);
    }

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    private static void Range(double value, string option, double least, double most, string fix, List<Problem> problems)
    {
        if (!(value >= least && value <= most))
        {
            problems.Add(new Problem(option, $"{value} is not between {least} and {most}.", fix));
        }
    }
}
