using System.CommandLine;
using Trunkline.Planner;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline sweep schema</c>: the JSON Schema of <c>sweep.json</c>, from the types that read it.</summary>
internal static class SweepSchemaCommand
{
    public static Command Build(Surroundings around)
    {
        var command = new Command("schema", SweepWords.SchemaOf.In(around.Language));
        command.SetAction(_ =>
        {
            around.Terminal.Out.Write(StudySchema.OfSweeps());
            return ExitCode.Done;
        });
        return command;
    }
}
