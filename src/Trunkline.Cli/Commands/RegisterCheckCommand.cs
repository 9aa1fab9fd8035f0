using System.CommandLine;
using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline register check</c>: everything that is wrong with a register.</summary>
internal static class RegisterCheckCommand
{
    public static Command Build(Surroundings around)
    {
        var folder = new Argument<string>("folder") { Description = Words.RegisterFolder.In(around.Language), DefaultValueFactory = _ => ShippedData.Register };
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(around.Language) };
        var command = new Command("check", Words.RegisterCheck.In(around.Language)) { folder, json };
        command.SetAction(parsed => Check(around, parsed.GetRequiredValue(folder), parsed.GetValue(json)));
        return command;
    }

    private static int Check(Surroundings around, string folder, bool asJson)
    {
        Checked<PolicyRegister> register = RegisterReader.Read(folder);
        if (!register.IsRight)
        {
            return ProblemTable.Show(around, register.Problems, asJson);
        }

        around.Terminal.Out.WriteLine(asJson
            ? new JsonObject { ["version"] = register.Value.Version, ["problems"] = new JsonArray() }.ToJsonString(JsonText.OneLine)
            : string.Format(Words.RegisterIsRight.In(around.Language), folder, register.Value.Records.Count, register.Value.Version));
        return ExitCode.Done;
    }
}
