using System.CommandLine;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli;

/// <summary>Whose law a command reads: a day with overlays, or a mode.</summary>
internal sealed record LawChoice(DateOnly? AsOf, IReadOnlyList<string> Overlays, string? Mode)
{
    /// <summary>The shipped register as chosen, or everything that is wrong with register and choice.</summary>
    public Checked<RegisterView> Read()
    {
        Checked<PolicyRegister> register = RegisterReader.Read(ShippedData.Register);
        return register.IsRight ? In(register.Value) : Checked<RegisterView>.Wrong([.. register.Problems]);
    }

    private Checked<RegisterView> In(PolicyRegister register)
    {
        if ((AsOf is null) == (Mode is null) || (Mode is not null && Overlays.Count > 0))
        {
            return Checked<RegisterView>.Wrong([new Problem(
                "--as-of", Mode is null ? "is missing." : "and --overlay cannot stand beside --mode.", "Give --as-of, with --overlay if wanted, or --mode, which names both.")]);
        }

        if (Mode is { } mode)
        {
            return register.InMode(mode);
        }

        Checked<PolicyRegister> changed = register.With(Overlays);
        return changed.IsRight ? Checked<RegisterView>.Right(changed.Value.AsOf(AsOf!.Value)) : Checked<RegisterView>.Wrong([.. changed.Problems]);
    }

    /// <summary>The options of a command that make such a choice.</summary>
    internal sealed class Options(Language language)
    {
        private readonly Option<DateOnly?> asOf = new("--as-of") { Description = PolicyWords.AsOf.In(language), HelpName = "date" };
        private readonly Option<string[]> overlay = new("--overlay") { Description = PolicyWords.Overlay.In(language), HelpName = "id" };
        private readonly Option<string?> mode = new("--mode") { Description = PolicyWords.Mode.In(language), HelpName = "id" };

        public IEnumerable<Option> All => [asOf, overlay, mode];

        public LawChoice Of(ParseResult parsed) => new(parsed.GetValue(asOf), parsed.GetValue(overlay) ?? [], parsed.GetValue(mode));
    }
}
