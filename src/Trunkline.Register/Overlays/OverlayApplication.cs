using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Applies overlays to a register, one after the other, and says where they contradict each other or the register.</summary>
internal sealed class OverlayApplication
{
    private readonly PolicyRegister register;
    private readonly List<Problem> problems = [];
    private readonly Dictionary<string, List<OwnedEntry>> entriesByParameter = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Parameter, string Entry), string> replacedBy = [];
    private readonly Dictionary<string, List<PolicyEvent>> eventsByPolicy = new(StringComparer.Ordinal);

    private OverlayApplication(PolicyRegister register)
    {
        this.register = register;
        foreach (PolicyParameter parameter in register.Records.SelectMany(r => r.Parameters))
        {
            entriesByParameter.Add(parameter.Id, [.. parameter.Entries.Select(e => new OwnedEntry(e, null))]);
        }
    }

    /// <summary>The register with the overlays of these ids applied in order, or everything that stands in the way.</summary>
    public static Checked<PolicyRegister> Of(PolicyRegister register, IReadOnlyList<string> ids)
    {
        OverlayApplication application = new(register);
        List<PolicyOverlay> overlays = [.. application.Named(ids)];
        foreach (PolicyOverlay overlay in overlays)
        {
            application.Apply(overlay);
        }

        foreach ((string parameter, List<OwnedEntry> entries) in application.entriesByParameter)
        {
            application.FindOverlaps(parameter, entries);
        }

        return application.problems.Count > 0 ? Checked<PolicyRegister>.Wrong(application.problems) : Checked<PolicyRegister>.Right(application.Changed(overlays));
    }

    private IEnumerable<PolicyOverlay> Named(IReadOnlyList<string> ids)
    {
        foreach (string doubled in ids.GroupBy(id => id).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            problems.Add(new Problem($"overlay {doubled}", "is named twice.", "Name it once."));
        }

        foreach (string id in ids.Distinct())
        {
            if (register.Overlays.FirstOrDefault(o => o.Id == id) is { } overlay)
            {
                yield return overlay;
            }
            else
            {
                problems.Add(new Problem($"overlay {id}", "is not in the register.", $"Known are: {string.Join(", ", register.Overlays.Select(o => o.Id))}."));
            }
        }
    }

    private void Apply(PolicyOverlay overlay)
    {
        foreach (OverlayParameter change in overlay.Parameters ?? [])
        {
            if (entriesByParameter.TryGetValue(change.Id, out List<OwnedEntry>? entries))
            {
                Replace(overlay, change, entries);
            }
            else
            {
                problems.Add(new Problem(Where(overlay, change.Id), "is not a parameter of the register.", "Name a parameter that the register has."));
            }
        }

        foreach (OverlayEvent happened in overlay.Events ?? [])
        {
            AddEvent(overlay, happened);
        }
    }

    private void Replace(PolicyOverlay overlay, OverlayParameter change, List<OwnedEntry> entries)
    {
        foreach (string old in change.Replaces ?? [])
        {
            if (entries.RemoveAll(e => e.Entry.Id == old && e.Overlay is null) > 0)
            {
                replacedBy.Add((change.Id, old), overlay.Id);
            }
            else
            {
                problems.Add(new Problem(
                    Where(overlay, change.Id),
                    replacedBy.TryGetValue((change.Id, old), out string? other) ? $"replaces entry '{old}', which overlay {other} replaces too." : $"replaces entry '{old}', which does not exist.",
                    other is null ? $"The law's entries are: {string.Join(", ", entries.Where(e => e.Overlay is null).Select(e => e.Entry.Id))}." : $"Name only one of the overlays {other} and {overlay.Id}."));
            }
        }

        foreach (PolicyEntry added in change.Entries)
        {
            if (entries.Find(e => e.Entry.Id == added.Id) is { } same)
            {
                problems.Add(new Problem(
                    Where(overlay, change.Id), $"adds entry '{added.Id}', which {same.Owner} has already.", "Give the entry an id of its own, or list the old one in 'replaces'."));
            }

            problems.AddRange(Faults(overlay, change.Id, added));
            entries.Add(new OwnedEntry(added, overlay.Id));
        }
    }

    /// <summary>An entry of an overlay is as whole as one of the law, but rests on the overlay: it names no evidence.</summary>
    private IEnumerable<Problem> Faults(PolicyOverlay overlay, string parameterId, PolicyEntry added)
    {
        CitedParameter parameter = register.Parameter(parameterId)!;
        string where = $"{Where(overlay, parameterId)} {added.Id}";
        foreach (Problem problem in UnitsFit.OfEntry(parameter.Parameter, added, where)
            .Concat(EntriesHoldSomething.OfEntry(added, where))
            .Concat(WordsAreAllowed.Of(parameter.Parameter, added.When, $"{where}/when")))
        {
            yield return problem;
        }

        if (added.Evidence.Count > 0)
        {
            yield return new Problem($"{where}/evidence", "names evidence of the law.", "Leave it empty: an entry of an overlay rests on the overlay.");
        }

        if (added.Index is { } index && register.Parameter(index)?.Parameter.Projection is null)
        {
            yield return new Problem($"{where}/index", $"'{index}' is not an index of the register.", "Name an index, or leave it out for a flat amount.");
        }
    }

    private void AddEvent(PolicyOverlay overlay, OverlayEvent happened)
    {
        if (register.Find(happened.Policy) is null)
        {
            problems.Add(new Problem(Where(overlay, happened.Policy), "is not a policy of the register.", "Name a policy that the register has."));
            return;
        }

        if (!eventsByPolicy.TryGetValue(happened.Policy, out List<PolicyEvent>? events))
        {
            eventsByPolicy.Add(happened.Policy, events = []);
        }

        events.Add(new PolicyEvent(happened.Kind, happened.Date, happened.Precision, happened.Evidence, happened.Note));
    }

    /// <summary>Only entries of an overlay can be at fault: the law's own were checked when the register was read.</summary>
    private void FindOverlaps(string parameter, List<OwnedEntry> entries)
    {
        for (int j = 0; j < entries.Count; j++)
        {
            for (int i = 0; i < j && entries[j].Overlay is not null; i++)
            {
                if (EntriesDoNotOverlap.Overlap(entries[i].Entry, entries[j].Entry))
                {
                    problems.Add(new Problem(
                        $"overlay {entries[j].Overlay} {parameter}",
                        $"entry '{entries[j].Entry.Id}' holds at the same time as '{entries[i].Entry.Id}' of {entries[i].Owner}.",
                        "Narrow one of them, or list the old one in 'replaces'."));
                }
            }
        }
    }

    private PolicyRegister Changed(IReadOnlyList<PolicyOverlay> overlays)
    {
        IReadOnlyList<PolicyRecord> records = [.. register.Records.Select(Changed)];
        return new PolicyRegister(register.Content with { Records = records }, Version(overlays))
        {
            Applied = overlays,
            Assumed = entriesByParameter
                .SelectMany(p => p.Value.Where(e => e.Overlay is not null).Select(e => (Key: (p.Key, e.Entry.Id), e.Overlay)))
                .ToDictionary(e => e.Key, e => e.Overlay!),
        };
    }

    private PolicyRecord Changed(PolicyRecord record) => record with
    {
        Parameters = [.. record.Parameters.Select(p => p with { Entries = [.. entriesByParameter[p.Id].Select(e => e.Entry)] })],
        Document = eventsByPolicy.TryGetValue(record.Id, out List<PolicyEvent>? more)
            ? record.Document with { Events = [.. record.Document.Events.Concat(more).OrderBy(e => e.Date)] }
            : record.Document,
    };

    /// <summary>The files of the overlays stand in the register, so its own version covers their content; what is added is which were applied, in order.</summary>
    private string Version(IReadOnlyList<PolicyOverlay> overlays) =>
        overlays.Count == 0 ? register.Version : CanonicalHash.Of($"{register.Version}\n{string.Join('\n', overlays.Select(o => o.Id))}");

    private static string Where(PolicyOverlay overlay, string what) => $"overlay {overlay.Id} {what}";

    /// <summary>An entry and the overlay it comes from; null for the law.</summary>
    private sealed record OwnedEntry(PolicyEntry Entry, string? Overlay)
    {
        public string Owner => Overlay is null ? "the law" : $"overlay {Overlay}";
    }
}
