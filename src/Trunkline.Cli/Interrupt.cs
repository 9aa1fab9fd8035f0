using System.Runtime.InteropServices;

namespace Trunkline.Cli;

/// <summary>Ctrl-C once: stop and keep the best plan so far. Ctrl-C twice: stop at once.</summary>
internal sealed class Interrupt : IDisposable
{
    // signal.h, the same on Linux and macOS.
    private const int SigInt = 2;
    private const nint SigDfl = 0;

    private readonly CancellationTokenSource source = new();
    private readonly Terminal terminal;
    private readonly PosixSignalRegistration[] registrations;

    public Interrupt(Terminal terminal)
    {
        this.terminal = terminal;
        if (!OperatingSystem.IsWindows())
        {
            // A script that starts us with '&' has us ignore SIGINT, and the runtime would leave it so; 'kill -INT' is to work all the same.
            _ = SetHandler(SigInt, SigDfl);
        }

        registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
        ];
    }

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        Array.ForEach(registrations, r => r.Dispose());
        source.Dispose();
    }

    private void Handle(PosixSignalContext signal)
    {
        if (source.IsCancellationRequested)
        {
            // The second time the system's own way is taken: the process ends.
            return;
        }

        signal.Cancel = true;
        terminal.Error.WriteLine(Words.Stopping.In(terminal.Language));
        source.Cancel();
    }

    [DllImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint SetHandler(int signal, nint handler);
}
