using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>What the bound means, and what the audit found.</summary>
public static class ProofSection
{
    public static void Write(Markup html, ReportInput input)
    {
        (Plan plan, Figures figures) = (input.Plan, input.Figures);
        PlanTotals totals = plan.Totals;
        html.Open("section", ("id", "proof"), ("class", "box")).Leaf("h2", input.Say(Texts.GapTitle));
        html.Leaf("p", input.Say(
            Texts.GapMeaning, figures.Money(totals.Net), figures.Money(totals.Bound), figures.Money(totals.Net - totals.Bound), figures.Percent(totals.Gap)));
        html.Leaf("p", input.Say(Texts.GapNetworkMeaning, figures.Percent(totals.GapNetwork)));
        html.Leaf("p", input.Say(Texts.GapLimits));
        html.Open("dl", ("class", "facts"));
        html.Open("div").Leaf("dt", input.Say(Texts.Outcome)).Leaf("dd", Vocabulary.Statuses.In(totals.Status, input.Language)).Close();
        html.Open("div").Leaf("dt", input.Say(Texts.BoundProvedBy)).Leaf("dd", Vocabulary.BoundSteps.In(totals.BoundStep, input.Language)).Close();
        html.Close();
        WriteAudit(html, input);
        html.Close().Line();
    }

    private static void WriteAudit(Markup html, ReportInput input)
    {
        PlanAuditResult audit = input.Plan.Audit;
        html.Leaf("p", audit.Passed ? input.Say(Texts.AuditPassed) : input.Say(Texts.AuditFailed, audit.Violations.Count), ("class", audit.Passed ? "good" : "bad"));
        html.Leaf("p", input.Say(Texts.Recomputed, input.Figures.Money(audit.RecomputedCost), input.Figures.Money(audit.RecomputedNet)));
        if (audit.Violations.Count > 0)
        {
            html.Open("details").Leaf("summary", input.Say(Texts.BrokenRules, audit.Violations.Count));
            new HtmlTable(
                input.Say(Texts.BrokenRules, audit.Violations.Count),
                [input.Say(Texts.RuleHead), input.Say(Texts.WhereHead), input.Say(Texts.WhatHead)],
                3,
                [.. audit.Violations.Select(violation => (IReadOnlyList<string>)[violation.Rule, violation.Where, violation.What])]).Write(html);
            html.Close();
        }
    }
}
