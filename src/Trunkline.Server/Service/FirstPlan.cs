using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Runner;
using Trunkline.Server.Http;
using Trunkline.Server.Identity;
using Trunkline.Server.Plans;
using Trunkline.Store;

namespace Trunkline.Server.Service;

/// <summary>
/// The plan that the first page shows. It ships with the data, so that it is there in a second; what is remembered of it ships too, so that it can be asked at once. Where
/// nothing ships it is made in the background.
/// </summary>
internal sealed class FirstPlan(Rooms rooms) : IHostedService
{
    private const string Dataset = "us";
    private readonly TrunklineStore store = rooms.Main.Store;
    private readonly PlanInputs inputs = rooms.Main.Inputs;
    private readonly PlanningDesk desk = rooms.Main.Desk;
    private readonly JobBoard queue = rooms.Main.Jobs;
    private readonly PlanViews views = rooms.Main.Views;
    private readonly PillarViews pillars = rooms.Main.Pillars;
    private string? opening;
    private volatile IReadOnlyList<Problem> problems = [];
    private volatile string? plan;

    /// <summary>Reads and opens the plan on a thread of its own: the server listens meanwhile.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = Task.Factory.StartNew(Begin, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>How the service looks from a room.</summary>
    public ServiceStatus Status(Room room)
    {
        JobNews? begun = opening is { } id ? queue.Find(id) : null;
        bool isHere = room.Store.Workspace == store.Workspace;
        string? job = isHere && begun is { IsOver: false } ? begun.Id : null;
        string? first = (plan is { } shown && room.Store.Plans.Find(shown) is not null ? shown : null) ?? room.Store.Plans.List().FirstOrDefault(p => p.DatasetId == Dataset && p.Origin != "what-if")?.Id;
        Problem[] wrong = [.. problems, .. first is null ? begun?.Result?.Problems ?? [] : []];
        string state = first is not null || !isHere ? "ready" : wrong.Length > 0 || begun is { IsOver: true } ? "failed" : "starting";
        bool canAsk = first is not null && room.Store.Plans.Find(first) is { } stored && room.Desk.IsOpen(stored);
        return new ServiceStatus(state, first, job, canAsk, [.. wrong.Select(p => Problems.Seen(p))]);
    }

    private void Begin()
    {
        try
        {
            problems = [.. inputs.Register.Problems];
            if (problems.Count == 0)
            {
                Show();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            problems = [new Problem("first plan", e.Message, "See that the data folder and the store can be read and written.")];
        }
    }

    private void Show()
    {
        string folder = Path.Combine(inputs.DataFolder, Dataset), shipped = Path.Combine(folder, "plan");
        string study = StudyText.OfItsFolder(File.ReadAllText(Path.Combine(folder, "study.json")));
        Checked<Plan>? read = PlanShipment.Read(shipped, PlanShipment.PlanFile) is { } bytes ? PlanJson.Read(bytes, Path.Combine(shipped, PlanShipment.PlanFile)) : null;
        if (read is not { IsRight: true })
        {
            problems = [.. read?.Problems ?? []];
            Make(study);
            return;
        }

        StoredPlan stored = desk.Ship(read.Value, study, Dataset, PlanShipment.Read(shipped, PlanShipment.MemoryFile));
        plan = stored.Id;
        opening = desk.Open(stored).Id;
        Warm(stored.Id);
    }

    private void Make(string text)
    {
        if (store.Plans.List().FirstOrDefault(p => p.DatasetId == Dataset && p.Origin == "study") is { } made)
        {
            plan = made.Id;
            opening = desk.Open(made).Id;
            return;
        }

        Checked<Study> study = inputs.Study(text, Dataset);
        problems = [.. study.Problems];
        opening = study.IsRight ? desk.Plan(text, Dataset, study.Value).Id : null;
    }

    /// <summary>The first page asks for these; they are ready when it does.</summary>
    private void Warm(string id)
    {
        foreach (string layer in Report.PlanLayers.Names)
        {
            views.Layer(id, layer);
        }

        views.Charts(id);
        views.Table(id, "periods");
        pillars.Part(id, "impact");
    }
}
