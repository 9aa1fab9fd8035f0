using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Store;

namespace Trunkline.Runner;

/// <summary>What a job is about.</summary>
public enum JobKind
{
    /// <summary>A plan of a study, from the beginning.</summary>
    Plan,

    /// <summary>Making a plan ready to be asked what if.</summary>
    Open,

    /// <summary>A changed plan.</summary>
    WhatIf,

    /// <summary>A better bound, and perhaps a better plan, behind a quick answer.</summary>
    Proof,
}

/// <summary>How far a job has come.</summary>
public enum JobState
{
    Queued,
    Running,
    Done,
    Failed,
    Cancelled,
}

/// <summary>What a job ended with.</summary>
/// <param name="PlanId">The plan it made or raised; null where there is none.</param>
/// <param name="Outcome"><c>plan</c>, <c>opened</c>, <c>proved</c>, <c>infeasible</c>, <c>out-of-time</c>, <c>out-of-memory</c>, <c>crashed</c>, <c>longer</c> or <c>wrong-input</c>.</param>
/// <param name="Problems">What is wrong with the input.</param>
/// <param name="Reasons">What would have to give way.</param>
/// <param name="Why">Why there is no plan, in words; null where there is one.</param>
/// <param name="NextJob">The job that goes on where this one could not finish quickly; null where nothing goes on.</param>
public sealed record JobResult(
    string Outcome,
    string? PlanId = null,
    IReadOnlyList<Problem>? Problems = null,
    IReadOnlyList<Relaxation>? Reasons = null,
    Bilingual? Why = null,
    string? NextJob = null)
{
    /// <summary>True where what was asked for is there.</summary>
    public bool IsGood => Outcome is "plan" or "opened" or "proved" or "longer";
}

/// <summary>One job as it stands now. Immutable: each piece of news is another one.</summary>
/// <param name="Number">Rises with every piece of news of any job.</param>
/// <param name="PlanId">The plan it is about; null where there is none yet.</param>
/// <param name="Ahead">How many jobs are to be done before it; null once it runs.</param>
/// <param name="Progress">The last word of the search; null before the first.</param>
/// <param name="Result">Null until it has ended.</param>
public sealed record JobNews(
    string Id,
    long Number,
    JobKind Kind,
    JobState State,
    Bilingual Title,
    string? PlanId,
    string? StudyId,
    DateTimeOffset Created,
    DateTimeOffset? Started,
    DateTimeOffset? Ended,
    int? Ahead,
    PlanProgress? Progress,
    JobResult? Result)
{
    /// <summary>Whose it is: nobody else hears of it.</summary>
    public string Workspace { get; init; } = Workspaces.Main;

    /// <summary>Who asked for it.</summary>
    public string By { get; init; } = TrunklineStore.Itself;

    /// <summary>True where nothing more will be heard of it.</summary>
    public bool IsOver => State is JobState.Done or JobState.Failed or JobState.Cancelled;
}

/// <summary>What is to be done.</summary>
/// <param name="Work">Runs on the queue's thread; what it reports is passed on.</param>
public sealed record JobRequest(
    JobKind Kind, Bilingual Title, string? PlanId, string? StudyId, Func<IProgress<PlanProgress>, CancellationToken, JobResult> Work)
{
    /// <summary>Whose it is.</summary>
    public string Workspace { get; init; } = Workspaces.Main;

    /// <summary>Who asks for it.</summary>
    public string By { get; init; } = TrunklineStore.Itself;
}
