using System.CommandLine;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli;

/// <summary>The options of a command that say whose law it reads: <c>--as-of</c> with <c>--overlay</c>, or <c>--mode</c>.</summary>
internal sealed class LawChoice(Language language)
{
    private readonly Option<DateOnly?> asOf = new("--as-of") { Description = PolicyWords.AsOf.In(language), HelpName = "date" };
    private readonly Option<string[]> overlay = new("--overlay") { Description = PolicyWords.Overlay.In(language), HelpName = "id" };
    private readonly Option<string?> mode = new("--mode") { Description = PolicyWords.Mode.In(language), HelpName = "id" };

    private readonly Option<string> folder = new("--register") { Description = Words.RegisterFolder.In(language), HelpName = "folder", DefaultValueFactory = _ => ShippedData.Register };

    public IEnumerable<Option> Options => [asOf, overlay, mode];

    /// <summary>The same, and which register is read.</summary>
    public IEnumerable<Option> OptionsWithFolder => [asOf, overlay, mode, folder];

    public string FolderOf(ParseResult parsed) => parsed.GetRequiredValue(folder);

    public PolicyBasis Of(ParseResult parsed) => new(parsed.GetValue(asOf), parsed.GetValue(overlay) ?? [], parsed.GetValue(mode));

    /// <summary>A register read so, or everything that is wrong with register and choice.</summary>
    public static Checked<RegisterView> Read(string folder, PolicyBasis basis)
    {
        Checked<PolicyRegister> register = RegisterReader.Read(folder);
        return register.IsRight ? basis.Of(register.Value) : Checked<RegisterView>.Wrong([.. register.Problems]);
    }
}
