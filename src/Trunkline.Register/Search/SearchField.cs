using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Where in a record words can be found; the higher in this list, the more a match counts.</summary>
public enum SearchField
{
    Id,
    Title,
    Parameter,
    Claim,
    Event,
    Stacking,
    Conflict,
    NotModelled,
    Cluster,
    Matrix,
    Impact,
    Text,
}

/// <summary>One passage of a record in one language.</summary>
/// <param name="Place">Id of the parameter, claim or clause, or the place in the record, so that a reader finds it.</param>
/// <param name="Language">Its language; null where it is the same in both.</param>
internal sealed record SearchPassage(string RecordId, SearchField Field, string Place, Language? Language, string Words);

/// <summary>A passage that matched.</summary>
/// <param name="Place">Id of the parameter, claim or clause, or the place in the record.</param>
/// <param name="Language">Its language; null where it is the same in both.</param>
/// <param name="Passage">The words around the first match, as they stand.</param>
/// <param name="Count">How often the words that were searched for stand in the passage.</param>
/// <param name="Terms">How many of the different words searched for stand in it.</param>
public sealed record SearchHit(string RecordId, SearchField Field, string Place, Language? Language, string Passage, int Count, int Terms);

/// <summary>What a search found.</summary>
/// <param name="Hits">The best, best first.</param>
/// <param name="Total">How many passages matched in all.</param>
/// <param name="Records">How many records they stand in.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, int Total, int Records);
