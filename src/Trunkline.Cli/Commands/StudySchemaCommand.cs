using System.CommandLine;
using Trunkline.Planner;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline study schema</c>: the JSON Schema of <c>study.json</c>, from the types that read it.</summary>
internal static class StudySchemaCommand
{
    public static Command Build(Surroundings around)
    {
        var command = new Command("schema", Words.StudySchema.In(around.Language));
        command.SetAction(_ =>
        {
            around.Terminal.Out.Write(StudySchema.Text());
            return ExitCode.Done;
        });
        return command;
    }
}
