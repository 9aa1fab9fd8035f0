using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Pillars;

/// <summary>Whether a goal stands in law on the study's day.</summary>
/// <param name="Parameter">The register's parameter.</param>
/// <param name="AsOf">The day asked about.</param>
/// <param name="InForce">True where it holds on that day.</param>
/// <param name="Year">The goal's year, in force or as it last was; null where the register has none.</param>
/// <param name="Overlay">The overlay that it rests on instead of the law; null for law.</param>
/// <param name="LastEvent">Kind of the record's last event on or before the day, for example <c>repealed</c>.</param>
/// <param name="LastEventDay">Its day.</param>
/// <param name="Why">What the register says where it does not hold; null where it does.</param>
public sealed record GoalInLaw(string Parameter, DateOnly AsOf, bool InForce, int? Year, string? Overlay, EventKind? LastEvent, DateOnly? LastEventDay, Bilingual? Why)
{
    internal static GoalInLaw Of(RegisterView law, string parameter)
    {
        PolicyRecord? record = law.Register.Records.FirstOrDefault(r => r.Parameters.Any(p => p.Id == parameter));
        PolicyParameter? asked = record?.Parameters.First(p => p.Id == parameter);
        PolicyEvent? last = record?.Document.Events.Where(e => e.Date <= law.AsOf).OrderBy(e => e.Date).LastOrDefault();
        return law.Answer(new Question(parameter, Question.NoDims)) switch
        {
            Reading reading => new GoalInLaw(parameter, law.AsOf, true, (int)reading.Value, reading.Parts[0].Overlay, last?.Kind, last?.Date, null),
            NoAnswer none => new GoalInLaw(parameter, law.AsOf, false, LastYear(asked), null, last?.Kind, last?.Date, Reason(asked, law.AsOf, none)),
            var other => throw new InvalidOperationException($"An answer is a reading or none, not {other}."),
        };
    }

    private static int? LastYear(PolicyParameter? asked) =>
        asked?.Entries.OrderBy(e => e.Law.From).Select(e => (int?)e.Value?.Number).LastOrDefault();

    private static Bilingual Reason(PolicyParameter? asked, DateOnly day, NoAnswer none) =>
        asked?.Gaps?.LastOrDefault(g => g.Law?.Contains(day) ?? true)?.Says ?? new Bilingual(none.Message, none.Message);
}
