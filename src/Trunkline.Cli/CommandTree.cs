using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Trunkline.Cli.Commands;
using Trunkline.Domain;

namespace Trunkline.Cli;

/// <summary>Which commands there are, and how words on the command line become one of them.</summary>
internal static class CommandTree
{
    /// <summary>The language that <c>--lang</c> asks for. Read before parsing, so that the help is in it too; a wrong one is reported by the parser.</summary>
    public static Language LanguageAsked(IReadOnlyList<string> args)
    {
        int at = args.ToList().IndexOf("--lang");
        string? asked = at >= 0 ? args.ElementAtOrDefault(at + 1) : args.FirstOrDefault(a => a.StartsWith("--lang=", StringComparison.Ordinal))?[7..];
        return asked == "zh" ? Language.Zh : Language.En;
    }

    /// <summary>Every command.</summary>
    public static RootCommand Build(Surroundings around)
    {
        Language language = around.Language;
        var root = new RootCommand(Words.Program.In(language))
        {
            LanguageOption(language),
            PlanCommand.Build(around),
            ExplainCommand.Build(around),
            CompareCommand.Build(around),
            PillarsCommand.Build(around),
            HubsCommand.Build(around),
            ServeCommand.Build(around),
            ValueCommand.Build(around),
            StudyGroup(around),
            SweepGroup(around),
            WorkerCommand.Build(around),
            SolverCommand.Build(around),
            RegisterGroup(around),
            NetworkGroup(around),
            RouteGroup(around),
            DataGroup(around),
            TokenGroup(around),
            ReplayCommand.Build(around),
            DbCommands.Build(around),
        };
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, around);
        return root;
    }

    private static Command StudyGroup(Surroundings around) => new("study", Words.StudyGroup.In(around.Language))
    {
        StudyCheckCommand.Build(around),
        StudyNewCommand.Build(around),
        StudyListCommand.Build(around),
        StudySchemaCommand.Build(around),
    };

    private static Command SweepGroup(Surroundings around) => new("sweep", SweepWords.Group.In(around.Language))
    {
        SweepNewCommand.Build(around),
        SweepRunCommand.Build(around),
        SweepRunCommand.BuildResume(around),
        SweepStatusCommand.Build(around),
        SweepStatusCommand.BuildCancel(around),
        SweepReportCommand.Build(around),
        SweepQueryCommand.Build(around),
        SweepSchemaCommand.Build(around),
    };

    private static Command RegisterGroup(Surroundings around) => new("register", Words.RegisterGroup.In(around.Language))
    {
        RegisterListCommand.Build(around),
        RegisterShowCommand.Build(around),
        RegisterSearchCommand.Build(around),
        RegisterDiffCommand.Build(around),
        RegisterGraphCommand.Build(around),
        RegisterMatrixCommand.Build(around),
        RegisterStaleCommand.Build(around),
        RegisterAskCommand.Build(around),
        RegisterAsOfCommand.Build(around),
        RegisterCompileCommand.Build(around),
        RegisterImpactCommand.Build(around),
        RegisterCheckCommand.Build(around),
        RegisterImportCommand.Build(around),
        RegisterExportCommand.Build(around),
    };

    private static Command NetworkGroup(Surroundings around) => new("network", NetworkWords.Group.In(around.Language))
    {
        new Command("import", NetworkWords.Import.In(around.Language)) { NetworkImportCommand.Build(around) },
        NetworkSolveCommand.Build(around),
        NetworkCheckCommand.Build(around),
        NetworkExportCommand.Build(around),
        NetworkMpsCommand.Build(around),
    };

    private static Command RouteGroup(Surroundings around) => new("route", RouteWords.Group.In(around.Language))
    {
        RoutePathCommand.Build(around),
        new Command("surface", RouteWords.SurfaceGroup.In(around.Language))
        {
            RouteSurfaceBuildCommand.Build(around),
            RouteSurfaceInfoCommand.Build(around),
            RouteSurfaceImportCommand.Build(around),
        },
        RouteCandidatesCommand.Build(around),
    };

    private static Command DataGroup(Surroundings around) => new("data", Words.DataGroup.In(around.Language))
    {
        DataBuildCommand.Build(around),
        DataCheckCommand.Build(around),
        DataCommunitiesCommand.Build(around),
    };

    private static Command TokenGroup(Surroundings around) => new("token", TeamWords.TokenGroup.In(around.Language))
    {
        TokenNewCommand.Build(around),
        TokenListCommand.Build(around),
        TokenRevokeCommand.Build(around),
    };

    /// <summary>Parses and runs; words that make no command are wrong input.</summary>
    public static int Run(string[] args, Surroundings around)
    {
        ParseResult parsed = Build(around).Parse(args);
        bool asksForHelp = parsed.Action is HelpWithExamples;
        if (parsed.Errors.Count > 0 && !asksForHelp)
        {
            return ProblemTable.Show(around, [.. parsed.Errors.Select(e => AsProblem(e, parsed))], args.Contains("--json"));
        }

        return parsed.Invoke(new InvocationConfiguration
        {
            Output = around.Terminal.Out,
            Error = around.Terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    private static Option<string> LanguageOption(Language language)
    {
        var option = new Option<string>("--lang") { Description = Words.LanguageOption.In(language), DefaultValueFactory = _ => "en", Recursive = true };
        option.AcceptOnlyFromAmong("en", "zh");
        return option;
    }

    private static Problem AsProblem(ParseError error, ParseResult parsed)
    {
        string command = parsed.CommandResult.Command is RootCommand ? "trunkline" : $"trunkline {parsed.CommandResult.Command.Name}";
        return new Problem(command, error.Message, $"See '{command} --help'.");
    }

    /// <summary>The library's help, followed by lines that can be copied.</summary>
    private sealed class HelpWithExamples(HelpAction help, Surroundings around) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            int code = help.Invoke(parseResult);
            if (parseResult.CommandResult.Command is RootCommand)
            {
                around.Terminal.Out.WriteLine(Words.Examples.In(around.Language));
            }

            return code;
        }
    }
}
