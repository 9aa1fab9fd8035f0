using Trunkline.Planner;

namespace Trunkline.Store;

/// <summary>What is known of a plan without reading all of it.</summary>
/// <param name="Origin"><c>shipped</c>, <c>study</c>, <c>what-if</c> or <c>proof</c>.</param>
/// <param name="ParentId">The plan it was asked of; null where of none.</param>
/// <param name="StudyText">The study it answers; its dataset is written as <c>.</c>.</param>
/// <param name="Changes">What was changed against the parent, as JSON; an empty list where nothing.</param>
/// <param name="Head">The plan with its lists left empty and the best bound that is known.</param>
/// <param name="CanBeOpened">True where questions can be asked of it without making it anew.</param>
/// <param name="Version">Rises with every edit.</param>
/// <param name="MadeBy">Who asked for it.</param>
/// <param name="Recipe">How it was computed, as JSON; null where it came from elsewhere.</param>
public sealed record StoredPlan(
    string Id,
    string? Name,
    bool Kept,
    string StudyId,
    string DatasetId,
    string Origin,
    string? ParentId,
    DateTimeOffset Created,
    string StudyText,
    string Changes,
    Plan Head,
    bool CanBeOpened,
    long Version,
    string MadeBy,
    string? Recipe);

/// <summary>A plan to be kept.</summary>
/// <param name="Memory">What a changed study may begin from; null where there is nothing.</param>
/// <param name="By">Who asked for it; whoever holds the store where null.</param>
public sealed record NewPlan(
    Plan Plan, string StudyText, string DatasetId, string Origin, string? ParentId = null, string Changes = "[]", string? Name = null, byte[]? Memory = null, string? By = null, string? Recipe = null);

/// <summary>How an edit of something kept went.</summary>
public enum Edited
{
    Done,

    /// <summary>There is no such thing.</summary>
    Missing,

    /// <summary>It was edited by somebody else since it was read.</summary>
    ChangedMeanwhile,
}
