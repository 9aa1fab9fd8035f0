namespace Trunkline.Planner;

/// <summary>What has been decided for the first periods of a plan, by ids. What is not named is not begun in them; what follows is open.</summary>
/// <param name="Periods">How many periods, from the first, are decided.</param>
/// <param name="Captures">Units that start in them.</param>
/// <param name="Pipes">Pipes that are bought in them.</param>
/// <param name="Projects">Storage projects that open in them.</param>
public sealed record FirstStepBuild(
    int Periods, IReadOnlyList<FirstCapture> Captures, IReadOnlyList<FirstPipe> Pipes, IReadOnlyList<FirstProjects> Projects)
{
    /// <summary>What a plan begins in its first periods.</summary>
    public static FirstStepBuild Of(Plan plan, int periods)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new FirstStepBuild(
            periods,
            [.. plan.Captures.Where(c => c.FirstPeriod < periods).Select(c => new FirstCapture(c.StreamId, c.FirstPeriod))],
            [
                .. from pipe in plan.Pipes
                   from t in Enumerable.Range(0, periods)
                   where pipe.Bought[t].Value > 0
                   select new FirstPipe(pipe.EdgeId, t, pipe.Trend[t]!, pipe.Bought[t].Value),
            ],
            [
                .. from storage in plan.Storages
                   from t in Enumerable.Range(0, periods)
                   where storage.Projects[t] > 0
                   select new FirstProjects(storage.SinkId, t, storage.Projects[t]),
            ]);
    }

    /// <summary>As a study writes it.</summary>
    public StudyFirstStep Written(IReadOnlyList<Domain.Period> periods)
    {
        ArgumentNullException.ThrowIfNull(periods);
        return new StudyFirstStep
        {
            Through = periods[Periods - 1].To,
            Captures = [.. Captures.Select(c => new StudyFirstCapture { Stream = c.Stream, From = periods[c.Period].From })],
            Pipes = [.. Pipes.Select(p => new StudyFirstPipe { Corridor = p.Corridor, From = periods[p.Period].From, Trend = p.Trend, TonnesPerYear = p.TonnesPerYear })],
            Storage = [.. Projects.Select(s => new StudyFirstProjects { Formation = s.Formation, From = periods[s.Period].From, Projects = s.Count })],
        };
    }
}

/// <summary>A unit that starts in a period (an index from 0).</summary>
public sealed record FirstCapture(string Stream, int Period);

/// <summary>A pipe that is bought in a period, of a cost line, with its t/y.</summary>
public sealed record FirstPipe(string Corridor, int Period, string Trend, double TonnesPerYear);

/// <summary>Storage projects that open in a period.</summary>
public sealed record FirstProjects(string Formation, int Period, int Count);
