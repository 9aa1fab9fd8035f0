using System.Text.Json;
using Trunkline.Planner;

namespace Trunkline.Runner;

/// <summary>From where a plan was computed.</summary>
public enum PlanWay
{
    /// <summary>From the beginning.</summary>
    Begun,

    /// <summary>From the beginning, on the corridors of another plan.</summary>
    OnCorridors,

    /// <summary>By moves from another plan.</summary>
    Moved,
}

/// <summary>How a plan was computed, besides its study and what its stamp says: enough to compute it again.</summary>
/// <param name="Budget">Gap, time, threads and seed as the search was given them.</param>
/// <param name="From">SHA-256 of the memory that it began with; null where it began with none, or where that was not yet kept.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record PlanRecipe(PlanWay Way, SolverBudget Budget, string? From, double Seconds)
{
    // Searches look at the clock when nine tenths of their time are over; whatever ended before never did anything else because of it.
    private const double FirstLook = 0.85;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new Domain.QuantityJson(), new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>True where the clock may have ended the search: another run may then find another plan.</summary>
    public bool StoppedByClock => Seconds >= FirstLook * Budget.TimeLimitSeconds;

    /// <summary>The recipe of an answer.</summary>
    public static PlanRecipe Of(PlanWay way, Study study, PlanOutcome.Planned planned, string? from = null)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(planned);
        return new PlanRecipe(way, study.Solver, from, planned.Seconds);
    }

    public static PlanRecipe? Read(string? text) => text is null ? null : JsonSerializer.Deserialize<PlanRecipe>(text, Json);

    public string Text() => JsonSerializer.Serialize(this, Json);
}
