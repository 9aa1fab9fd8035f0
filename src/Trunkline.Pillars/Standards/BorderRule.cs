using System.Globalization;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Pillars;

/// <summary>Point 9 and the chain's instrument: what the register's numbers and choices say of CO2 that crosses a border.</summary>
internal static class BorderRule
{
    private const string Surrender = "eu.ets.surrender";
    private const string Arrangement = "no.cross-border-arrangements.signed";
    private const string Norway = "no";

    /// <summary>Whether a tonne stored there is shut out or let in by the claiming law.</summary>
    public static (RecognitionOutcome Outcome, Bilingual Why) Of(RegisterView law, string storing, string claiming) => Jurisdictions.Root(claiming) switch
    {
        "us" => Choice(law, IncentiveParameters.CreditPlace, "place", "abroad", "eligible"),
        "eu" => Choice(law, Surrender, "store", Jurisdictions.InEconomicArea(storing) ? "permitted-in-eea" : "outside-eea", "not-due"),
        _ => Instrument(law, claiming, storing),
    };

    /// <summary>An instrument between two countries: an arrangement that the register dates.</summary>
    /// <param name="from">Where the CO2 comes from.</param>
    /// <param name="to">Where it is stored.</param>
    public static (RecognitionOutcome Outcome, Bilingual Why) Instrument(RegisterView law, string from, string to)
    {
        string? partner = to == Norway ? from : from == Norway ? to : null;
        Answer? answer = partner is null ? null : law.Answer(new Question(Arrangement, new Dictionary<string, string> { ["partner"] = partner }));
        return answer switch
        {
            Reading signed when signed.Date <= law.AsOf => (RecognitionOutcome.Met, new Bilingual(
                $"Arrangement signed on {Day(signed.Date)} ({signed.ParameterId} {signed.EntryId}).", $"安排于 {Day(signed.Date)} 签署（{signed.ParameterId} {signed.EntryId}）。")),
            Reading or NoAnswer { Kind: NoAnswerKind.NoValueInForce } => (RecognitionOutcome.NotMet, new Bilingual(
                $"No arrangement was in force on {Day(law.AsOf)}.", $"{Day(law.AsOf)} 尚无有效的安排。")),
            _ => (RecognitionOutcome.Unknown, new Bilingual("The register knows no instrument between the two.", "登记册中没有两者之间的文书。")),
        };
    }

    private static (RecognitionOutcome Outcome, Bilingual Why) Choice(RegisterView law, string parameter, string dimension, string word, string good) =>
        law.Answer(new Question(parameter, new Dictionary<string, string> { [dimension] = word })) switch
        {
            Reading reading when reading.Words == good => (RecognitionOutcome.Met, Said(reading, word)),
            Reading reading => (RecognitionOutcome.NotMet, Said(reading, word)),
            _ => (RecognitionOutcome.Unknown, new Bilingual($"The register has no answer on that day ({parameter}).", $"登记册当日没有答案（{parameter}）。")),
        };

    private static Bilingual Said(Reading reading, string word) => new(
        $"{reading.ParameterId} {reading.EntryId}: {word} is {reading.Words}.", $"{reading.ParameterId} {reading.EntryId}：{word} 为 {reading.Words}。");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
