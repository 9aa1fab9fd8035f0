using Trunkline.Cli;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Cli;

public sealed class CommandTreeTest
{
    [Theory]
    [InlineData(Language.En, "plan", "us")]
    [InlineData(Language.Zh, "plan", "us", "--lang", "zh")]
    [InlineData(Language.Zh, "--lang=zh", "study", "list")]
    [InlineData(Language.En, "plan", "us", "--lang")]
    [InlineData(Language.En, "plan", "us", "--lang", "fr")]
    public void The_language_is_known_before_anything_is_said(Language language, params string[] args) =>
        Assert.Equal(language, CommandTree.LanguageAsked(args));
}
