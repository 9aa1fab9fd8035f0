using Trunkline.Domain;
using Trunkline.Register;
using Trunkline.Runner;

namespace Trunkline.Server.Register;

/// <summary>The register as requests ask for it.</summary>
internal sealed class Law(PlanInputs inputs, TimeProvider clock)
{
    /// <summary>The day on which it is asked.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The register; what is wrong with it is told by the status of the service, and then nothing here is answered.</summary>
    public PolicyRegister Register => inputs.Register.OrThrow();

    /// <summary>The register with overlays; all that is wrong with them otherwise.</summary>
    public Checked<PolicyRegister> With(string[]? overlays) => Register.With(overlays ?? []);

    /// <summary>How far a record has come; nobody's key is trusted here.</summary>
    public RecordStanding Standing(PolicyRecord record) => Register.Review(record, Today, ReviewTrust.None);

    /// <summary>A record by its id, or a revision of it by id and number (<c>us.45q@1</c>).</summary>
    public PolicyRecord? Find(string name)
    {
        string[] parts = name.Split('@', 2);
        PolicyRecord? current = Register.Find(parts[0]);
        return parts.Length == 1 || current is null
            ? current
            : current.Earlier.Append(current).FirstOrDefault(r => $"{r.Document.Revision?.Number ?? 1}" == parts[1]);
    }
}
