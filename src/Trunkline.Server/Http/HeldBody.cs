using System.Buffers;
using System.Security.Cryptography;

namespace Trunkline.Server.Http;

/// <summary>An answer that is held back until its tag is known, in pieces that are used again: whole megabytes for each answer would be the collector's to clear away.</summary>
internal sealed class HeldBody : Stream
{
    private const int PieceBytes = 64 * 1024;
    private readonly List<byte[]> pieces = [];
    private long length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => length;

    public override long Position
    {
        get => length;
        set => throw new NotSupportedException("It is written from beginning to end.");
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            int at = (int)(length % PieceBytes);
            if (at == 0)
            {
                pieces.Add(ArrayPool<byte>.Shared.Rent(PieceBytes));
            }

            int count = Math.Min(buffer.Length, PieceBytes - at);
            buffer[..count].CopyTo(pieces[^1].AsSpan(at));
            length += count;
            buffer = buffer[count..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>SHA-256 of what is held.</summary>
    public byte[] Hash()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (ReadOnlyMemory<byte> piece in Pieces())
        {
            hash.AppendData(piece.Span);
        }

        return hash.GetHashAndReset();
    }

    /// <summary>Sends what is held.</summary>
    public async Task SendTo(Stream body, CancellationToken cancellation)
    {
        foreach (ReadOnlyMemory<byte> piece in Pieces())
        {
            await body.WriteAsync(piece, cancellation);
        }
    }

    public override void Flush()
    {
        // Nothing goes out before the tag is known.
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("It is sent, not read.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("It is written from beginning to end.");

    public override void SetLength(long value) => throw new NotSupportedException("It is written from beginning to end.");

    protected override void Dispose(bool disposing)
    {
        foreach (byte[] piece in pieces)
        {
            ArrayPool<byte>.Shared.Return(piece);
        }

        pieces.Clear();
        base.Dispose(disposing);
    }

    private IEnumerable<ReadOnlyMemory<byte>> Pieces() => pieces.Select((p, i) => (ReadOnlyMemory<byte>)p.AsMemory(0, (int)Math.Min(PieceBytes, length - ((long)i * PieceBytes))));
}
