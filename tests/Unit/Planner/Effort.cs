namespace Trunkline.Tests.Unit.Planner;

/// <summary>How many random cases are tried: few in every run, many where CHECK_FULL=1.</summary>
internal static class Effort
{
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("CHECK_FULL") == "1";

    public static long Of(long usual, long full) => IsFull ? full : usual;
}
