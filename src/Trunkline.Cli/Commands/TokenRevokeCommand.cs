using System.CommandLine;
using System.Globalization;
using Trunkline.Domain;
using Trunkline.Store;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline token revoke</c>: a token counts no more from the next request on.</summary>
internal static class TokenRevokeCommand
{
    public static Command Build(Surroundings around)
    {
        var id = new Argument<string>("id") { Description = TeamWords.TokenId.In(around.Language) };
        Option<string> store = StoreOption.Build(around);
        var command = new Command("revoke", TeamWords.TokenRevoke.In(around.Language)) { id, store };
        command.SetAction(parsed => StoreOption.On(around, parsed.GetRequiredValue(store), opened => Revoke(around, opened, parsed.GetRequiredValue(id))));
        return command;
    }

    private static int Revoke(Surroundings around, TrunklineStore store, string id)
    {
        if (!store.Tokens.Revoke(id))
        {
            string what = string.Format(CultureInfo.InvariantCulture, TeamWords.NoToken.In(around.Language), id);
            return ProblemTable.Show(around, [new Problem("id", what, TeamWords.SeeList.In(around.Language))], asJson: false);
        }

        around.Terminal.Out.WriteLine(string.Format(CultureInfo.InvariantCulture, TeamWords.Revoked.In(around.Language), id));
        return ExitCode.Done;
    }
}
