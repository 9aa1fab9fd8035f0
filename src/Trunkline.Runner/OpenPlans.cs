using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;
using Trunkline.Store;

namespace Trunkline.Runner;

/// <summary>Plans that are held ready to be asked what if: the last few, and what the store remembers of others.</summary>
internal sealed class OpenPlans(TrunklineStore store, PlanInputs inputs)
{
    private const int MostHeld = 6;
    private readonly Lock gate = new();
    private readonly LinkedList<(string Id, PlanMemory Memory)> held = [];

    /// <summary>True where a question can be answered from it at once.</summary>
    public bool Holds(string id)
    {
        lock (gate)
        {
            return held.Any(h => h.Id == id);
        }
    }

    public void Hold(string id, PlanMemory memory)
    {
        lock (gate)
        {
            Drop(id);
            held.AddFirst((id, memory));
            while (held.Count > MostHeld)
            {
                held.RemoveLast();
            }
        }
    }

    /// <summary>The memory of a plan, from here or from the store; null where nobody remembers it, or where what is remembered no longer fits.</summary>
    public PlanMemory? Find(StoredPlan plan, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (held.FirstOrDefault(h => h.Id == plan.Id).Memory is { } memory)
            {
                Drop(plan.Id);
                held.AddFirst((plan.Id, memory));
                return memory;
            }
        }

        PlanMemory? read = Read(plan, cancellation);
        if (read is not null)
        {
            Hold(plan.Id, read);
        }

        return read;
    }

    private PlanMemory? Read(StoredPlan plan, CancellationToken cancellation)
    {
        Checked<Study> study = inputs.Study(plan.StudyText, plan.DatasetId);
        Checked<Dataset> dataset = inputs.Dataset(plan.DatasetId);
        if (!study.IsRight || !dataset.IsRight || !inputs.Register.IsRight || store.Plans.Memory(plan.Id) is not { } bytes)
        {
            return null;
        }

        Checked<RegisterView> law = study.Value.Policy.Of(inputs.Register.Value);
        return law.IsRight ? PlanMemoryFile.Read(bytes, study.Value, dataset.Value, law.Value, cancellation).Value : null;
    }

    private void Drop(string id)
    {
        for (LinkedListNode<(string Id, PlanMemory Memory)>? node = held.First; node is not null; node = node.Next)
        {
            if (node.Value.Id == id)
            {
                held.Remove(node);
                return;
            }
        }
    }
}
