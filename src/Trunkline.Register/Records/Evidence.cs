using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>What kind of source speaks; the higher in this list, the more it counts where two disagree.</summary>
public enum EvidenceRank
{
    Treaty,
    Statute,
    Regulation,
    ExecutiveOrder,
    AgencyNotice,
    AgencyGuide,
    OfficialData,
    Research,
    LawFirm,
    TradePress,
    News,
    Advocacy,
}

/// <summary>One source and what it says: the content of one file in a record's <c>evidence</c> folder.</summary>
/// <param name="Id">Unique in the whole register, for example <c>us.45q.s21</c>.</param>
/// <param name="Published">Year or day of publication as far as known, as text; null where unknown.</param>
/// <param name="Url">Address, or null where the source is known by citation only.</param>
/// <param name="Retrieved">Day on which the source was read.</param>
/// <param name="Archive"><c>not-archived</c>, or the SHA-256 of a text kept in the record's <c>sources</c> folder.</param>
public sealed record EvidenceSource(
    string Id,
    string Title,
    string Publisher,
    DateOnly Retrieved,
    EvidenceRank Rank,
    string Archive,
    IReadOnlyList<Claim> Claims,
    string? Published = null,
    string? Url = null)
{
    /// <summary>What <see cref="Archive"/> says where no text of the source is kept.</summary>
    public const string NotArchived = "not-archived";

    public bool IsArchived => Archive != NotArchived;
}

/// <summary>One statement of a source, in our own words, at a place in it.</summary>
/// <param name="Id">Unique in the whole register; entries, events and conflicts name it.</param>
/// <param name="Locator">Section, page or row, so that a reader finds it.</param>
/// <param name="Confidence">How well it was read.</param>
/// <param name="Quote">At most 25 words of public-domain text that carry the figure; only where the source is archived.</param>
public sealed record Claim(string Id, string Locator, Confidence Confidence, Bilingual Says, string? Quote = null);

/// <summary>A claim together with the source that makes it.</summary>
public sealed record Evidence(Claim Claim, EvidenceSource Source)
{
    /// <summary>True where its words stand in a kept text, so that anybody can check them.</summary>
    public bool IsComplete => Source.IsArchived && Claim.Quote is not null;
}
