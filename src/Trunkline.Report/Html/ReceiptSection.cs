using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>What the plan owes to the law: the money that policy moves, how far it is evidenced, what is not computed, every coefficient.</summary>
public static class ReceiptSection
{
    private const int VersionDigits = 12;

    public static void Write(Markup html, ReportInput input)
    {
        PolicyReceipt receipt = input.Plan.Receipt;
        html.Open("section", ("id", "receipt")).Leaf("h2", input.Say(Texts.ReceiptTitle)).Leaf("p", Lead(input, receipt), ("class", "lead"));
        Scale scale = input.Figures.MoneyScale(receipt.Money.Select(m => m.Amount.Value).DefaultIfEmpty(0).Max());
        Shares(input, receipt, scale).Write(html);
        if (receipt.NotModelled.Count > 0)
        {
            html.Leaf("h3", input.Say(Texts.ReceiptClauses, scale.Unit));
            Clauses(input, receipt, scale).Write(html);
        }

        string coefficients = input.Say(Texts.ReceiptCoefficients, receipt.Coefficients.Count);
        html.Open("details").Leaf("summary", coefficients);
        Coefficients(input, receipt, scale, coefficients).Write(html);
        html.Close().Close().Line();
    }

    private static string Lead(ReportInput input, PolicyReceipt receipt)
    {
        string version = receipt.RegisterVersion[..Math.Min(VersionDigits, receipt.RegisterVersion.Length)];
        string[] assumed =
        [
            input.Say(Texts.ReceiptLead, input.Figures.Date(receipt.AsOf), version, input.Figures.Money(receipt.Moved)),
            .. receipt.Mode is { } mode ? [input.Say(Texts.ReceiptMode, mode)] : Array.Empty<string>(),
            .. receipt.Overlays.Count > 0 ? [input.Say(Texts.ReceiptAssumed, string.Join(input.Say(Texts.ListBreak), receipt.Overlays))] : Array.Empty<string>(),
        ];
        return string.Join(' ', assumed);
    }

    private static HtmlTable Shares(ReportInput input, PolicyReceipt receipt, Scale scale)
    {
        string[] states = [.. receipt.LeadTimes.Select(l => l.State)];
        string title = input.Say(Texts.ReceiptMoney, scale.Unit);
        return new HtmlTable(
            title,
            [title, .. states.Select(s => Vocabulary.ReviewStates.In(s, input.Language)), input.Say(Texts.Total)],
            1,
            [
                .. receipt.Money.Select(kind => (IReadOnlyList<string>)
                [
                    Vocabulary.PolicyMoneyKinds.In(kind.Rule, input.Language),
                    .. states.Select(state => Figures.Number(scale.Of(kind.ByState.Where(s => s.State == state).Sum(s => s.Amount.Value)))),
                    Figures.Number(scale.Of(kind.Amount.Value)),
                ]),
                [input.Say(Texts.ShareHead), .. states.Select(state => receipt.ShareOf(state) is { } share ? input.Figures.Percent(share) : "–"), string.Empty],
                [
                    input.Say(Texts.ReceiptLeadTimes),
                    .. receipt.LeadTimes.Select(l => Figures.Whole(l.Formations)),
                    Figures.Whole(receipt.LeadTimes.Sum(l => l.Formations)),
                ],
            ]);
    }

    private static HtmlTable Clauses(ReportInput input, PolicyReceipt receipt, Scale scale) => new(
        input.Say(Texts.ReceiptClauses, scale.Unit),
        [input.Say(Texts.ParameterHead), input.Say(Texts.ClauseHead), input.Say(Texts.SaysHead), input.Say(Texts.AmountHead)],
        3,
        [
            .. receipt.NotModelled.Select(clause => (IReadOnlyList<string>)
            [
                clause.Parameter,
                clause.Clause,
                clause.Says.In(input.Language),
                clause.Money is { } money ? Figures.Number(scale.Of(money.Value))
                    : input.Say(Texts.StoredMass, input.Figures.Mass(new Tonnes((clause.Megatonnes ?? 0) * 1e6))),
            ]),
        ]);

    private static HtmlTable Coefficients(ReportInput input, PolicyReceipt receipt, Scale scale, string caption) => new(
        caption,
        [
            input.Say(Texts.ParameterHead), input.Say(Texts.EntryHead), input.Say(Texts.ValueHead), input.Say(Texts.EvidenceHead), input.Say(Texts.ReviewHead),
            input.Say(Texts.MoneyHead, scale.Unit),
        ],
        5,
        [
            .. receipt.Coefficients.Select(c => (IReadOnlyList<string>)
            [
                c.Parameter,
                c.Entry,
                $"{string.Join(", ", c.Values.Select(v => v.Value).Distinct())} {c.Unit}",
                Evidence(input, c),
                Vocabulary.ReviewStates.In(c.State, input.Language),
                Figures.Number(scale.Of(c.Money.Value)),
            ]),
        ]);

    private static string Evidence(ReportInput input, PolicyCoefficient coefficient) =>
        coefficient.Overlay is { } overlay ? input.Say(Texts.RestsOnOverlay, overlay)
        : coefficient.Evidence.Count == 0 ? input.Say(Texts.NoEvidence)
        : string.Join(", ", coefficient.Evidence.Select(e => e.Document == "not-archived" ? input.Say(Texts.NotArchived, e.Claim) : $"{e.Claim} ({e.Document[..Math.Min(VersionDigits, e.Document.Length)]})"));
}
