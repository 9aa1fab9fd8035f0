using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Trunkline.Store;

/// <summary>Bytes kept by their hash: the same bytes once.</summary>
internal static class Contents
{
    /// <summary>Bytes made ready to be kept: packing takes its time and needs nobody's lock.</summary>
    public static ContentRow Prepare(byte[] bytes) => new() { Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)), Packed = Pack(bytes) };

    /// <summary>Adds the bytes to what will be saved; nothing where they are there.</summary>
    /// <returns>Their SHA-256, lower-case hex.</returns>
    public static string Add(StoreContext context, ContentRow content)
    {
        if (context.Contents.Local.All(c => c.Hash != content.Hash) && !context.Contents.Any(c => c.Hash == content.Hash))
        {
            context.Contents.Add(content);
        }

        return content.Hash;
    }

    /// <summary>The bytes with this hash.</summary>
    public static byte[]? Read(StoreContext context, string hash) =>
        context.Contents.Where(c => c.Hash == hash).Select(c => c.Packed).FirstOrDefault() is { } packed ? Unpack(packed) : null;

    /// <summary>Takes away bytes that no plan of any workspace names any more, by itself or as what it was begun from.</summary>
    public static void Sweep(StoreContext context) =>
        context.Contents.Where(c => !context.Plans.IgnoreQueryFilters().Any(p => p.PlanHash == c.Hash || p.MemoryHash == c.Hash || (p.Recipe != null && p.Recipe.Contains(c.Hash)))).ExecuteDelete();

    private static byte[] Pack(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (BrotliStream stream = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }

    internal static byte[] Unpack(byte[] packed)
    {
        using BrotliStream stream = new(new MemoryStream(packed), CompressionMode.Decompress);
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
