using System.Text;
using Trunkline.Domain;
using Trunkline.Optimisation;
using Trunkline.Runner;
using Trunkline.Server.Settings;

namespace Trunkline.Server;

/// <summary>What the program says to the terminal that it was started from, and hears from it.</summary>
internal static partial class StandardStreams
{
    private const int StandardInput = 0;
    private const int StandardError = 2;

    /// <summary>The word that makes of this program a solver of a sweep, which answers tasks until its input ends.</summary>
    public const string SolverWord = "solver";

    /// <summary>The word that makes of this program a solver of the server's plans.</summary>
    public const string PlanSolverWord = "plan-solver";

    /// <summary>Answers tasks line by line where these words ask for it; false where they do not.</summary>
    public static bool Solved(IReadOnlyList<string> words)
    {
        Action<TextReader, TextWriter, Action>? serve = words switch
        {
            [SolverWord] => new SolverDesk().Serve,
            [PlanSolverWord] => new PlanSolverDesk().Serve,
            _ => null,
        };
        if (serve is null)
        {
            return false;
        }

        using var tasks = new StreamReader(Stream(StandardInput, FileAccess.Read), Encoding.UTF8);
        // The engine prints a stray line now and then; standard output is for answers.
        using var answers = new StreamWriter(StandardOutput.Divert(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
        serve(tasks, answers, () => System.Environment.Exit(0));
        return true;
    }

    /// <summary>Starts this program as a solver.</summary>
    public static SolverSetup Solver(string word) => new("dotnet", [Path.Combine(AppContext.BaseDirectory, "trunkline-server.dll"), word]);

    /// <summary>What the environment says of this program, and what it says to all programs that the settings name.</summary>
    public static IReadOnlyDictionary<string, string> Environment() => System.Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
        .Select(v => ((string)v.Key, (string?)v.Value ?? "")).Where(v => v.Item1.StartsWith("TRUNKLINE_", StringComparison.Ordinal) || Setting.All.Any(s => s.Standard == v.Item1)).ToDictionary(v => v.Item1, v => v.Item2);

    /// <summary>Writes down everything that is wrong.</summary>
    public static async Task Complain(IReadOnlyList<Problem> problems)
    {
        using FileStream error = Stream(StandardError, FileAccess.Write);
        foreach (Problem problem in problems)
        {
            await error.WriteAsync(Encoding.UTF8.GetBytes($"trunkline serve: {problem}\n"));
        }
    }

    /// <summary>Says where to look.</summary>
    public static void Announce(WebApplication app)
    {
        foreach (string url in app.Urls)
        {
            Listening(app.Logger, url);
        }
    }

    /// <summary>Stops the server when nobody holds its input any more: whoever started it has gone.</summary>
    public static void StopWhenInputEnds(IHostApplicationLifetime lifetime) => _ = Task.Factory.StartNew(
        () =>
        {
            using FileStream input = Stream(StandardInput, FileAccess.Read);
            Span<byte> heard = stackalloc byte[16];
            while (input.Read(heard) > 0)
            {
                heard.Clear();
            }

            lifetime.StopApplication();
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    private static FileStream Stream(int number, FileAccess access) => new(new Microsoft.Win32.SafeHandles.SafeFileHandle(number, ownsHandle: false), access, bufferSize: 0);

    [LoggerMessage(Level = LogLevel.Information, Message = "Trunkline listens at {Url}. Ctrl-C stops it.")]
    private static partial void Listening(ILogger logger, string url);
}
