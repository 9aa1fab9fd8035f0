using System.Text.Json;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Planner;

/// <summary>Entries of the register that a change touches, and what of a stored plan rests on them.</summary>
/// <param name="Touches">True for an entry that the change replaces, alters or ends.</param>
public sealed record LawChange(Func<string, string, bool> Touches)
{
    /// <summary>The change in words: an overlay's id, a parameter's id, or <c>parameter/entry</c>.</summary>
    /// <returns>The change, or what is wrong with the words.</returns>
    public static Checked<LawChange> Read(string words, PolicyRegister register)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(register);
        if (register.Overlays.FirstOrDefault(o => o.Id == words) is { } overlay)
        {
            HashSet<(string, string)> replaced = [.. (overlay.Parameters ?? []).SelectMany(p => (p.Replaces ?? []).Select(e => (p.Id, e)))];
            return Checked<LawChange>.Right(new LawChange((parameter, entry) => replaced.Contains((parameter, entry))));
        }

        string[] parts = words.Split('/');
        PolicyParameter? known = register.Records.SelectMany(r => r.Parameters).FirstOrDefault(p => p.Id == parts[0]);
        return known is not null && (parts.Length == 1 || (parts.Length == 2 && known.Entries.Any(e => e.Id == parts[1])))
            ? Checked<LawChange>.Right(new LawChange((parameter, entry) => parameter == parts[0] && (parts.Length == 1 || entry == parts[1])))
            : Checked<LawChange>.Wrong([new Problem(words, "is no overlay, parameter or entry of the register.", "Give for example parity-undone, us.45q.rate or us.45q.rate/2025-any.")]);
    }

    /// <summary>What differs between two registers: an entry that the second lacks or has otherwise.</summary>
    public static LawChange Between(PolicyRegister before, PolicyRegister after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        Dictionary<(string, string), string> old = Texts(before), now = Texts(after);
        HashSet<(string, string)> touched = [.. old.Where(e => !now.TryGetValue(e.Key, out string? text) || text != e.Value).Select(e => e.Key)];
        return new LawChange((parameter, entry) => touched.Contains((parameter, entry)));
    }

    /// <summary>What a plan has at stake.</summary>
    public LawImpact On(PolicyReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        PolicyCoefficient[] touched = [.. receipt.Coefficients.Where(c => Touches(c.Parameter, c.Entry))];
        Usd money = touched.GroupBy(c => c.Parameter).Select(g => g.Select(c => c.Money).Sum()).DefaultIfEmpty().MaxBy(m => m.Value);
        return new LawImpact(touched, money, receipt.Moved.Value > 0 ? money.Value / receipt.Moved.Value : null);
    }

    private static Dictionary<(string, string), string> Texts(PolicyRegister register) => (
        from record in register.Records
        from parameter in record.Parameters
        from entry in parameter.Entries
        select (Key: (parameter.Id, entry.Id), Text: JsonSerializer.Serialize(entry, RegisterJson.Options))).ToDictionary(e => e.Key, e => e.Text);
}

/// <summary>What a plan has at stake in a change.</summary>
/// <param name="Coefficients">Coefficients that rest on what is touched.</param>
/// <param name="Money">Money that rests on it: exact where one parameter is touched; where several are, what rests on the one with most.</param>
/// <param name="Share">The same as a share of what the law moves in the plan; null where it moves nothing.</param>
public sealed record LawImpact(IReadOnlyList<PolicyCoefficient> Coefficients, Usd Money, double? Share);
