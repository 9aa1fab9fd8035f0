using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Trunkline.Store;

namespace Trunkline.Tests.Server;

/// <summary>A team server as a process of its own: it can be killed, and what it says is heard.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder said = new();
    private readonly int port;
    private readonly string token;

    private ServerProcess(Process process, int port, string token) => (this.process, this.port, this.token) = (process, port, token);

    /// <summary>What it has logged so far.</summary>
    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    public int Id => process.Id;

    public int Port => port;

    public int ExitCode => process.ExitCode;

    /// <summary>Processor time of all its threads so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory that it has held at once, in bytes.</summary>
    public long MostMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>A token for <paramref name="holder"/>, who may do everything.</summary>
    public static string TokenOf(TrunklineStore store, string holder) => store.Tokens.Add(holder, Role.Administrator, TimeSpan.FromDays(1)).Token;

    /// <summary>The part of a token, ours or a provider's, that cannot be guessed.</summary>
    public static string SecretOf(string token) => token.StartsWith(TokenShelf.Prefix, StringComparison.Ordinal) ? token.Split('_', 3)[2] : token.Split('.')[^1];

    /// <summary>Starts the server on a free port and waits until it can be asked.</summary>
    /// <param name="token">Of whoever asks.</param>
    /// <param name="database">A PostgreSQL connection; null for SQLite in the store's folder.</param>
    /// <param name="surroundings">Environment variables of its own.</param>
    public static async Task<ServerProcess> Start(string data, string store, string token, string? database = null, IReadOnlyDictionary<string, string>? surroundings = null)
    {
        int port = FreePort();
        ProcessStartInfo start = new("dotnet", [Built("Trunkline.Server", "trunkline-server.dll"), "--urls", $"http://127.0.0.1:{port}", "--data", data, "--store", store, "--auth", "tokens"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TRUNKLINE_LIMITS_REQUESTS_PER_MINUTE"] = "1000000";
        start.Environment[TrunklineStore.DatabaseVariable] = database;
        foreach ((string name, string value) in surroundings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        ServerProcess server = new(Process.Start(start)!, port, token);
        server.process.OutputDataReceived += server.Hear;
        server.process.ErrorDataReceived += server.Hear;
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        await server.Ready();
        return server;
    }

    /// <summary>A program of the solution, built in the configuration of these tests.</summary>
    public static string Built(string project, string file) => Path.Combine(RunningServer.Root, "artifacts", "bin", project, new DirectoryInfo(AppContext.BaseDirectory).Name, file);

    /// <summary>Somebody with a token that counts.</summary>
    public HttpClient Client() => Client(token);

    /// <summary>Somebody with another token.</summary>
    public HttpClient Client(string other)
    {
        HttpClient client = new() { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(5) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", other);
        return client;
    }

    /// <summary>Waits until a job is over, and gives the plan that it made.</summary>
    public static async Task<string> Planned(HttpClient client, string job)
    {
        while (true)
        {
            JsonNode now = JsonNode.Parse(await client.GetStringAsync($"/api/v1/jobs/{job}", TestContext.Current.CancellationToken))!;
            if (now["state"]!.GetValue<string>() is "done" or "failed" or "cancelled")
            {
                return now["result"]?["id"]?.GetValue<string>() ?? throw new InvalidOperationException($"The job made no plan. {now}");
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until it can be asked.</summary>
    public async Task Ready()
    {
        using HttpClient client = Client();
        while (!await IsReady(client))
        {
            Assert.False(process.HasExited, $"The server has ended. {Said}");
            await Task.Delay(30, TestContext.Current.CancellationToken);
        }
    }

    public async Task Kill()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public Task Ended() => process.WaitForExitAsync(TestContext.Current.CancellationToken);

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
    }

    /// <summary>A small study under another name, as it is sent.</summary>
    public static JsonObject Study(string id, string title)
    {
        JsonObject study = JsonNode.Parse(File.ReadAllText(Path.Combine(RunningServer.Root, "data", "studies", "01-one-source-one-hub", "study.json")))!.AsObject();
        (study["id"], study["title"]!["en"]) = (id, title);
        return new JsonObject { ["study"] = study, ["dataset"] = "01-one-source-one-hub" };
    }

    /// <summary>Saves a new study.</summary>
    public static async Task<HttpResponseMessage> Save(HttpClient client, string id, string title, CancellationToken cancellation) =>
        await client.PostAsJsonAsync("/api/v1/studies", Study(id, title), cancellation);

    /// <summary>A port that nobody listens at.</summary>
    public static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> IsReady(HttpClient client)
    {
        try
        {
            return (await client.GetAsync("/ready", TestContext.Current.CancellationToken)).StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (said)
        {
            said.AppendLine(line.Data);
        }
    }
}
