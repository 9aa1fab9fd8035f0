using System.Globalization;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli.Register;

/// <summary>What a word on the command line names: a record or a revision of it, or the entry of a policy hub in a file or a folder.</summary>
/// <param name="Record">The record; null where a hub's entry is named.</param>
/// <param name="Entry">The hub's entry; null where a record is named.</param>
internal sealed record AccountNamed(string Name, PolicyRecord? Record, HubEntry? Entry)
{
    /// <summary>Reads what is named: first as an id of the register, then as a path.</summary>
    public static Checked<AccountNamed> Read(PolicyRegister register, string name)
    {
        if (Revision(register, name) is { } record)
        {
            return Checked<AccountNamed>.Right(new AccountNamed(name, record, null));
        }

        if (!File.Exists(name) && !Directory.Exists(name))
        {
            return Checked<AccountNamed>.Wrong([RegisterAsked.NoSuchRecord(register, name)]);
        }

        Checked<HubEntry> entry = HubEntry.ReadOne(name);
        return Checked<AccountNamed>.From(entry.IsRight ? new AccountNamed(name, null, entry.Value) : null, [.. entry.Problems]);
    }

    /// <summary>A record by its id, or one of its revisions by id and number (<c>us.45q@1</c>); null where there is none.</summary>
    public static PolicyRecord? Revision(PolicyRegister register, string name)
    {
        string[] parts = name.Split('@', 2);
        PolicyRecord? current = register.Find(parts[0]);
        return parts.Length == 1 || current is null
            ? current
            : current.Earlier.Append(current).FirstOrDefault(r => (r.Document.Revision?.Number ?? 1).ToString(CultureInfo.InvariantCulture) == parts[1]);
    }

    /// <summary>In what the two differ; null where neither is a record of the register.</summary>
    public static RecordDiff? Between(AccountNamed one, AccountNamed other, PolicyRegister register, DateOnly day) => (one, other) switch
    {
        ({ Record: { } before }, { Record: { } after }) => RegisterDiff.Between(before, after),
        ({ Entry: { } told }, { Record: { } known }) => RegisterDiff.Between(Path.GetFileName(one.Name), told.Account, told.Body, known, register, day),
        ({ Record: { } known }, { Entry: { } told }) => RegisterDiff.Between(Path.GetFileName(other.Name), told.Account, told.Body, known, register, day),
        _ => null,
    };

    /// <summary>A claim of the record that is named, which may be an earlier revision with claims of its own.</summary>
    public Evidence? Find(string claimId) => (
        from source in Record?.Sources ?? []
        from claim in source.Claims
        where claim.Id == claimId
        select new Evidence(claim, source)).FirstOrDefault();
}
