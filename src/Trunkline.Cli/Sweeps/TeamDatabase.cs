using System.Data.Common;
using Trunkline.Domain;
using Trunkline.Runner;
using Trunkline.Store;

namespace Trunkline.Cli;

/// <summary>The team's PostgreSQL, where sweeps are handed to workers.</summary>
internal static class TeamDatabase
{
    /// <summary>How long a worker may be silent before another one is given its runs.</summary>
    public static readonly TimeSpan UsualLease = TimeSpan.FromSeconds(20);

    /// <summary>The connection that the environment names, or null.</summary>
    public static string? Named => Environment.GetEnvironmentVariable(TrunklineStore.DatabaseVariable) is { Length: > 0 } named ? named : null;

    public static Problem Missing(Language language) => new(TrunklineStore.DatabaseVariable, SweepWords.NoDatabase.In(language), SweepWords.NoDatabaseFix.In(language));

    /// <summary>Works with the board; where the database does not answer at the start the problem is shown.</summary>
    /// <param name="work">Given the board and the connection.</param>
    public static int With(Surroundings around, bool asJson, Func<TeamBoard, string, int> work)
    {
        if (Named is not { } database)
        {
            return ProblemTable.Show(around, [Missing(around.Language)], asJson);
        }

        TeamBoard board;
        try
        {
            board = TeamBoard.Open(database, around.Interrupted);
        }
        catch (Exception wrong) when (wrong is DbException or ArgumentException or IOException or System.Net.Sockets.SocketException)
        {
            // What a driver says of a connection names no password.
            return ProblemTable.Show(around, [new Problem(TrunklineStore.DatabaseVariable, wrong.Message, SweepWords.NoDatabaseFix.In(around.Language))], asJson);
        }

        using (board)
        {
            try
            {
                return work(board, database);
            }
            catch (OperationCanceledException)
            {
                return ExitCode.Cancelled;
            }
        }
    }
}
