using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Trunkline.Store;
using Trunkline.Tests.Unit.Store;

namespace Trunkline.Tests.Server;

/// <summary>What befalls a server in years, each on a process of its own: it says what is wrong, loses nothing that it acknowledged, and its store stays whole.</summary>
[Collection("PostgreSQL is stopped")]
public sealed class FaultTest : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"trunkline-fault-{Path.GetRandomFileName()}");
    private readonly ConcurrentDictionary<string, string> acknowledged = new();
    private bool isMounted;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(folder, "data");

    private string StoreFolder => Path.Combine(folder, "store");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (isMounted)
        {
            Run("umount", "-l", StoreFolder);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task PostgreSQL_stopped_and_started_while_four_write_loses_nothing_and_is_told()
    {
        Assert.SkipWhen(PostgresServer.Here is null, PostgresServer.Missing);
        string database = PostgresServer.Here.NewDatabase();
        using ServerProcess server = await Started(database);
        ConcurrentBag<string> refusals = [];
        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Task[] writers = [.. Enumerable.Range(0, 4).Select(w => WriteOn(server, $"pg-{w}", refusals, enough.Token))];
        await Until(() => acknowledged.Count >= 10);
        for (int stop = 0; stop < 2; stop++)
        {
            int before = refusals.Count;
            PostgresServer.Here.Stop();
            await Until(() => refusals.Count > before + 4);
            PostgresServer.Here.StartAgain();
            int saved = acknowledged.Count;
            await Until(() => acknowledged.Count >= saved + 10);
        }

        await enough.CancelAsync();
        await Task.WhenAll(writers);
        Assert.All(refusals, r => IsToldInBothLanguages(r, 503, "store-unavailable"));
        Npgsql.NpgsqlConnection.ClearAllPools();
        SavedOnce.Holds(TrunklineStore.Open(StoreFolder, TimeProvider.System, database), acknowledged, []);
    }

    /// <summary>A file system of 12 MB, filled to the last byte.</summary>
    [Fact]
    public async Task A_full_disk_is_told_and_the_store_goes_on_when_there_is_room()
    {
        Directory.CreateDirectory(StoreFolder);
        isMounted = OperatingSystem.IsLinux() && Environment.UserName == "root" && Run("mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", StoreFolder) == 0;
        Assert.SkipUnless(isMounted, "Only root on Linux can mount a small file system to fill.");
        using ServerProcess server = await Started(null);
        using HttpClient client = server.Client();
        await Saved(client, "before");
        string filler = Path.Combine(StoreFolder, "filler");
        Fill(filler);
        List<string> refusals = [];
        for (int i = 0; i < 200 && refusals.Count < 5; i++)
        {
            using HttpResponseMessage answer = await ServerProcess.Save(client, $"full-{i}", "No room", Token);
            await Note(answer, $"full-{i}", "No room", refusals);
        }

        using MultipartFormDataContent form = new() { { new ByteArrayContent(Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 200_000)))), "file", "large.csv" } };
        using HttpResponseMessage upload = await client.PostAsync("/api/v1/uploads", form, Token);
        IsToldInBothLanguages(await upload.Content.ReadAsStringAsync(Token), 507, "store-full");
        Assert.Equal(5, refusals.Count);
        Assert.All(refusals, r => IsToldInBothLanguages(r, 507, "store-full"));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/studies/before", Token)).StatusCode);
        File.Delete(filler);
        Assert.Empty(Directory.GetDirectories(Path.Combine(StoreFolder, "uploads", ".new")));
        await Saved(client, "after");
        await server.Kill();
        SavedOnce.Holds(TrunklineStore.Open(StoreFolder, TimeProvider.System), acknowledged, []);
    }

    [Fact]
    public async Task An_upload_and_a_study_that_break_off_half_way_leave_nothing()
    {
        using ServerProcess server = await Started(null);
        using HttpClient client = server.Client();
        string token = client.DefaultRequestHeaders.Authorization!.Parameter!;
        for (int i = 0; i < 20; i++)
        {
            await BreakOff(server.Port, token, "/api/v1/uploads", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"half.csv\"\r\n\r\na,b\n" + new string('1', 1 << i));
            await BreakOff(server.Port, token, "/api/v1/studies", "application/json", ServerProcess.Study($"half-{i}", "Half").ToJsonString()[..^(2 + i)]);
        }

        await Saved(client, "whole");
        Assert.Equal("[]", await client.GetStringAsync("/api/v1/uploads", Token));
        Assert.Equal(["whole"], TrunklineStore.Open(StoreFolder, TimeProvider.System).Studies.List().Select(s => s.Id));
        string halves = Path.Combine(StoreFolder, "uploads", ".new");
        Assert.True(!Directory.Exists(halves) || Directory.GetDirectories(halves).Length == 0);
        NothingFailed(server);
        SavedOnce.Holds(TrunklineStore.Open(StoreFolder, TimeProvider.System), acknowledged, []);
    }

    [Fact]
    public async Task Requests_given_up_at_any_moment_leave_a_whole_store_and_a_server_that_answers()
    {
        using ServerProcess server = await Started(null);
        using HttpClient client = server.Client();
        Random chance = new(8);
        int givenUp = 0;
        for (int i = 0; i < 300; i++)
        {
            using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
            patience.CancelAfter(TimeSpan.FromMilliseconds(chance.Next(0, 12)));
            try
            {
                using HttpResponseMessage answer = await (i % 3 == 0 ? client.GetAsync("/api/v1/plans", patience.Token)
                    : i % 3 == 1 ? client.PostAsync("/api/v1/studies/02-two-sources-one-trunk/plans", null, patience.Token)
                    : ServerProcess.Save(client, $"hurry-{i}", "In a hurry", patience.Token));
                await Note(answer, i % 3 == 2 ? $"hurry-{i}" : null, "In a hurry", []);
            }
            catch (OperationCanceledException)
            {
                givenUp++;
            }
        }

        Assert.True(givenUp > 0, "Nothing was given up.");
        await Saved(client, "patient");
        NothingFailed(server);
        await server.Kill();
        SavedOnce.Holds(TrunklineStore.Open(StoreFolder, TimeProvider.System), acknowledged, []);
    }

    // The whole of what was said: the beginning alone does not tell which request failed.
    private static void NothingFailed(ServerProcess server) => Assert.True(!server.Said.Contains("fail:", StringComparison.Ordinal), server.Said);

    private static void IsToldInBothLanguages(string problem, int status, string type)
    {
        JsonNode told = JsonNode.Parse(problem)!;
        Assert.Equal((status, $"urn:trunkline:problem:{type}"), (told["status"]!.GetValue<int>(), told["type"]!.GetValue<string>()));
        Assert.All(new[] { "en", "zh" }, language => Assert.NotEmpty(told["text"]![language]!.GetValue<string>()));
    }

    private static async Task Until(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(20, Token);
        }
    }

    /// <summary>Sends a head that promises more than follows, and the beginning of a body, and is gone.</summary>
    private static async Task BreakOff(int port, string token, string path, string type, string body)
    {
        using TcpClient line = new() { LingerState = new LingerOption(true, 0) };
        await line.ConnectAsync(IPAddress.Loopback, port, Token);
        string head = $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {token}\r\nContent-Type: {type}\r\nContent-Length: 2000000\r\n\r\n";
        await line.GetStream().WriteAsync(Encoding.UTF8.GetBytes(head + body), Token);
        await Task.Delay(5, Token);
    }

    private static int Run(string program, params string[] words)
    {
        using Process process = Process.Start(program, words);
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>Takes all the room that is left.</summary>
    private static void Fill(string path)
    {
        using FileStream filler = new(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (byte[] piece = new byte[64 * 1024]; piece.Length > 0; piece = piece[..(piece.Length / 2)])
        {
            try
            {
                while (true)
                {
                    filler.Write(piece);
                }
            }
            catch (IOException)
            {
                // A smaller piece may still fit.
            }
        }
    }

    private async Task<ServerProcess> Started(string? database)
    {
        RunningServer.MakeData(folder);
        string token = ServerProcess.TokenOf(TrunklineStore.Open(StoreFolder, TimeProvider.System, database), "ann");
        return await ServerProcess.Start(Data, StoreFolder, token, database);
    }

    private async Task Saved(HttpClient client, string id)
    {
        using HttpResponseMessage answer = await ServerProcess.Save(client, id, id, Token);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        acknowledged[id] = id;
    }

    /// <summary>Writes down what was acknowledged, and what was refused in which words.</summary>
    private async Task Note(HttpResponseMessage answer, string? id, string title, ICollection<string> refusals)
    {
        if (answer.StatusCode == HttpStatusCode.Created && id is not null)
        {
            acknowledged[id] = title;
        }
        else if ((int)answer.StatusCode >= 500)
        {
            refusals.Add(await answer.Content.ReadAsStringAsync(Token));
        }
        else
        {
            Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        }
    }

    private async Task WriteOn(ServerProcess server, string name, ConcurrentBag<string> refusals, CancellationToken enough)
    {
        using HttpClient client = server.Client();
        try
        {
            for (int i = 0; !enough.IsCancellationRequested; i++)
            {
                using HttpResponseMessage answer = await ServerProcess.Save(client, $"{name}-{i}", name, enough);
                if (answer.StatusCode == HttpStatusCode.Created)
                {
                    acknowledged[$"{name}-{i}"] = name;
                }
                else
                {
                    refusals.Add(await answer.Content.ReadAsStringAsync(enough));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // It is enough.
        }
    }
}
