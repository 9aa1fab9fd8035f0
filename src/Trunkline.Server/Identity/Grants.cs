using Trunkline.Store;

namespace Trunkline.Server.Identity;

/// <summary>What an identity provider says that a person may do: <c>ohio:analyst</c>, one value a workspace.</summary>
internal static class Grants
{
    /// <summary>Names the workspace that is meant, where a person has a part in several.</summary>
    public const string WorkspaceHeader = "Trunkline-Workspace";

    /// <summary>The workspace and role that count; null where there is none, or where it is not said which of several is meant.</summary>
    /// <param name="values">What the provider says; what is no grant is passed over, since groups of other programs stand there too.</param>
    /// <param name="asked">The workspace that is asked for; null where none is.</param>
    public static (string Workspace, Role Role)? Choose(IEnumerable<string> values, string? asked)
    {
        (string Workspace, Role Role)[] grants =
        [
            .. values.Select(Read).OfType<(string Workspace, Role Role)>().GroupBy(g => g.Workspace).Select(g => g.MaxBy(one => one.Role)),
        ];
        return asked is null
            ? grants is [var only] ? only : null
            : grants.Where(g => g.Workspace == asked).Select(g => ((string, Role)?)g).FirstOrDefault();
    }

    private static (string Workspace, Role Role)? Read(string value)
    {
        string[] parts = value.Split(':');
        // A number is no role, though the parser of enumerations takes it for one.
        return parts is [{ } workspace, { Length: > 0 } role] && Workspaces.IsName(workspace) && char.IsAsciiLetter(role[0]) && Enum.TryParse(role, ignoreCase: true, out Role known)
            ? (workspace, known)
            : null;
    }
}
