using Microsoft.AspNetCore.Http.HttpResults;
using Trunkline.Server.Http;
using Trunkline.Server.Identity;

namespace Trunkline.Server.Service;

/// <summary>For whoever keeps the server running: does it live, and can it be asked? Says nothing of what it keeps.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        foreach (string way in new[] { "/health", "/healthz" })
        {
            app.MapGet(way, () => TypedResults.Text("ok")).ExcludeFromDescription().AllowAnonymous();
        }

        app.MapGet("/ready", Ready).ExcludeFromDescription().AllowAnonymous();
    }

    /// <summary>200 where the store can be read and the register is right; 503 and in a word what is missing otherwise.</summary>
    private static ContentHttpResult Ready(TrunklineGround ground, Rooms rooms)
    {
        try
        {
            _ = ground.Store.Audit.Head();
        }
        catch (Exception e) when (FaultsAsProblems.IsOfTheStore(e))
        {
            return Answer("store", StatusCodes.Status503ServiceUnavailable);
        }

        return rooms.Main.Inputs.Register.IsRight ? Answer("ready", StatusCodes.Status200OK) : Answer("register", StatusCodes.Status503ServiceUnavailable);
    }

    private static ContentHttpResult Answer(string word, int status) => TypedResults.Text(word, "text/plain", statusCode: status);
}
