namespace Trunkline.Tests.Conventions;

/// <summary>A convention fails once, naming everyone who breaks it.</summary>
internal static class Offenders
{
    public static void None(string convention, IEnumerable<string> offenders)
    {
        string[] all = [.. offenders];
        Assert.True(all.Length == 0, $"{convention}\n  {string.Join("\n  ", all)}");
    }
}
