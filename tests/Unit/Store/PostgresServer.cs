using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Trunkline.Tests.Unit.Store;

/// <summary>A real PostgreSQL of the tests' own, from the system's packages: started when first asked for, gone with the test program.</summary>
internal sealed class PostgresServer
{
    /// <summary>Said where a test is skipped.</summary>
    public const string Missing = "No PostgreSQL on this machine. Install it with: sudo apt-get install -y postgresql";

    private static readonly Lazy<PostgresServer?> Only = new(Start);
    private static int made;

    private readonly string programs;
    private readonly string folder;
    private readonly int port;

    private PostgresServer(string programs, string folder, int port) => (this.programs, this.folder, this.port) = (programs, folder, port);

    /// <summary>The server, or null where the machine has none.</summary>
    public static PostgresServer? Here => Only.Value;

    /// <summary>A new empty database.</summary>
    public string NewDatabase()
    {
        string name = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref made)}";
        // A connection kept from before the server was stopped would be a dead one.
        using NpgsqlConnection connection = new($"{Connection("postgres")};Pooling=false");
        connection.Open();
        using NpgsqlCommand command = new($"CREATE DATABASE {name}", connection);
        command.ExecuteNonQuery();
        return Connection(name);
    }

    public void Stop() => Run("pg_ctl", "-D", folder, "-m", "immediate", "-w", "stop");

    public void StartAgain() =>
        // Durability against a loss of power is not what is tested here.
        Run("pg_ctl", "-D", folder, "-l", Path.Combine(folder, "log"), "-o", $"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off", "-w", "start");

    private static PostgresServer? Start()
    {
        string packages = "/usr/lib/postgresql";
        string? programs = Directory.Exists(packages) ? Directory.GetDirectories(packages).Order(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin")).LastOrDefault(d => File.Exists(Path.Combine(d, "initdb"))) : null;
        if (programs is null)
        {
            return null;
        }

        PostgresServer server = new(programs, Path.Combine(Path.GetTempPath(), $"trunkline-postgres-{Environment.ProcessId}"), FreePort());
        server.Run("initdb", "-D", server.folder, "-U", "trunkline", "-A", "trust", "-E", "UTF8", "--no-sync");
        server.StartAgain();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.End();
        return server;
    }

    private string Connection(string database) => $"Host=127.0.0.1;Port={port};Database={database};Username=trunkline";

    private void End()
    {
        // A test may have left it stopped; whatever happens here is nobody's failure any more.
        Start("pg_ctl", "-D", folder, "-m", "immediate", "-w", "stop").WaitForExit();
        Start("rm", "-rf", folder).WaitForExit();
    }

    // The server refuses to run as root.
    private void Run(string program, params string[] words)
    {
        using Process process = Start(program, words);
        process.WaitForExit();
        Assert.True(process.ExitCode is 0, $"{program} ended with {process.ExitCode}.");
    }

    private Process Start(string program, params string[] words)
    {
        string full = program == "rm" ? program : Path.Combine(programs, program);
        bool isRoot = Environment.UserName == "root";
        ProcessStartInfo start = new(isRoot ? "runuser" : full, isRoot ? ["-u", "postgres", "--", full, .. words] : words) { WorkingDirectory = Path.GetTempPath() };
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
