using Microsoft.AspNetCore.Http.HttpResults;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Server.Register;

/// <summary>A passage that matched.</summary>
/// <param name="Language">Its language; null where it is the same in both.</param>
internal sealed record HitSeen(string Record, Bilingual Titles, SearchField Field, string Place, Language? Language, string Passage, int Count);

/// <summary>What a search found, best first.</summary>
internal sealed record SearchSeen(int Total, int Records, IReadOnlyList<HitSeen> Hits);

/// <summary>Search by words, in both languages.</summary>
internal static class SearchEndpoints
{
    private const int UsualHits = 50;
    private const int MostHits = 500;

    public static void MapSearch(this IEndpointRouteBuilder api) => api.MapGet("/register/search", Search).WithName("searchRegister").WithTags("Register");

    /// <summary>Passages that hold the words. Chinese needs no spaces; part of a word matches.</summary>
    /// <param name="q">What to look for.</param>
    /// <param name="limit">How many passages, at most 500.</param>
    internal static Ok<SearchSeen> Search(Law law, string? q, int? limit)
    {
        SearchResult found = law.Register.Search.Find(q ?? "", Math.Clamp(limit ?? UsualHits, 1, MostHits));
        return TypedResults.Ok(new SearchSeen(
            found.Total,
            found.Records,
            [.. found.Hits.Select(h => new HitSeen(h.RecordId, law.Register.Find(h.RecordId)!.Document.Titles, h.Field, h.Place, h.Language, h.Passage, h.Count))]));
    }
}
