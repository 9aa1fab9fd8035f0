using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;
using Trunkline.Domain;
using Trunkline.Store;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline token list</c>: who has one, for what, until when.</summary>
internal static class TokenListCommand
{
    public static Command Build(Surroundings around)
    {
        Option<string> store = StoreOption.Build(around);
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(around.Language) };
        var command = new Command("list", TeamWords.TokenList.In(around.Language)) { store, json };
        command.SetAction(parsed => StoreOption.On(
            around, parsed.GetRequiredValue(store), opened => List(around, opened.Tokens.List(), parsed.GetValue(json)), parsed.GetValue(json)));
        return command;
    }

    private static int List(Surroundings around, IReadOnlyList<StoredToken> tokens, bool asJson)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        if (asJson)
        {
            around.Terminal.Out.WriteLine(new JsonObject { ["tokens"] = new JsonArray([.. tokens.Select(t => Json(t, now))]) }.ToJsonString(JsonText.OneLine));
            return ExitCode.Done;
        }

        Language language = around.Language;
        Bilingual[] heads = [TeamWords.IdColumn, TeamWords.HolderColumn, TeamWords.WorkspaceColumn, TeamWords.RoleColumn, TeamWords.ExpiresColumn, TeamWords.StateColumn];
        Table table = new Table().Border(TableBorder.Rounded).AddColumns([.. heads.Select(h => h.In(language))]);
        foreach (StoredToken token in tokens)
        {
            string expires = token.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            table.AddRow([.. new[] { token.Id, token.Holder, token.Workspace, Code(token.Role), expires, StateOf(token, now).In(language) }.Select(Markup.Escape)]);
        }

        around.Terminal.Answering.Write(table);
        return ExitCode.Done;
    }

    private static JsonObject Json(StoredToken token, DateTimeOffset now) => new()
    {
        ["id"] = token.Id,
        ["holder"] = token.Holder,
        ["workspace"] = token.Workspace,
        ["role"] = Code(token.Role),
        ["created"] = token.Created,
        ["expires"] = token.Expires,
        ["state"] = StateOf(token, now).En,
    };

    private static string Code(Role role) => role.ToString().ToLowerInvariant();

    private static Bilingual StateOf(StoredToken token, DateTimeOffset now) =>
        token.Revoked is not null ? TeamWords.TakenBack : token.Expires <= now ? TeamWords.Expired : TeamWords.Counts;
}
