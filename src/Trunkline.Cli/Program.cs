using System.Diagnostics;
using Trunkline.Domain;

namespace Trunkline.Cli;

/// <summary>The command line: reads, calls, writes.</summary>
public static class Program
{
    // errno.h: EPIPE, the same on Linux and macOS.
    private const int BrokenPipe = 32;

    /// <summary>Runs one command.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Main(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var clock = Stopwatch.StartNew();
        var terminal = new Terminal(CommandTree.LanguageAsked(args));
        using var interrupt = new Interrupt(terminal);
        try
        {
            return CommandTree.Run(args, new Surroundings(terminal, clock, interrupt.Token));
        }
        catch (IOException e) when (e.HResult == BrokenPipe)
        {
            // Whoever read the output has seen enough ('| head'); there is nobody left to tell.
            return ExitCode.Done;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The one place where a broken promise, ours or the disk's, meets a person.
            terminal.Complain(Words.Broken.In(terminal.Language), e);
            return ExitCode.Broken;
        }
    }
}

/// <summary>What a command is given besides its arguments.</summary>
/// <param name="Clock">Running since the program's first line.</param>
/// <param name="Interrupted">Cancelled by the first ctrl-C.</param>
internal sealed record Surroundings(Terminal Terminal, Stopwatch Clock, CancellationToken Interrupted)
{
    public Language Language => Terminal.Language;
}
