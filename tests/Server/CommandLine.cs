using System.Diagnostics;
using Trunkline.Store;

namespace Trunkline.Tests.Server;

/// <summary>The program <c>trunkline</c> as whoever keeps a server types it.</summary>
internal static class CommandLine
{
    /// <summary>Runs to the end; what it says, where it ended well.</summary>
    /// <param name="database">A PostgreSQL connection; null for SQLite in the store's folder.</param>
    public static async Task<string> Run(string? database, params string[] words)
    {
        ProcessStartInfo start = new("dotnet", [ServerProcess.Built("Trunkline.Cli", "trunkline.dll"), .. words]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[TrunklineStore.DatabaseVariable] = database;
        using Process process = Process.Start(start)!;
        Task<string> said = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), complained = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"trunkline {string.Join(' ', words)} ended with {process.ExitCode}. {await said} {await complained}");
        return await said;
    }
}
