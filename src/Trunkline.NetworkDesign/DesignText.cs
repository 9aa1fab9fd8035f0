using System.Globalization;

namespace Trunkline.NetworkDesign;

/// <summary>
/// A <see cref="DesignProblem"/> as plain text, one thing a line, so that an instance can be kept and given to others. docs/benchmarks.md lists the
/// words. Numbers are in invariant form; infinities are inf and -inf.
/// </summary>
public static class DesignText
{
    private const string Version = "1";

    /// <summary>Writes a problem. The same problem gives the same text.</summary>
    public static void Write(TextWriter to, DesignProblem problem)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(problem);
        Line(to, "design", [Version]);
        Line(to, "periods", [Text(problem.PeriodCount)]);
        Line(to, "lengths", Texts(problem.PeriodLengths));
        Line(to, "nodes", [Text(problem.NodeCount)]);
        Line(to, "flow-cost", Texts(problem.FlowCost));
        Line(to, "target", Texts(problem.Target));
        Line(to, "price", Texts(problem.Price));
        foreach (SizeTrend trend in problem.Trends)
        {
            Line(to, "trend", [Text(trend.Capacity), .. Texts(trend.Fixed), .. Texts(trend.Slope)]);
        }

        foreach (DesignArc arc in problem.Arcs)
        {
            Line(to, arc.OneWay ? "one-way" : "arc", [Text(arc.From), Text(arc.To), Text(arc.Scale), Text(arc.ExistingCapacity)]);
        }

        foreach (Supply supply in problem.Supplies)
        {
            Line(to, "supply", [Text(supply.Node)]);
            foreach (SupplyOption o in supply.Options)
            {
                Line(to, "option", [Text(o.FirstPeriod), Text(o.LastPeriod), Text(o.OpeningCost), .. Texts(o.UnitCost), .. Texts(o.Minimum), .. Texts(o.Maximum)]);
            }
        }

        WriteSinks(to, problem);
        WriteRows(to, problem);
        Line(to, "end", []);
    }

    /// <summary>Reads what was written, up to its last line; the rest of the text is left unread.</summary>
    /// <exception cref="FormatException">The text is none, naming the line.</exception>
    public static DesignProblem Read(TextReader from)
    {
        ArgumentNullException.ThrowIfNull(from);
        var reader = new Reading(from);
        DesignProblem problem = reader.Problem();
        DesignShape.Require(problem);
        return problem;
    }

    /// <summary>A number as it stands in the text; nine digits tell any input of ours apart.</summary>
    public static string Text(double value) =>
        double.IsPositiveInfinity(value) ? "inf" : double.IsNegativeInfinity(value) ? "-inf" : value.ToString("G9", CultureInfo.InvariantCulture);

    /// <summary>The number that a text stands for.</summary>
    /// <exception cref="FormatException">It stands for none.</exception>
    public static double Number(string text) => text switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    private static void WriteSinks(TextWriter to, DesignProblem problem)
    {
        foreach (Sink s in problem.Sinks)
        {
            string[] whole = [Text(s.Node), Text(s.ModuleRate), Text(s.ModuleLifetime), Text(s.MaxModules), Text(s.FirstModulePeriod)];
            Line(to, "sink", [.. whole, .. Texts(s.FreeRate), .. Texts(s.ModuleCost), .. Texts(s.UnitCost)]);
        }
    }

    private static void WriteRows(TextWriter to, DesignProblem problem)
    {
        foreach (SideRow row in problem.SideRows)
        {
            // The name comes last: it may hold blanks.
            Line(to, "row", [Text(row.Limit), row.Name]);
            foreach (SideTerm term in row.Terms)
            {
                Line(to, "term", [Text(term.Coefficient), term.Kind.ToString(), Text(term.Index), Text(term.Period)]);
            }
        }
    }

    private static void Line(TextWriter to, string word, string[] values) => to.Write(string.Join(' ', [word, .. values]) + "\n");

    private static string[] Texts(double[] values) => [.. values.Select(Text)];

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed class Reading(TextReader from)
    {
        private readonly List<SizeTrend> trends = [];
        private readonly List<DesignArc> arcs = [];
        private readonly List<(int Node, List<SupplyOption> Options)> supplies = [];
        private readonly List<Sink> sinks = [];
        private readonly List<(string Name, double Limit, List<SideTerm> Terms)> rows = [];
        private readonly Dictionary<string, double[]> heads = [];
        private int number;

        public DesignProblem Problem()
        {
            while (from.ReadLine() is { } line && line != "end")
            {
                number++;
                try
                {
                    Take(line, line.Split(' '));
                }
                catch (Exception wrong) when (wrong is FormatException or IndexOutOfRangeException or ArgumentException or OverflowException or KeyNotFoundException)
                {
                    throw new FormatException($"Line {number} is not of a design: {line}", wrong);
                }
            }

            return Made();
        }

        private int Periods => (int)Head("periods")[0];

        private double[] Head(string word) => heads.TryGetValue(word, out double[]? values) ? values : throw new FormatException($"There is no line '{word}'");

        private DesignProblem Made() => new()
        {
            PeriodCount = Periods,
            PeriodLengths = Head("lengths"),
            NodeCount = (int)Head("nodes")[0],
            Arcs = [.. arcs],
            Trends = [.. trends],
            FlowCost = Head("flow-cost"),
            Supplies = [.. supplies.Select(s => new Supply(s.Node, [.. s.Options]))],
            Sinks = [.. sinks],
            Target = Head("target"),
            Price = Head("price"),
            SideRows = [.. rows.Select(r => new SideRow(r.Name, [.. r.Terms], r.Limit))],
        };

        private void Take(string line, string[] words)
        {
            switch (words[0])
            {
                case "trend":
                    trends.Add(new SizeTrend(Number(words[1]), Row(words, 2, 0), Row(words, 2, 1)));
                    break;
                case "arc" or "one-way":
                    arcs.Add(new DesignArc(Whole(words[1]), Whole(words[2]), Number(words[3]), Number(words[4]), words[0] == "one-way"));
                    break;
                case "supply":
                    supplies.Add((Whole(words[1]), []));
                    break;
                case "option":
                    supplies[^1].Options.Add(new SupplyOption(
                        Whole(words[1]), Whole(words[2]), Number(words[3]), Row(words, 4, 0), Row(words, 4, 1), Row(words, 4, 2)));
                    break;
                case "sink":
                    sinks.Add(new Sink(
                        Whole(words[1]), Row(words, 6, 0), Number(words[2]), Number(words[3]), Whole(words[4]), Whole(words[5]), Row(words, 6, 1), Row(words, 6, 2)));
                    break;
                case "row":
                    rows.Add((line.Split(' ', 3)[2], Number(words[1]), []));
                    break;
                case "term":
                    rows[^1].Terms.Add(new SideTerm(Number(words[1]), Enum.Parse<SideTermKind>(words[2]), Whole(words[3]), Whole(words[4])));
                    break;
                default:
                    heads.Add(words[0], [.. words.Skip(1).Select(Number)]);
                    break;
            }
        }

        private double[] Row(string[] words, int first, int row) => [.. words.Skip(first + (row * Periods)).Take(Periods).Select(Number)];

        private static int Whole(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }
}
