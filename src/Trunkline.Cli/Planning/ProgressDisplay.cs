using System.Globalization;
using Spectre.Console;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Cli;

/// <summary>Shows on standard error how a plan is getting on: one changing line to a person, a line now and then to a log.</summary>
internal static class ProgressDisplay
{
    /// <summary>Does the work and shows its news meanwhile.</summary>
    public static T Watch<T>(Terminal terminal, Func<IProgress<PlanProgress>, T> work)
    {
        if (!terminal.IsWatched)
        {
            return work(new LoggedProgress(terminal));
        }

        IAnsiConsole drawing = terminal.Drawing;
        return drawing.Live(Row(new PlanProgress("reading", null, null, null, 0), terminal.Language)).AutoClear(true)
            .Start(live => work(new DrawnProgress(live, terminal.Language)));
    }

    private static Table Row(PlanProgress news, Language language)
    {
        Table table = new Table().Border(TableBorder.Rounded)
            .AddColumns(new[] { Words.Stage, Words.BestNet, Words.Bound, Words.Gap, Words.Elapsed }.Select(w => w.In(language)).ToArray());
        return table.AddRow(Cells(news, language).Select(Markup.Escape).ToArray());
    }

    private static string[] Cells(PlanProgress news, Language language) =>
    [
        StageNames.Of(news.Stage, language),
        Money(news.BestNet),
        Money(news.Bound),
        news.Gap is { } gap && double.IsFinite(gap) ? string.Create(CultureInfo.InvariantCulture, $"{gap * 100:0.00} %") : "-",
        string.Create(CultureInfo.InvariantCulture, $"{news.Seconds:0} s"),
    ];

    private static string Money(double? usd) =>
        usd is { } value && double.IsFinite(value) ? string.Create(CultureInfo.InvariantCulture, $"{value / 1e9:0.000} G$") : "-";

    /// <summary>Redraws one table. News may come from any thread.</summary>
    private sealed class DrawnProgress(LiveDisplayContext live, Language language) : IProgress<PlanProgress>
    {
        private readonly Lock gate = new();

        public void Report(PlanProgress value)
        {
            lock (gate)
            {
                live.UpdateTarget(Row(value, language));
            }
        }
    }

    /// <summary>Writes a line when the stage changes, and otherwise every few seconds.</summary>
    private sealed class LoggedProgress(Terminal terminal) : IProgress<PlanProgress>
    {
        private const double SecondsBetween = 5;
        private readonly Lock gate = new();
        private string stage = string.Empty;
        private double last;

        public void Report(PlanProgress value)
        {
            lock (gate)
            {
                if (value.Stage == stage && value.Seconds < last + SecondsBetween)
                {
                    return;
                }

                (stage, last) = (value.Stage, value.Seconds);
                string[] cells = Cells(value, terminal.Language);
                terminal.Error.WriteLine(
                    $"{cells[4],6}  {cells[0]}  {Words.BestNet.In(terminal.Language)} {cells[1]}  {Words.Bound.In(terminal.Language)} {cells[2]}  {Words.Gap.In(terminal.Language)} {cells[3]}");
            }
        }
    }
}
