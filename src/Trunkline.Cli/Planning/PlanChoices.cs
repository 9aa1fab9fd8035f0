using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Cli;

/// <summary>What the command line says about a plan in place of the study; null, or no overlay, leaves the study's own.</summary>
internal sealed record PlanChoices(
    string? Out, double? Gap, double? TimeLimitSeconds, int? Threads, int? Seed, SolverRoute? Route, PolicyBasis Law)
{
    /// <summary>Everything about the choices that cannot be.</summary>
    public IEnumerable<Problem> Problems()
    {
        if (Gap is not (null or (>= 0 and <= 1)))
        {
            yield return new Problem("--gap", $"{Gap} is not between 0 and 1.", "Give a fraction, for example 0.02 for 2 %.");
        }

        if (TimeLimitSeconds is not (null or (>= 1 and <= 86_400)))
        {
            yield return new Problem("--time-limit", $"{TimeLimitSeconds} is not between 1 and 86400.", "Give seconds, for example 120.");
        }

        if (Threads is not (null or (>= 1 and <= 64)))
        {
            yield return new Problem("--threads", $"{Threads} is not between 1 and 64.", "Give a number of threads, for example 2.");
        }

        if (Out is { } folder && PlanFolder.Obstacle(folder) is { } problem)
        {
            yield return problem;
        }
    }

    /// <summary>The study with these choices in place of its own.</summary>
    public Study ApplyTo(Study study) => study with
    {
        Policy = Law switch
        {
            { Mode: not null } => Law,
            { AsOf: not null } => Law with { Overlays = Law.Overlays.Count > 0 ? Law.Overlays : study.Policy.Overlays },
            { Overlays.Count: > 0 } => study.Policy with { Overlays = Law.Overlays },
            _ => study.Policy,
        },
        Solver = study.Solver with
        {
            Gap = Gap is { } gap ? new Fraction(gap) : study.Solver.Gap,
            TimeLimitSeconds = TimeLimitSeconds ?? study.Solver.TimeLimitSeconds,
            Threads = Threads ?? study.Solver.Threads,
            Seed = Seed ?? study.Solver.Seed,
            Route = Route ?? study.Solver.Route,
        },
    };
}
