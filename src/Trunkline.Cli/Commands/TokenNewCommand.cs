using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Store;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline token new</c>: the token on standard output and nothing else there.</summary>
internal static class TokenNewCommand
{
    private const int LongestName = 80;
    private const int MostDays = 366;

    private sealed record Asked(string Store, string Holder, Role Role, string Workspace, int Days, bool AsJson);

    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var holder = new Argument<string>("holder") { Description = TeamWords.Holder.In(language) };
        var role = new Option<Role>("--role") { Description = TeamWords.RoleOption.In(language), DefaultValueFactory = _ => Role.Viewer, HelpName = "role" };
        var workspace = new Option<string>("--workspace") { Description = TeamWords.WorkspaceOption.In(language), DefaultValueFactory = _ => Workspaces.Main, HelpName = "name" };
        var days = new Option<int>("--days") { Description = TeamWords.DaysOption.In(language), DefaultValueFactory = _ => 90, HelpName = "number" };
        Option<string> store = StoreOption.Build(around);
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(language) };
        var command = new Command("new", TeamWords.TokenNew.In(language)) { holder, role, workspace, days, store, json };
        command.SetAction(parsed => Give(around, new Asked(
            parsed.GetRequiredValue(store), parsed.GetRequiredValue(holder).Trim(), parsed.GetValue(role), parsed.GetRequiredValue(workspace), parsed.GetValue(days), parsed.GetValue(json))));
        return command;
    }

    private static int Give(Surroundings around, Asked asked)
    {
        Problem[] problems = [.. Wrong(asked, around.Language)];
        if (problems.Length > 0)
        {
            return ProblemTable.Show(around, problems, asked.AsJson);
        }

        return StoreOption.On(around, asked.Store, store => Give(around, store, asked), asked.AsJson);
    }

    private static int Give(Surroundings around, TrunklineStore store, Asked asked)
    {
        (StoredToken kept, string token) = store.In(asked.Workspace).Tokens.Add(asked.Holder, asked.Role, TimeSpan.FromDays(asked.Days));
        if (asked.AsJson)
        {
            around.Terminal.Out.WriteLine(new JsonObject { ["id"] = kept.Id, ["token"] = token, ["expires"] = kept.Expires }.ToJsonString(JsonText.OneLine));
            return ExitCode.Done;
        }

        around.Terminal.Out.WriteLine(token);
        around.Terminal.Error.WriteLine(string.Format(
            CultureInfo.InvariantCulture, TeamWords.Once.In(around.Language), kept.Holder, kept.Role.ToString().ToLowerInvariant(), kept.Workspace, kept.Expires));
        return ExitCode.Done;
    }

    private static IEnumerable<Problem> Wrong(Asked asked, Language language)
    {
        if (asked.Holder.Length is 0 or > LongestName)
        {
            yield return new Problem("holder", TeamWords.BadHolder.In(language), TeamWords.BadHolderFix.In(language));
        }

        if (!Workspaces.IsName(asked.Workspace))
        {
            yield return TeamWords.NoWorkspace(asked.Workspace, language);
        }

        if (asked.Days is < 1 or > MostDays)
        {
            yield return new Problem("--days", string.Format(CultureInfo.InvariantCulture, TeamWords.BadDays.In(language), asked.Days), TeamWords.BadDaysFix.In(language));
        }
    }
}
