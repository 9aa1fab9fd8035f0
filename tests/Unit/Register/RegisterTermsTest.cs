using Trunkline.Register;

namespace Trunkline.Tests.Unit.Register;

public sealed class RegisterTermsTest
{
    [Theory]
    [InlineData(typeof(InstrumentKind))]
    [InlineData(typeof(PolicyCategory))]
    [InlineData(typeof(ValueChainStage))]
    [InlineData(typeof(BindingLevel))]
    [InlineData(typeof(DocumentStatus))]
    [InlineData(typeof(EventKind))]
    [InlineData(typeof(RelationKind))]
    [InlineData(typeof(LegalForce))]
    [InlineData(typeof(ReviewState))]
    [InlineData(typeof(Gate))]
    [InlineData(typeof(EvidenceRank))]
    [InlineData(typeof(CellState))]
    [InlineData(typeof(CriterionGroup))]
    [InlineData(typeof(StackingEffect))]
    [InlineData(typeof(StackingScope))]
    [InlineData(typeof(ChangeKind))]
    [InlineData(typeof(SearchField))]
    public void Every_word_of_the_format_has_a_term_in_both_languages(Type words) => Assert.All(
        Enum.GetValues(words).Cast<Enum>(),
        member => Assert.True(
            RegisterTerms.Has(member) && RegisterTerms.Of(member) is { En.Length: > 0, Zh.Length: > 0 }, $"{words.Name}.{member} has no term in RegisterTerms."));

    [Theory]
    [InlineData(EventKind.DraftReleased, "draft-released")]
    [InlineData(EventKind.InForce, "in-force")]
    [InlineData(BindingLevel.ExecutiveOrder, "executive-order")]
    public void The_code_of_a_member_is_the_word_of_the_format(Enum member, string code) => Assert.Equal(code, RegisterTerms.Code(member));

    [Theory]
    [InlineData(DatePrecision.Day, "2024-10-01")]
    [InlineData(DatePrecision.Month, "2024-10")]
    [InlineData(DatePrecision.Year, "2024")]
    public void A_day_is_written_as_precisely_as_it_is_known(DatePrecision precision, string written) =>
        Assert.Equal(written, RegisterTerms.Day(new DateOnly(2024, 10, 1), precision));
}
