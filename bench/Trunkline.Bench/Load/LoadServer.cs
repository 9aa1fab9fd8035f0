using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Trunkline.Bench.Load;

/// <summary>The server as a process of its own, with tokens, on a free port of this machine.</summary>
internal sealed class LoadServer : IDisposable
{
    private readonly Process process;
    private readonly string address;

    private LoadServer(Process process, string address) => (this.process, this.address) = (process, address);

    /// <summary>False where it has ended, whoever ended it.</summary>
    public bool Lives => !process.HasExited;

    /// <summary>What it holds of the machine's memory, MB.</summary>
    public double MemoryMb
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>Time of the processor that it has used, s.</summary>
    public double ProcessorSeconds => process.TotalProcessorTime.TotalSeconds;

    /// <summary>Starts it and waits until the plan that ships is open.</summary>
    /// <param name="store">Folder of its store.</param>
    /// <param name="token">Of somebody who may look.</param>
    public static async Task<LoadServer> Start(string store, string token)
    {
        string build = new DirectoryInfo(AppContext.BaseDirectory).Name, address = $"http://127.0.0.1:{FreePort()}";
        string program = Path.Combine(ShippedFolder.Data(), "..", "artifacts", "bin", "Trunkline.Server", build, "trunkline-server.dll");
        ProcessStartInfo start = new("dotnet", [program, "--ends-with-input", "--urls", address, "--data", ShippedFolder.Data(), "--store", store, "--auth", "tokens"]) { RedirectStandardInput = true };
        LoadServer server = new(Process.Start(start)!, address);
        using HttpClient client = server.Client(token);
        while (!await CanAsk(client))
        {
            if (server.process.HasExited)
            {
                throw new InvalidOperationException($"The server has ended with {server.process.ExitCode}.");
            }

            await Task.Delay(200);
        }

        return server;
    }

    /// <summary>Somebody with connections of his or her own.</summary>
    public HttpClient Client(string token)
    {
        HttpClient client = new(new SocketsHttpHandler()) { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(1) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public void Dispose()
    {
        // It ends in order when nobody holds its input any more.
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private static async Task<bool> CanAsk(HttpClient client)
    {
        try
        {
            return JsonNode.Parse(await client.GetStringAsync("/api/v1/status"))!["canAsk"]!.GetValue<bool>();
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
