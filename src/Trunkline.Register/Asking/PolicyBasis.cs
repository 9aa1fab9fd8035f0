using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Whose law is read: a day and, if wanted, overlays; or a mode, which names both.</summary>
/// <param name="AsOf">The day; null where a mode names it.</param>
/// <param name="Overlays">Ids, in the order in which they are applied; empty beside a mode.</param>
/// <param name="Mode">Id of a mode; null where the day is named.</param>
public sealed record PolicyBasis(DateOnly? AsOf, IReadOnlyList<string> Overlays, string? Mode)
{
    /// <summary>The law of a day as it stands.</summary>
    public static PolicyBasis On(DateOnly day) => new(day, [], null);

    /// <summary>The register read so, or everything that is wrong: neither or both of day and mode, or an id that the register does not have.</summary>
    public Checked<RegisterView> Of(PolicyRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        if ((AsOf is null) == (Mode is null) || (Mode is not null && Overlays.Count > 0))
        {
            return Checked<RegisterView>.Wrong([new Problem(
                "policy",
                Mode is null ? "names neither a day nor a mode." : "names a mode beside a day or overlays.",
                "Give a day, with overlays if wanted, or a mode, which names both.")]);
        }

        if (Mode is { } mode)
        {
            return register.InMode(mode);
        }

        Checked<PolicyRegister> changed = register.With(Overlays);
        return changed.IsRight ? Checked<RegisterView>.Right(changed.Value.AsOf(AsOf!.Value)) : Checked<RegisterView>.Wrong([.. changed.Problems]);
    }
}
