using System.Globalization;
using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>A limit of <see cref="StudySize"/> that a text passes.</summary>
/// <param name="Limit"><c>bytes</c>, <c>depth</c>, <c>periods</c> or <c>members</c>.</param>
/// <param name="Pointer">Where in the text; empty for the whole.</param>
/// <param name="Most">What is allowed.</param>
public sealed record StudyExcess(string Limit, string Pointer, int Most)
{
    /// <summary>For people: which limit, and what to do.</summary>
    /// <param name="file">What the text is called.</param>
    /// <param name="more">What else may be done.</param>
    public Problem AsProblem(string file, string more = "")
    {
        string most = Most.ToString("N0", CultureInfo.InvariantCulture);
        (string what, string fix) = Limit switch
        {
            "bytes" => ($"It has more than {most} bytes.", "Take out what the plan does not need; sites and costs belong into a dataset."),
            "depth" => ($"More than {most} lists and objects stand within each other.", "Take out what is nested in vain: no member of a study needs more than five."),
            "periods" => ($"There are more than {most} periods.", $"Give at most {most}; one may last up to 50 years."),
            _ => ($"It has more than {most} members.", $"Give at most {most}; states, a box or \"*\" name many at once."),
        };
        return new Problem(Pointer.Length == 0 ? file : $"{file} {Pointer}", what, fix + more);
    }
}
