using System.CommandLine;
using Trunkline.Runner;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline solver</c>: answers tasks line by line. Ends with its input, even in the middle of a solve.</summary>
internal static class SolverCommand
{
    public static Command Build(Surroundings around)
    {
        var command = new Command("solver", SweepWords.Solver.In(around.Language));
        command.SetAction(_ =>
        {
            new SolverDesk().Serve(Terminal.In, around.Terminal.Out, () => Environment.Exit(ExitCode.Done));
            return ExitCode.Done;
        });
        return command;
    }
}
