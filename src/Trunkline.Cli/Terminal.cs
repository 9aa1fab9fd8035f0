// The one file that talks to the terminal; everything else is handed a Terminal.
#pragma warning disable RS0030
using System.Text;
using Spectre.Console;
using Trunkline.Cli.Register;
using Trunkline.Domain;
using Trunkline.Optimisation;

namespace Trunkline.Cli;

/// <summary>Standard output for answers, standard error for everything else, and the language both are in.</summary>
internal sealed class Terminal
{
    // A table that goes to a file or a pipe is not folded: a path stays on one line and can be searched for.
    private const int UnfoldedWidth = 4000;

    private const int NarrowestPage = 60;

    private readonly bool isOutputRedirected = Console.IsOutputRedirected;

    public Terminal(Language language)
    {
        Language = language;
        // The solver prints a stray line now and then; standard output is for answers.
        Out = Writer(StandardOutput.Divert());
        Error = Writer(Console.OpenStandardError());
    }

    public Language Language { get; }

    /// <summary>Answers only.</summary>
    public TextWriter Out { get; }

    /// <summary>Progress, notes, problems.</summary>
    public TextWriter Error { get; }

    /// <summary>Standard input, for a process that is asked line by line.</summary>
    public static TextReader In => Console.In;

    /// <summary>True where a person watches standard error.</summary>
    public bool IsWatched { get; } = !Console.IsErrorRedirected;

    /// <summary>A drawing surface on standard error.</summary>
    public IAnsiConsole Drawing => Surface(Error, !IsWatched);

    /// <summary>A drawing surface on standard output.</summary>
    public IAnsiConsole Answering => Surface(Out, isOutputRedirected);

    /// <summary>A page on standard output for text that is read line by line: never wider than is easy to read.</summary>
    public Page Answers => new(Out, isOutputRedirected ? Page.Width : Math.Clamp(Console.WindowWidth, NarrowestPage, Page.Width));

    /// <summary>Says what broke, with the trace that a bug report needs.</summary>
    public void Complain(string what, Exception e)
    {
        Error.WriteLine(what);
        Error.WriteLine(e);
    }

    private static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };

    private static IAnsiConsole Surface(TextWriter writer, bool redirected)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        console.Profile.Width = redirected ? UnfoldedWidth : Math.Max(80, Console.WindowWidth);
        return console;
    }
}
