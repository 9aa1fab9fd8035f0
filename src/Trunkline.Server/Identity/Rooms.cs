using System.Collections.Concurrent;
using Trunkline.Runner;
using Trunkline.Server.Plans;
using Trunkline.Server.Register;
using Trunkline.Server.Reviews;
using Trunkline.Server.Studies;
using Trunkline.Server.Sweeps;
using Trunkline.Server.Uploads;
using Trunkline.Store;

namespace Trunkline.Server.Identity;

/// <summary>The store before anybody's hands are on it.</summary>
internal sealed record TrunklineGround(TrunklineStore Store);

/// <summary>
/// Everything that one workspace works with. A request is given the parts of its caller's workspace and no others, so that what belongs to another is not there for it: it
/// answers 404 without a check that could be forgotten.
/// </summary>
internal sealed class Room
{
    public Room(TrunklineStore store, PlanInputs inputs, JobQueue queue, IPlanSolver solver, SweepTurns turns, TimeProvider clock)
    {
        (Store, Inputs) = (store, inputs);
        Jobs = new JobBoard(queue, store.Workspace);
        Desk = new PlanningDesk(store, inputs, Jobs, solver);
        Sight = new PlanSight(Desk, Jobs, new Freshness(inputs));
        Views = new PlanViews(store, inputs, Desk);
        Answers = new WhatIfAnswers(store, Sight, Views, Desk, Jobs);
        Pillars = new PillarViews(store, inputs, Views);
        Studies = new StudyCatalog(store, inputs);
        Uploads = new UploadDesk(store, inputs);
        Law = new Law(inputs, clock);
        Sweeps = new SweepShelf(store, inputs, turns);
    }

    public TrunklineStore Store { get; }

    public PlanInputs Inputs { get; }

    public JobBoard Jobs { get; }

    public PlanningDesk Desk { get; }

    public PlanSight Sight { get; }

    public PlanViews Views { get; }

    public WhatIfAnswers Answers { get; }

    public PillarViews Pillars { get; }

    public StudyCatalog Studies { get; }

    public UploadDesk Uploads { get; }

    public Law Law { get; }

    public SweepShelf Sweeps { get; }
}

/// <summary>The rooms, made when first entered. What ships is read once for all of them.</summary>
internal sealed class Rooms(TrunklineGround ground, JobQueue queue, IPlanSolver solver, SweepTurns turns, ServeOptions options, TimeProvider clock)
{
    private readonly PlanInputs shipped = new(options.DataFolder, ground.Store);
    private readonly ConcurrentDictionary<string, Lazy<Room>> rooms = new(StringComparer.Ordinal);

    /// <summary>The room of whoever sits at this machine.</summary>
    public Room Main => Of(Workspaces.Main);

    public Room Of(string workspace) => rooms.GetOrAdd(workspace, name => new Lazy<Room>(() => Make(ground.Store.In(name)))).Value;

    private Room Make(TrunklineStore store) => new(store, store.Workspace == Workspaces.Main ? shipped : shipped.For(store), queue, solver, turns, clock);
}

/// <summary>Gives each request the parts of its caller's room.</summary>
internal static class RoomService
{
    public static void AddRooms(this IServiceCollection services, ServeOptions options, TimeProvider clock)
    {
        services.AddSingleton(_ => new TrunklineGround(TrunklineStore.Open(options.StoreFolder, clock, options.Database)));
        services.AddSingleton(_ => new JobQueue(clock));
        services.AddSingleton<IPlanSolver>(_ => options.Solves is { } limits
            ? new ProcessPlanSolver(StandardStreams.Solver(StandardStreams.PlanSolverWord) with { GivesWay = true }, limits, clock)
            : new PlanSolverHere());
        services.AddSingleton<SweepSolvers>();
        services.AddSingleton(s => new SweepTurns(s.GetRequiredService<SweepSolvers>().Of));
        services.AddSingleton<Rooms>();
        services.AddHttpContextAccessor();
        services.AddScoped(CallerOf);
        services.AddScoped(RoomOf);
        services.AddScoped(s => RoomOf(s).Store.As(CallerOf(s).Who));
        services.AddScoped(s => RoomOf(s).Inputs);
        services.AddScoped(s => RoomOf(s).Jobs);
        services.AddScoped(s => RoomOf(s).Desk);
        services.AddScoped(s => RoomOf(s).Sight);
        services.AddScoped(s => RoomOf(s).Views);
        services.AddScoped(s => RoomOf(s).Answers);
        services.AddScoped(s => RoomOf(s).Pillars);
        services.AddScoped(s => RoomOf(s).Studies);
        services.AddScoped(s => RoomOf(s).Uploads);
        services.AddScoped(s => RoomOf(s).Law);
        services.AddScoped(s => RoomOf(s).Sweeps);
        services.AddScoped<ReviewDesk>();
    }

    private static Caller CallerOf(IServiceProvider services) =>
        services.GetRequiredService<IHttpContextAccessor>().HttpContext is { } http && Caller.Of(http.User) is { } caller
            ? caller
            : throw new InvalidOperationException("Nobody asks: an endpoint that anybody may reach must not ask for what belongs to somebody.");

    private static Room RoomOf(IServiceProvider services) => services.GetRequiredService<Rooms>().Of(CallerOf(services).Workspace);
}
