using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trunkline.Server;
using Trunkline.Store;

namespace Trunkline.Tests.Server;

/// <summary>A real server on a free port of this machine, over a small study in place of the nation, with a store of its own.</summary>
public class RunningServer : IAsyncLifetime
{
    /// <summary>Two plants that share a pipe: small enough that every answer is there at once.</summary>
    private const string SmallStudy = "02-two-sources-one-trunk";

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"trunkline-{Path.GetRandomFileName()}");
    private readonly FaultCount faults = new();
    private WebApplication? app;

    /// <summary>The parts of the server.</summary>
    public IServiceProvider Services => app!.Services;

    /// <summary>Everything that it answers to.</summary>
    public IEnumerable<RouteEndpoint> Endpoints => ((IEndpointRouteBuilder)app!).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>();

    /// <summary>Where the server keeps things.</summary>
    public string StoreFolder => Path.Combine(folder, "store");

    public HttpClient Client { get; private set; } = null!;

    /// <summary>The address, without a slash at its end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Id of the plan that is there from the beginning.</summary>
    public string Plan { get; private set; } = "";

    /// <summary>How many errors the server has logged.</summary>
    public int Faults => faults.Count;

    public static string Root { get; } = FindRoot();

    public virtual async ValueTask InitializeAsync()
    {
        string data = MakeData(folder);
        ServeOptions options = With(new ServeOptions("http://127.0.0.1:0", data, StoreFolder, WebFolder: null));
        app = ServerHost.Build(options, TimeProvider.System);
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(faults);
        await app.StartAsync();
        Address = app.Urls.Single();
        Client = ClientWith(Token(TrunklineStore.Open(StoreFolder, TimeProvider.System, options.Database)));
        Plan = await FirstPlan();
    }

    /// <summary>Whoever shows a token; nobody where it is null.</summary>
    public HttpClient ClientWith(string? token)
    {
        HttpClient client = new() { BaseAddress = new Uri(Address), Timeout = TimeSpan.FromMinutes(5) };
        client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Client.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    public async Task<JsonNode> Get(string path) =>
        await Client.GetFromJsonAsync<JsonNode>($"/api/v1{path}", TestContext.Current.CancellationToken) ?? throw new InvalidOperationException($"{path} is null.");

    /// <summary>Data as they ship, but for the nation, in whose place stands a small study.</summary>
    public static string MakeData(string folder)
    {
        string data = Path.Combine(folder, "data");
        Copy(Path.Combine(Root, "data", "studies", SmallStudy), Path.Combine(data, "us"));
        Copy(Path.Combine(Root, "data", "studies"), Path.Combine(data, "studies"));
        Copy(Path.Combine(Root, "data", "register"), Path.Combine(data, "register"));
        return data;
    }

    /// <summary>Waits until a job is over.</summary>
    public async Task<JsonNode> Over(string job)
    {
        while (true)
        {
            JsonNode now = await Get($"/jobs/{job}");
            if (now["state"]!.GetValue<string>() is "done" or "failed" or "cancelled")
            {
                return now;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>How the server is started.</summary>
    protected virtual ServeOptions With(ServeOptions options) => options;

    /// <summary>What <see cref="Client"/> shows.</summary>
    protected virtual string? Token(TrunklineStore store) => null;

    private async Task<string> FirstPlan()
    {
        while (true)
        {
            JsonNode status = (await Client.GetFromJsonAsync<JsonNode>("/api/v1/status"))!;
            Assert.NotEqual("failed", status["state"]!.GetValue<string>());
            if (status["plan"]?.GetValue<string>() is { } plan)
            {
                return plan;
            }

            await Task.Delay(50);
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string FindRoot()
    {
        DirectoryInfo? here = new(AppContext.BaseDirectory);
        while (here is not null && !File.Exists(Path.Combine(here.FullName, "Trunkline.slnx")))
        {
            here = here.Parent;
        }

        return here?.FullName ?? throw new InvalidOperationException("The tests run from a clone.");
    }

    private sealed class FaultCount : ILoggerProvider, ILogger
    {
        private int count;

        public int Count => count;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Interlocked.Increment(ref count);
            }
        }

        public void Dispose()
        {
            // There is nothing to let go of.
        }
    }
}
