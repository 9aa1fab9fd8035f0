using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Planner;
using Trunkline.Register;
using Trunkline.Runner;
using Trunkline.Store;

namespace Trunkline.Server.Plans;

/// <summary>What plans mean for the strategy, the last few held ready.</summary>
internal sealed class PillarViews(TrunklineStore store, PlanInputs inputs, PlanViews views)
{
    private const int MostHeld = 4;
    private readonly Lock gate = new();
    private readonly LinkedList<(string Id, PlanPillars Pillars)> held = [];

    /// <summary>The pillars of a plan; null where there is no such plan, or where what it was made from is gone.</summary>
    public PlanPillars? Find(string id)
    {
        lock (gate)
        {
            if (held.FirstOrDefault(h => h.Id == id).Pillars is { } known)
            {
                return known;
            }

            if (Read(id) is not { } read)
            {
                return null;
            }

            held.AddFirst((id, read));
            while (held.Count > MostHeld)
            {
                held.RemoveLast();
            }

            return read;
        }
    }

    private PlanPillars? Read(string id)
    {
        if (store.Plans.Find(id) is not { } stored || views.Find(id) is not { } view || !inputs.Register.IsRight)
        {
            return null;
        }

        Checked<Study> study = inputs.Study(stored.StudyText, stored.DatasetId);
        Checked<RegisterView>? law = study.IsRight ? study.Value.Policy.Of(inputs.Register.Value) : null;
        return law is { IsRight: true } && study.IsRight
            ? PlanPillars.PillarsOf(new PillarInput(view.Plan, study.Value, view.Dataset, law.Value) { Funding = Funding(study.Value) })
            : null;
    }

    /// <summary>The question of pillar 1 that ships beside the study; null where there is none. Plans asked of a plan keep its study's name, and with it the question.</summary>
    private FundingQuestion? Funding(Study study) =>
        inputs.FolderOfShipped(study.Id) is { } folder && FundingOfStudy.Read(folder, study) is { IsRight: true } read ? read.Value : null;
}
