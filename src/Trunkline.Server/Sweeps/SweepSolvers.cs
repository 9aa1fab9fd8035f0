using Npgsql;
using Trunkline.Runner;

namespace Trunkline.Server.Sweeps;

/// <summary>Where this server has sweeps computed: by workers of the team where some are heard of, otherwise in solver processes of this machine.</summary>
internal sealed class SweepSolvers(ServeOptions options) : IDisposable
{
    private const double Lately = 10;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource closing = new();
    private TeamBoard? board;

    /// <summary>For the sweep of a folder.</summary>
    public ISolveDispatcher Of(string folder)
    {
        if (options.Database is { } database && Board(database) is { } team && team.Workers(Lately).Count > 0)
        {
            return new TeamSolvers(team, TeamQueue.Open(database, Lease), folder, options.DataFolder);
        }

        // One core stays for whoever asks the server meanwhile.
        return new LocalSolvers(StandardStreams.Solver(StandardStreams.SolverWord), Math.Max(1, Environment.ProcessorCount - 1));
    }

    public void Dispose()
    {
        closing.Cancel();
        board?.Dispose();
        closing.Dispose();
    }

    private TeamBoard? Board(string database)
    {
        try
        {
            return board ??= TeamBoard.Open(database, closing.Token);
        }
        catch (NpgsqlException)
        {
            // The database is away: this machine does it.
            return null;
        }
    }
}
