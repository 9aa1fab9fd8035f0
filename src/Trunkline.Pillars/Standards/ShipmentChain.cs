using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Pillars;

/// <summary>One link of a cross-border chain.</summary>
/// <param name="Link"><c>leave</c>, <c>sea</c>, <c>instrument</c> or <c>store</c>.</param>
public sealed record ChainLink(string Link, RecognitionOutcome Outcome, Bilingual Why, IReadOnlyList<string> Evidence);

/// <summary>Whether CO2 may lawfully go from one country to a store in another on a day: both ends present, instrument in force. Whether it counts is asked apart.</summary>
/// <param name="From">Where it is captured.</param>
/// <param name="To">Where it is stored.</param>
/// <param name="BySea">True where the store lies below the sea bed.</param>
/// <param name="Lawful">Met where every link is, not met where one is not; unknown where one is unknown.</param>
/// <param name="CountsAtOrigin">Whether the law of the origin lets a tonne stored there count.</param>
public sealed record ShipmentChain(string From, string To, DateOnly Day, bool BySea, RecognitionOutcome Lawful, IReadOnlyList<ChainLink> Links, ChainLink CountsAtOrigin)
{
    private const string Treaty = "int.lp-5-14";

    /// <summary>The chain under the law of the view's day.</summary>
    public static ShipmentChain Of(RegisterView law, string from, string to, bool bySea)
    {
        ArgumentNullException.ThrowIfNull(law);
        List<ChainLink> links = [Leave(law, from), .. bySea ? [Sea(law)] : Array.Empty<ChainLink>(), Instrument(law, from, to), Store(law, to)];
        RecognitionOutcome lawful = links.Any(l => l.Outcome == RecognitionOutcome.NotMet) ? RecognitionOutcome.NotMet
            : links.All(l => l.Outcome == RecognitionOutcome.Met) ? RecognitionOutcome.Met
            : RecognitionOutcome.Unknown;
        (RecognitionOutcome counts, Bilingual why) = BorderRule.Of(law, to, from);
        return new ShipmentChain(from, to, law.AsOf, bySea, lawful, links, new ChainLink("counts", counts, why, []));
    }

    private static ChainLink Leave(RegisterView law, string from) => Cell(law, "leave", "cross-border-rules", from);

    private static ChainLink Sea(RegisterView law)
    {
        bool isOpen = law.Register.Find(Treaty)?.ForceOn(law.AsOf) == LegalForce.InForce;
        MatrixReading reading = law.Register.Matrix.On("cross-border-rules", "int", law.AsOf);
        Bilingual says = reading.Cell?.Says ?? new Bilingual("Nothing is written down for that day.", "当日没有记录。");
        return new ChainLink("sea", isOpen ? RecognitionOutcome.Met : RecognitionOutcome.NotMet, says, [.. reading.Evidence.Select(e => e.Claim.Id)]);
    }

    private static ChainLink Instrument(RegisterView law, string from, string to)
    {
        if (Jurisdictions.Root(from) == Jurisdictions.Root(to))
        {
            return new ChainLink("instrument", RecognitionOutcome.Met, new Bilingual("One union, one law.", "同一联盟，同一法律。"), []);
        }

        (RecognitionOutcome outcome, Bilingual why) = BorderRule.Instrument(law, from, to);
        return new ChainLink("instrument", outcome, why, []);
    }

    private static ChainLink Store(RegisterView law, string to) => Cell(law, "store", "permitting-lead-time", to);

    /// <summary>Met where there is a rule, unknown where nobody has looked.</summary>
    private static ChainLink Cell(RegisterView law, string link, string criterion, string jurisdiction)
    {
        MatrixReading[] readings = [.. Jurisdictions.Chain(jurisdiction).Select(j => law.Register.Matrix.On(criterion, j, law.AsOf))];
        MatrixReading reading = readings.FirstOrDefault(r => r.IsFilled) ?? readings[0];
        RecognitionOutcome outcome = !reading.IsFilled ? RecognitionOutcome.Unknown : reading.State == CellState.Absent ? RecognitionOutcome.NotMet : RecognitionOutcome.Met;
        return new ChainLink(link, outcome, reading.Cell?.Says ?? new Bilingual("Nobody has looked.", "尚未研究。"), [.. reading.Evidence.Select(e => e.Claim.Id)]);
    }
}
