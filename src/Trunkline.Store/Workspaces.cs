using System.Text.RegularExpressions;

namespace Trunkline.Store;

/// <summary>What a person may do in a workspace. Each may do what those before it may.</summary>
public enum Role
{
    /// <summary>May look.</summary>
    Viewer = 1,

    /// <summary>May plan, edit studies, bring data, draft changes of the register.</summary>
    Analyst = 2,

    /// <summary>May judge and accept what others drafted.</summary>
    Reviewer = 3,

    /// <summary>May see the audit log and say who may do what.</summary>
    Administrator = 4,
}

/// <summary>Groups of people who share plans, studies and data, and see nothing of each other's.</summary>
public static partial class Workspaces
{
    /// <summary>The one that is there from the beginning.</summary>
    public const string Main = "main";

    /// <summary>In a row: it belongs to every workspace.</summary>
    internal const string All = "";

    /// <summary>True for 1 to 40 lower-case letters, digits and hyphens: it is the name of a folder too.</summary>
    public static bool IsName(string name) => Name().IsMatch(name);

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,39}\z")]
    private static partial Regex Name();
}
