using System.Buffers.Binary;

namespace Trunkline.Atlas;

/// <summary>The first directory of a TIFF file (TIFF 6.0, section 2; BigTIFF), looked over before a library asks for room for what it claims.</summary>
internal static class TiffDirectory
{
    private const int ClassicMagic = 42, BigMagic = 43;
    private const int ClassicEntry = 12, BigEntry = 20;
    private const int MostEntries = 4096;
    private const int Width = 256, Length = 257, Samples = 277, StripBytes = 279, TileBytes = 325;
    private const int BitsInByte = 8;
    private const int MostSamples = 4096;

    /// <summary>Deflate packs a thousand bytes into one at best.</summary>
    public const double MostPacking = 1100;

    // Bytes of a value by its type's number, from 1.
    private static readonly int[] _sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];

    /// <summary>True where some entry claims more bytes than the file has. What is no TIFF file claims nothing.</summary>
    public static bool ClaimsTooMuch(string path)
    {
        using FileStream file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[16];
        if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !(head[..2].SequenceEqual("II"u8) || head[..2].SequenceEqual("MM"u8)))
        {
            return false;
        }

        bool little = head[0] == (byte)'I';
        int magic = (int)Number(head.Slice(2, 2), little);
        return magic is ClassicMagic or BigMagic
            && Claims(file, Number(magic == BigMagic ? head.Slice(8, 8) : head.Slice(4, 4), little), magic == BigMagic, little);
    }

    private static bool Claims(FileStream file, ulong at, bool isBig, bool little)
    {
        byte[] count = new byte[isBig ? 8 : 2];
        if (!Read(file, at, count))
        {
            return false;
        }

        ulong entries = Math.Min(Number(count, little), MostEntries);
        byte[] entry = new byte[isBig ? BigEntry : ClassicEntry];
        double cells = 1;
        for (ulong i = 0; i < entries && Read(file, at + (ulong)count.Length + (i * (ulong)entry.Length), entry); i++)
        {
            int type = (int)Number(entry.AsSpan(2, 2), little);
            double values = Number(entry.AsSpan(4, isBig ? 8 : 4), little);
            int size = type < _sizes.Length ? _sizes[type] : 1, tag = (int)Number(entry.AsSpan(0, 2), little);
            if (values * size > file.Length)
            {
                return true;
            }

            double most = tag switch
            {
                Width or Length => file.Length * MostPacking,
                Samples => MostSamples,
                StripBytes or TileBytes => file.Length,
                _ => double.PositiveInfinity,
            };
            double value = double.IsFinite(most) && (size is 2 or 4 or 8) ? Largest(file, entry.AsSpan(isBig ? 12 : 8), size, (long)values, little) : 0;
            if (value > most)
            {
                return true;
            }

            cells *= tag is Width or Length or Samples ? Math.Max(value, 1) : 1;
        }

        // A bit each at least. The library keeps where each strip or tile lies, and a tile may be one cell.
        return cells > file.Length * MostPacking * BitsInByte;
    }

    /// <summary>The largest of an entry's whole numbers, which stand in the entry itself where they fit.</summary>
    /// <param name="size">Bytes of each: 2, 4 or 8.</param>
    private static double Largest(FileStream file, Span<byte> inEntry, int size, long values, bool little)
    {
        byte[] bytes = new byte[values * size];
        if (bytes.Length <= inEntry.Length)
        {
            inEntry[..bytes.Length].CopyTo(bytes);
        }
        else if (!Read(file, Number(inEntry, little), bytes))
        {
            return 0;
        }

        double largest = 0;
        for (int at = 0; at < bytes.Length; at += size)
        {
            largest = Math.Max(largest, Number(bytes.AsSpan(at, size), little));
        }

        return largest;
    }

    private static bool Read(FileStream file, ulong at, byte[] bytes)
    {
        if (at > (ulong)file.Length)
        {
            return false;
        }

        file.Position = (long)at;
        return file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length;
    }

    private static ulong Number(ReadOnlySpan<byte> bytes, bool little) => (bytes.Length, little) switch
    {
        (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (2, false) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        (4, true) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        (4, false) => BinaryPrimitives.ReadUInt32BigEndian(bytes),
        (_, true) => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        _ => BinaryPrimitives.ReadUInt64BigEndian(bytes),
    };
}
