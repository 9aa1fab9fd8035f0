using Trunkline.Domain;

namespace Trunkline.Atlas.SimCcs;

/// <summary>A period of SimCCS' question over time.</summary>
/// <param name="Years">Its length.</param>
/// <param name="TargetMtPerYear">Least capture in each of its years.</param>
public sealed record SimCcsPeriod(double Years, double TargetMtPerYear);

/// <summary>Reads timeInput.csv of the SimCCS of 2019: a header, then <c>Timeslot,Num Years,Capture Target</c>, one period a line.</summary>
public static class SimCcsPeriodFile
{
    /// <summary>The periods, or every problem.</summary>
    public static Checked<IReadOnlyList<SimCcsPeriod>> Read(string path)
    {
        if (!File.Exists(path))
        {
            return Checked<IReadOnlyList<SimCcsPeriod>>.Wrong(
                [new Problem(path, "There is no such file.", "Name a file with the lines 'Timeslot,Num Years,Capture Target', '1,5,50', and so on.")]);
        }

        List<Problem> problems = [];
        List<SimCcsPeriod> periods = [];
        foreach ((int i, string line) in SimCcsText.Lines(path).Index().Skip(1))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                var row = new SimCcsRow(Path.GetFileName(path), i + 1, [.. line.Split(',').Select(c => c.Trim())], problems);
                periods.Add(new SimCcsPeriod(row.Number(1, "Num Years", least: 1e-3, most: 1000), row.Number(2, "Capture Target")));
            }
        }

        if (periods.Count == 0)
        {
            problems.Add(new Problem(path, "It has no period.", "Write one a line below the header: '1,5,50'."));
        }

        return Checked<IReadOnlyList<SimCcsPeriod>>.From(periods, problems);
    }
}
