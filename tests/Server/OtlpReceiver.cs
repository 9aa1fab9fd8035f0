using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Trunkline.Tests.Server;

/// <summary>A collector that takes what is sent by the OpenTelemetry protocol over HTTP, and keeps the bytes.</summary>
internal sealed class OtlpReceiver : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body)> taken = [];

    public OtlpReceiver()
    {
        Address = $"http://127.0.0.1:{ServerProcess.FreePort()}";
        listener.Prefixes.Add($"{Address}/");
        listener.Start();
        _ = Take();
    }

    public string Address { get; }

    /// <summary>What the messages were sent with under a name.</summary>
    public ConcurrentDictionary<string, byte> Keys { get; } = new();

    /// <summary>True where these letters stand in anything that was sent there.</summary>
    public bool Has(string path, string letters) => taken.Any(t => t.Path == path && t.Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(letters)) >= 0);

    /// <summary>True where these letters stand anywhere.</summary>
    public bool Has(string letters) => taken.Any(t => t.Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(letters)) >= 0);

    public void Dispose() => listener.Close();

    private async Task Take()
    {
        try
        {
            while (true)
            {
                HttpListenerContext context = await listener.GetContextAsync();
                using MemoryStream body = new();
                await context.Request.InputStream.CopyToAsync(body);
                Keys[context.Request.Headers["x-key"] ?? ""] = 0;
                taken.Enqueue((context.Request.Url!.AbsolutePath, body.ToArray()));
                context.Response.ContentType = "application/x-protobuf";
                context.Response.Close();
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }
}
