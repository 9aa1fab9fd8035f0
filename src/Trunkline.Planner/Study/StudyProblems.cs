using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>Collects what is wrong in one study file; each check returns a usable value so that the next can go on.</summary>
internal sealed class StudyProblems(string file)
{
    private readonly List<Problem> problems = [];

    public IReadOnlyCollection<Problem> All => problems;

    public void Require(bool holds, string pointer, string what, string fix)
    {
        if (!holds)
        {
            problems.Add(new Problem($"{file} {pointer}", what, fix));
        }
    }

    public double Within(double value, double least, double most, string pointer, string unit)
    {
        Require(value >= least && value <= most, pointer, $"{value} is not between {least} and {most}.", $"The unit is {unit}.");
        return value;
    }

    public string OneOf(string value, IReadOnlyList<string> allowed, string pointer)
    {
        bool known = allowed.Contains(value);
        Require(known, pointer, $"'{value}' is not known.", $"Give one of: {string.Join(", ", allowed)}.");
        return known ? value : allowed[0];
    }

    public IReadOnlyList<double> OnePerPeriod(
        IReadOnlyList<double> values, int periods, double least, double most, string pointer, string unit, bool given = true)
    {
        Require(!given || values.Count == periods, pointer, $"There are {values.Count} numbers for {periods} periods.", "Give one number a period.");
        for (int i = 0; i < values.Count; i++)
        {
            Within(values[i], least, most, $"{pointer}/{i}", unit);
        }

        return values;
    }
}
