using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Trunkline.Optimisation;

/// <summary>
/// Keeps the solver's stray lines off standard output. HiGHS 1.12 prints one for each repaired solution whatever its options say (HiGHS issue
/// 2783), which would spoil output meant for another program.
/// </summary>
public static partial class StandardOutput
{
    private const int Output = 1;
    private const int Error = 2;

    // errno.h: EINTR, the same on Linux and macOS.
    private const int Interrupted = 4;

    /// <summary>
    /// From here on, whatever writes to standard output without knowing better (native code above all) writes to standard error; the stream
    /// returned is the real standard output. For the whole life of the process: call once, at the start, before anything is written.
    /// </summary>
    public static Stream Divert()
    {
        // It is not undone: native text waits in a buffer and comes out when the process ends.
        var real = OperatingSystem.IsWindows() ? DivertOnWindows() : DivertOnUnix();
        return OperatingSystem.IsWindows() ? new FileStream(real, FileAccess.Write, bufferSize: 1) : new Diverted(real);
    }

    private static SafeFileHandle DivertOnUnix()
    {
        var real = dup(Output);
        Must(real >= 0 && dup2(Error, Output) >= 0);
        return new SafeFileHandle(real, ownsHandle: true);
    }

    private static SafeFileHandle DivertOnWindows()
    {
        var real = _dup(Output);
        Must(real >= 0 && _dup2(Error, Output) >= 0);
        return new SafeFileHandle(_get_osfhandle(real), ownsHandle: false);
    }

    private static void Must(bool hasWorked)
    {
        if (!hasWorked)
        {
            throw new IOException("Standard output could not be diverted");
        }
    }

    /// <summary>
    /// Writes where the handle stands. A <see cref="FileStream"/> counts its own place from the start of a file instead, so that two commands writing to one
    /// file after each other would overwrite one another.
    /// </summary>
    private sealed class Diverted(SafeFileHandle real) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            while (buffer.Length > 0)
            {
                nint written = write(real, buffer, buffer.Length);
                if (written < 0 && Marshal.GetLastPInvokeError() == Interrupted)
                {
                    continue;
                }

                if (written < 0)
                {
                    throw new IOException("Standard output could not be written.", Marshal.GetLastPInvokeError());
                }

                buffer = buffer[(int)written..];
            }
        }

        protected override void Dispose(bool disposing)
        {
            real.Dispose();
            base.Dispose(disposing);
        }
    }

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint write(SafeFileHandle file, ReadOnlySpan<byte> bytes, nint count);

    [LibraryImport("libc", EntryPoint = "dup")]
    private static partial int dup(int file);

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int dup2(int from, int to);

    [LibraryImport("ucrtbase")]
    private static partial int _dup(int file);

    [LibraryImport("ucrtbase")]
    private static partial int _dup2(int from, int to);

    [LibraryImport("ucrtbase")]
    private static partial nint _get_osfhandle(int file);
}
