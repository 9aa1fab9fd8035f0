using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Planner;

/// <summary>Writes the receipt of a finished plan: the view's bibliography, with the money that moves by each entry.</summary>
internal sealed class PolicyReceipts
{
    private readonly AuditedPlan audited;
    private readonly RegisterView law;
    private readonly IReadOnlyList<MovedMoney> moved;
    private readonly IReadOnlyDictionary<string, string> rules;

    // Money that rests on an entry, and on any entry of a parameter, counted once however many of its readings have it.
    private readonly Dictionary<(string Parameter, string Entry), double> ofEntry = [];
    private readonly Dictionary<string, double> ofParameter = [];

    private PolicyReceipts(AuditedPlan audited, RegisterView law)
    {
        (this.audited, this.law, moved, rules) = (audited, law, [.. MovedMoney.In(audited)], IncentiveParameters.RulesOf(law.Register));
        // Money that rests on one list of readings moves together.
        foreach (IGrouping<object, MovedMoney> together in moved.GroupBy(m => (object)m.RestsOn, ReferenceEqualityComparer.Instance))
        {
            HashSet<(string Parameter, string Entry)> entries = [.. together.First().RestsOn.SelectMany(r => r.Parts).Select(p => (p.ParameterId, p.EntryId))];
            double amount = together.Sum(m => m.Amount);
            foreach ((string Parameter, string Entry) entry in entries)
            {
                ofEntry[entry] = ofEntry.GetValueOrDefault(entry) + amount;
            }

            foreach (string parameter in entries.Select(e => e.Parameter).Distinct())
            {
                ofParameter[parameter] = ofParameter.GetValueOrDefault(parameter) + amount;
            }
        }
    }

    /// <summary>What is known before there is a plan: whose law, and nothing moved.</summary>
    public static PolicyReceipt Unwritten(RegisterView law) =>
        new(law.Register.Version, law.AsOf, law.Mode, [.. law.Register.Applied.Select(o => o.Id)], [], [], [], []);

    /// <summary>The receipt of a plan that was made under a view; the view remembers what it was asked.</summary>
    public static PolicyReceipt Of(AuditedPlan audited, RegisterView law) => new PolicyReceipts(audited, law).Written();

    /// <summary>The receipt of what a view was asked, without a plan: no money has moved.</summary>
    public static PolicyReceipt Compiled(RegisterView law)
    {
        IReadOnlyDictionary<string, string> rules = IncentiveParameters.RulesOf(law.Register);
        return Unwritten(law) with { Coefficients = [.. law.Bibliography.Select(entry => Coefficient(entry, rules, default))] };
    }

    private PolicyReceipt Written() => Unwritten(law) with
    {
        Coefficients = [.. law.Bibliography.Select(entry => Coefficient(
            entry, rules, new Usd(ofEntry.GetValueOrDefault((entry.ParameterId, entry.EntryId)))))],
        Money = [.. moved.GroupBy(m => m.Rule).OrderBy(g => g.Key, StringComparer.Ordinal).Select(Money)],
        LeadTimes = LeadTimes(),
        NotModelled = [.. Clauses(), .. Unrecorded(), .. Prohibitions()],
    };

    private static PolicyCoefficient Coefficient(BibliographyEntry entry, IReadOnlyDictionary<string, string> rules, Usd money) => new(
        rules.GetValueOrDefault(entry.ParameterId, "unused"),
        entry.ParameterId,
        entry.EntryId,
        entry.Unit,
        ReviewStateName.Of(entry.State),
        entry.Confidence,
        entry.Projected,
        entry.Overlay,
        [.. entry.Evidence.Select(e => new ReceiptEvidence(e.Claim.Id, e.Source.Archive))],
        [.. entry.Uses.Select(u => new CoefficientValue(u.Circumstances, u.Value.ToString(), u.Projected))],
        money);

    private static PolicyMoney Money(IGrouping<string, MovedMoney> kind)
    {
        Dictionary<string, double> byState = kind.GroupBy(m => m.State).ToDictionary(g => ReviewStateName.Of(g.Key), g => g.Sum(m => m.Amount));
        return new PolicyMoney(
            kind.Key,
            new Usd(kind.Sum(m => m.Amount)),
            [.. ReviewStateName.All.Select(state => new StateMoney(state, new Usd(byState.GetValueOrDefault(state))))]);
    }

    private LeadTimeCount[] LeadTimes()
    {
        ILookup<string, PlannedStorage> byState = audited.Plan.Storages.Where(s => audited.FormationOf(s) is not null)
            .ToLookup(s => ReviewStateName.Of(audited.PermittingReadings(s.State).Min(r => r.State)));
        return [.. ReviewStateName.All.Select(state => new LeadTimeCount(state, byState[state].Count()))];
    }

    private IEnumerable<UnmodelledMoney> Clauses() => law.Bibliography
        .SelectMany(entry => entry.NotModelled.Select(clause => (entry.ParameterId, Clause: clause)))
        .DistinctBy(c => (c.ParameterId, c.Clause.Id))
        .Select(c => IsOfPermits(c.ParameterId)
            ? new UnmodelledMoney(c.ParameterId, c.Clause.Id, c.Clause.Says, null, Stored(_ => true))
            : new UnmodelledMoney(c.ParameterId, c.Clause.Id, c.Clause.Says, new Usd(ofParameter.GetValueOrDefault(c.ParameterId)), null));

    /// <summary>States whose storage fee the register does not know: nothing is charged there, and that is said.</summary>
    private IEnumerable<UnmodelledMoney> Unrecorded() => audited.Plan.Storages.Where(s => audited.FormationOf(s) is not null)
        .Select(s => s.State).Distinct().Order(StringComparer.Ordinal)
        .SelectMany(state => audited.UnknownStorageFees(state).Select(why => new UnmodelledMoney(
            why.ParameterId, "storage-fee", why.Says, null, Stored(s => s.State == state))));

    /// <summary>Prohibitions in force in a state whose plants capture: no rule takes them up, so their clauses stand beside the tonnes.</summary>
    private IEnumerable<UnmodelledMoney> Prohibitions() =>
        from record in law.Register.Records
        where record.Document.InstrumentKind == InstrumentKind.Prohibition && record.ForceOn(law.AsOf) == LegalForce.InForce
        let captured = CapturedIn(record.Document.Jurisdiction)
        where captured > 0
        from clause in record.Document.NotModelled
        select new UnmodelledMoney(record.Id, clause.Id, clause.Says, null, captured);

    /// <summary>Mt that the plants of a jurisdiction capture over the plan.</summary>
    private double CapturedIn(string jurisdiction) => audited.Plan.Captures
        .Where(c => jurisdiction == $"us-{c.State.ToLowerInvariant()}")
        .Sum(c => audited.PeriodIndices.Sum(t => c.Rate[t].Megatonnes * audited.Periods[t].Length));

    private bool IsOfPermits(string parameterId) => rules.GetValueOrDefault(parameterId) == IncentiveParameters.PermitRule;

    /// <summary>Mt that formations take over the plan.</summary>
    private double Stored(Func<PlannedStorage, bool> which) => audited.Plan.Storages
        .Where(s => audited.FormationOf(s) is not null && which(s))
        .Sum(s => audited.PeriodIndices.Sum(t => s.Rate[t].Megatonnes * audited.Periods[t].Length));
}
