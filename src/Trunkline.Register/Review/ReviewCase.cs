using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>How far a change has come.</summary>
public enum CaseState
{
    /// <summary>The author is writing.</summary>
    Draft,

    /// <summary>Others judge its claims.</summary>
    Submitted,

    /// <summary>The author is to write it anew.</summary>
    Returned,

    /// <summary>It is a version of the record. Nothing more happens to it.</summary>
    Accepted,

    /// <summary>The author took it back. Nothing more happens to it.</summary>
    Withdrawn,
}

/// <summary>
/// A change of a record and everything that happened to it: draft → submitted → judged claim by claim → accepted, or returned to be drafted anew. Pure: its state follows from
/// its steps and from nothing else. No author accepts, judges or returns his or her own change.
/// </summary>
/// <param name="Claims">What must be judged; empty until it is submitted.</param>
/// <param name="Judgements">The last word on each claim since it was last submitted.</param>
/// <param name="Steps">In order; what the rest was made of.</param>
public sealed record ReviewCase(
    string Record,
    string Author,
    string Base,
    IReadOnlyList<RegisterFile> Files,
    string Why,
    CaseState State,
    IReadOnlyList<string> Claims,
    IReadOnlyList<CaseStep.Judged> Judgements,
    IReadOnlyList<CaseStep> Steps)
{
    private const string Case = "review";

    /// <summary>True where nothing more can happen.</summary>
    public bool IsOver => State is CaseState.Accepted or CaseState.Withdrawn;

    /// <summary>Claims that nobody has judged yet, or not found supported.</summary>
    public IEnumerable<string> Open => Claims.Where(c => !Judgements.Any(j => j.Claim == c && j.Verdict == Verdict.Supports));

    /// <summary>A case that begins.</summary>
    public static Checked<ReviewCase> Begin(CaseStep.Drafted drafted)
    {
        ArgumentNullException.ThrowIfNull(drafted);
        return Checked<ReviewCase>.From(
            new ReviewCase(drafted.Record, drafted.By, drafted.Base, drafted.Files, drafted.Why, CaseState.Draft, [], [], [drafted]),
            [.. Faults(drafted.Files, drafted.Why)]);
    }

    /// <summary>A case made again from everything that happened to it.</summary>
    /// <exception cref="InvalidOperationException">These steps cannot have happened in this order.</exception>
    public static ReviewCase Of(IReadOnlyList<CaseStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ReviewCase first = steps is [CaseStep.Drafted drafted, ..] ? Begin(drafted).OrThrow() : throw new InvalidOperationException("A case begins with a draft.");
        return steps.Skip(1).Aggregate(first, (review, step) => review.Take(step).OrThrow());
    }

    /// <summary>The case after a step, or everything that speaks against the step; then nothing has happened.</summary>
    public Checked<ReviewCase> Take(CaseStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        Problem[] problems = [.. Against(step)];
        return problems.Length > 0 ? Checked<ReviewCase>.Wrong(problems) : Checked<ReviewCase>.Right(After(step) with { Steps = [.. Steps, step] });
    }

    /// <summary>True where two names mean one person.</summary>
    public static bool IsSame(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    private ReviewCase After(CaseStep step) => step switch
    {
        CaseStep.Redrafted s => this with { Base = s.Base, Files = s.Files, Why = s.Why, State = CaseState.Draft, Claims = [], Judgements = [] },
        CaseStep.Submitted s => this with { State = CaseState.Submitted, Claims = s.Claims, Judgements = [] },
        CaseStep.Judged s => this with { Judgements = [.. Judgements.Where(j => j.Claim != s.Claim), s] },
        CaseStep.Returned => this with { State = CaseState.Returned },
        CaseStep.Accepted => this with { State = CaseState.Accepted },
        CaseStep.Withdrawn => this with { State = CaseState.Withdrawn },
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private IEnumerable<Problem> Against(CaseStep step) => step switch
    {
        CaseStep.Redrafted s => [.. When(CaseState.Draft, CaseState.Returned), .. ByAuthor(s), .. Faults(s.Files, s.Why)],
        CaseStep.Submitted s => [.. When(CaseState.Draft), .. ByAuthor(s), .. Distinct(s.Claims)],
        CaseStep.Judged s => [.. When(CaseState.Submitted), .. ByAnother(s), .. Known(s)],
        CaseStep.Returned s => [.. When(CaseState.Submitted), .. ByAnother(s), .. Reason(s.Why)],
        CaseStep.Accepted s => [.. When(CaseState.Submitted), .. ByAnother(s), .. Unsettled()],
        CaseStep.Withdrawn s => [.. When(CaseState.Draft, CaseState.Submitted, CaseState.Returned), .. ByAuthor(s)],
        _ => [new Problem(Case, "It has begun already.", "Draft another one.")],
    };

    private IEnumerable<Problem> When(params CaseState[] states) => states.Contains(State)
        ? []
        : [new Problem($"{Case} /state", $"It is {Name(State)}.", $"This is done while it is {string.Join(" or ", states.Select(Name))}.")];

    private IEnumerable<Problem> ByAuthor(CaseStep step) =>
        IsSame(step.By, Author) ? [] : [new Problem($"{Case} /author", $"'{step.By}' is not the author.", $"Let {Author} do it.")];

    private IEnumerable<Problem> ByAnother(CaseStep step) =>
        IsSame(step.By, Author) ? [new Problem($"{Case} /author", $"'{step.By}' is the author.", "Let another person do it.")] : [];

    private IEnumerable<Problem> Known(CaseStep.Judged step) =>
        Claims.Contains(step.Claim) ? [] : [new Problem($"{Case} /claims", $"'{step.Claim}' is none of the claims to be judged.", $"They are: {string.Join(", ", Claims)}.")];

    private IEnumerable<Problem> Unsettled() => Open.Select(c => new Problem(
        $"{Case} /claims/{c}",
        Judgements.Any(j => j.Claim == c) ? "It was not found supported." : "Nobody has judged it.",
        "Hold it against its evidence, or return the change."));

    private static IEnumerable<Problem> Distinct(IReadOnlyList<string> claims) =>
        claims.Distinct(StringComparer.Ordinal).Count() == claims.Count ? [] : [new Problem($"{Case} /claims", "A claim is named twice.", "Name each claim once.")];

    private static IEnumerable<Problem> Faults(IReadOnlyList<RegisterFile> files, string why)
    {
        if (files.Count == 0)
        {
            yield return new Problem($"{Case} /files", "Nothing is changed.", "Give the files of the record that become others.");
        }

        foreach (IGrouping<string, RegisterFile> twice in files.GroupBy(f => f.Path).Where(g => g.Count() > 1))
        {
            yield return new Problem($"{Case} /files", $"'{twice.Key}' is given twice.", "Give each file once.");
        }

        foreach (Problem problem in Reason(why))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> Reason(string why) =>
        string.IsNullOrWhiteSpace(why) ? [new Problem($"{Case} /why", "No reason is given.", "Say why, for whoever reads it later.")] : [];

    private static string Name(CaseState state) => state.ToString().ToLowerInvariant();
}
