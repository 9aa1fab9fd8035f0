using Trunkline.Register;

namespace Trunkline.Tests.Unit.Register;

/// <summary>For each gate a record that breaks it: refused or held, with file, path, reason and fix.</summary>
public sealed class GateTest
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void A_whole_record_passes_every_gate_but_review()
    {
        PolicyRegister register = WholeRecord.Read(WholeRecord.Files());
        RecordStanding standing = register.Review(register.Records.Single(), Today, ReviewTrust.None);
        GateFailure only = Assert.Single(standing.Failures);
        Assert.Equal((Gate.Review, ReviewState.EvidenceComplete), (only.Gate, standing.State));
    }

    [Theory]
    [InlineData(Gate.Shape, WholeRecord.Policy, "\"events\":", "\"colour\": 1, \"events\":", "/colour", "could not be mapped", "docs/register.md")]
    [InlineData(Gate.Shape, WholeRecord.Policy, "\"statute\"", "\"law\"", "/bindingLevel", "could not be converted", "docs/register.md")]
    [InlineData(Gate.Shape, WholeRecord.Policy, "\"statute\"", "null", "/bindingLevel", "", "docs/register.md")]
    [InlineData(Gate.Shape, WholeRecord.Policy, "\"statute\"", "\"unknown\"", "/bindingLevel", "is unknown", "primary source")]
    [InlineData(Gate.Relations, WholeRecord.Policy, "\"relations\": []", "\"relations\": [{ \"kind\": \"amends\", \"target\": \"us.gone\", \"from\": \"2026-06-01\" }]", "/relations/0/target", "does not exist", "Correct the name")]
    [InlineData(Gate.Relations, WholeRecord.Policy, "\"relations\": []", "\"relations\": [{ \"kind\": \"amends\", \"target\": \"us-wy.storage-grant\", \"from\": \"2026-06-01\" }]", "/relations/0", "circle", "Drop or turn round")]
    [InlineData(Gate.Relations, WholeRecord.Policy, "\"relations\": []", "\"relations\": [{ \"kind\": \"funds\", \"target\": \"us-wy.storage-grant\", \"from\": \"2020-06-01\" }]", "/relations/0/from", "before the first event", "Correct the date")]
    [InlineData(Gate.Relations, WholeRecord.Policy, "\"with\": \"us-wy.storage-grant\"", "\"with\": \"us.gone\"", "/stacking/0/with", "does not exist", "Correct the name")]
    [InlineData(Gate.Evidence, WholeRecord.Rate, "[\"us-wy.storage-grant.act.amount\"]", "[]", "/entries/0/evidence", "without a reason", "Name a claim")]
    [InlineData(Gate.Quotes, WholeRecord.Act, "shall be $10 per", "shall be $11 per", "/claims/0/quote", "does not stand in the kept text", "exactly as they stand")]
    [InlineData(Gate.Quotes, WholeRecord.Rate, "\"value\": 10", "\"value\": 12", "/entries/0/evidence", "none of its quotations carries 12", "Quote the words")]
    [InlineData(Gate.Dates, WholeRecord.Policy, "\"precision\": \"day\"", "\"precision\": \"year\"", "/events/0/precision", "does not fit", "1 January")]
    [InlineData(Gate.Dates, WholeRecord.Policy, "\"2026-05-02\", \"precision\"", "\"2026-01-01\", \"precision\"", "/events/0/date", "stand-in", "Say 'year'")]
    [InlineData(Gate.Dates, WholeRecord.Policy, "\"in-force\"", "\"suspended\"", "/events/0/kind", "no earlier event gave", "came into force")]
    [InlineData(Gate.Dates, WholeRecord.Policy, "\"in-force\"", "\"announced\"", "/documentStatus", "no event says when", "adopted or came into force")]
    [InlineData(Gate.Units, WholeRecord.Rate, "USD/t", "EUR/t", "/unit", "is not a unit", "Use one of")]
    [InlineData(Gate.Units, WholeRecord.Rate, "\"value\": 10", "\"index\": \"us-wy.storage-grant.rate\", \"value\": 10", "/entries/0/index", "is not an index", "projection rule")]
    [InlineData(Gate.Coverage, WholeRecord.Rate, "\"entries\": [", "\"entries\": [{ \"id\": \"twin\", \"law\": { \"from\": \"2026-05-02\" }, \"value\": 10, \"evidence\": [\"us-wy.storage-grant.act.amount\"] }, ", "/entries/1", "overlaps entry 'twin'", "Narrow law")]
    [InlineData(Gate.Languages, WholeRecord.Act, "每吨 10 美元", "每吨 11 美元", "/claims/0/says", "one language only: 10, 11", "same figures")]
    [InlineData(Gate.Languages, WholeRecord.Act, "\"en\": \"In force.\", \"zh\": \"生效。\"", "\"en\": \"\", \"zh\": \" \"", "/claims/1/says", "empty in both", "Say the same")]
    [InlineData(Gate.Substance, WholeRecord.Act, "In force.", "TBD", "/claims/1/says", "'TBD' stands in", "Write what is known")]
    [InlineData(Gate.Substance, WholeRecord.Act, "takes effect May 2, 2026", "shall be $10 per metric ton", "/claims/1/quote", "is the same text as in", "its own piece")]
    public void What_breaks_a_refusing_gate_is_refused(Gate gate, string file, string right, string wrong, string place, string what, string fix)
    {
        RegisterInspection inspection = WholeRecord.Inspect(WholeRecord.With(file, right, wrong));
        Assert.Null(inspection.Register);
        Assert.Contains(
            inspection.Failures,
            f => f.Gate == gate && f.Refuses && f.Problem.Where == $"{file} {place}"
                && f.Problem.What.Contains(what, StringComparison.Ordinal) && f.Problem.Fix.Contains(fix, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Gate.Evidence, WholeRecord.Rate, "[\"us-wy.storage-grant.act.amount\"]", "[], \"note\": { \"en\": \"From memory.\", \"zh\": \"凭记忆。\" }", WholeRecord.Rate + " /entries/0/evidence", "rests on nothing", "Name a claim")]
    [InlineData(Gate.Evidence, WholeRecord.Act, ", \"quote\": \"takes effect May 2, 2026\"", "", WholeRecord.Policy + " /events/0/evidence", "no kept text stands behind it", "Keep an extract")]
    [InlineData(Gate.Evidence, WholeRecord.Act, ", \"quote\": \"No grant shall be paid where a federal loan was taken\"", "", WholeRecord.Policy + " /stacking/0/evidence", "no kept text", "Keep an extract")]
    [InlineData(Gate.Evidence, WholeRecord.Act, "\"claims\": [", "\"claims\": [{ \"id\": \"us-wy.storage-grant.act.idle\", \"locator\": \"1\", \"confidence\": \"A\", \"says\": { \"en\": \"Idle.\", \"zh\": \"闲。\" } }, ", WholeRecord.Act + " /claims/0/id", "nothing rests on claim", "Cite it")]
    [InlineData(Gate.Address, WholeRecord.Act, "https://example.gov/acts/12.html", "https://example.gov/", WholeRecord.Act + " /url", "is a home page", "address of the page")]
    [InlineData(Gate.Address, WholeRecord.Act, "\"url\": \"https://example.gov/acts/12.html\", ", "", WholeRecord.Act + " /url", "gives no address", "address of the page")]
    [InlineData(Gate.Coverage, WholeRecord.Rate, "\"dims\": {}", "\"dims\": { \"fate\": [\"saline\", \"eor\"] }", "", "", "")]
    [InlineData(Gate.Languages, WholeRecord.Policy, "\"zh\": \"封存补助\"", "\"zh\": \"\"", WholeRecord.Policy + " /titles", "has no Chinese", "Translate it into Chinese")]
    [InlineData(Gate.Freshness, WholeRecord.Act, "\"retrieved\": \"2026-11-01\"", "\"retrieved\": \"2025-11-01\"", WholeRecord.Act + " /retrieved", "more than 12 months", "Read the source again")]
    public void What_breaks_a_holding_gate_is_read_and_held(Gate gate, string file, string right, string wrong, string place, string what, string fix)
    {
        Dictionary<string, string> files = WholeRecord.With(file, right, wrong);
        if (gate == Gate.Coverage)
        {
            files[file] = files[file].Replace("\"value\": 10", "\"when\": { \"fate\": \"eor\" }, \"value\": 10", StringComparison.Ordinal);
            (place, what, fix) = ($"{file} /entries", "has no entry for fate saline, law [2026-05-02, )", "declare the gap");
        }

        PolicyRegister register = WholeRecord.Read(files);
        RecordStanding standing = register.Review(register.Records.Single(), Today, ReviewTrust.None);
        Assert.Contains(
            standing.Failures,
            f => f.Gate == gate && !f.Refuses && f.Problem.Where == place
                && f.Problem.What.Contains(what, StringComparison.Ordinal) && f.Problem.Fix.Contains(fix, StringComparison.Ordinal));
        Assert.Equal(gate == Gate.Freshness ? ReviewState.EvidenceComplete : ReviewState.Draft, standing.State);
    }

    [Fact]
    public void A_declared_gap_is_no_hole()
    {
        Dictionary<string, string> files = WholeRecord.With(
            WholeRecord.Rate, "\"dims\": {}", "\"dims\": { \"fate\": [\"saline\", \"eor\"] }, \"gaps\": [{ \"when\": { \"fate\": \"saline\" }, \"says\": { \"en\": \"None.\", \"zh\": \"无。\" } }]");
        files[WholeRecord.Rate] = files[WholeRecord.Rate].Replace("\"value\": 10", "\"when\": { \"fate\": \"eor\" }, \"value\": 10", StringComparison.Ordinal);
        PolicyRegister register = WholeRecord.Read(files);
        Assert.DoesNotContain(register.Review(register.Records.Single(), Today, ReviewTrust.None).Failures, f => f.Gate == Gate.Coverage);
    }

    [Fact]
    public void Holes_are_found_between_vintages_and_between_laws()
    {
        Dictionary<string, string> files = WholeRecord.With(
            WholeRecord.Rate,
            "\"law\": { \"from\": \"2026-05-02\" }, \"value\": 10, ",
            """
            "law": { "from": "2026-05-02", "before": "2027-01-01" }, "vintage": { "inService": { "before": "2026-07-01" } }, "value": 10,
            "note": { "en": "Old.", "zh": "旧。" }, "evidence": [] },
            { "id": "later", "law": { "from": "2027-02-01" }, "vintage": { "inService": { "from": "2026-08-01" } }, "value": 10,
            """);
        PolicyRegister register = WholeRecord.Read(files);
        string[] holes = [.. register.Review(register.Records.Single(), Today, ReviewTrust.None).Failures.Where(f => f.Gate == Gate.Coverage).Select(f => f.Problem.What)];
        Assert.Equal(
            [
                "has no entry for law [2026-05-02, ), in service [2026-07-01, 2026-08-01).",
                "has no entry for law [2026-05-02, 2027-02-01), in service [2026-08-01, ).",
                "has no entry for law [2027-01-01, ), in service [, 2026-07-01).",
            ],
            holes.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("$17 per ton", 17, "USD/t", true)]
    [InlineData("$170 per ton", 17, "USD/t", false)]
    [InlineData("12,500 metric tons", 12500, "t/y", true)]
    [InlineData("$3.5 billion", 3.5e9, "USD", true)]
    [InlineData("75 percent of the carbon", 0.75, "1", true)]
    [InlineData("seven cents on each ton", 0.07, "USD/t", true)]
    [InlineData("one cent on each ton", 0.1, "USD/t", false)]
    [InlineData("the 12-year period", 12, "years", true)]
    [InlineData("within one year", 12, "months", true)]
    [InlineData("twelve-year period", 12, "years", true)]
    [InlineData("not less than 1,000,000 metric tons", 1, "Mt/y", true)]
    [InlineData("section 1,0000", 1000, "t", false)]
    [InlineData("999999999999999999999999999999 tons", 1, "t", false)]
    public void A_figure_is_read_as_laws_write_it(string quote, double figure, string unit, bool carried) =>
        Assert.Equal(carried, QuotedFigures.Carries(quote, new PolicyValue((decimal)figure), unit));

    [Theory]
    [InlineData("begins before January 1, 2033", true)]
    [InlineData("after December 31, 2032", true)]
    [InlineData("before January 1, 2032", false)]
    public void A_day_is_read_as_laws_write_it(string quote, bool carried) =>
        Assert.Equal(carried, QuotedFigures.Carries(quote, new PolicyValue("2033-01-01"), "date"));
}
