using Microsoft.AspNetCore.Http.HttpResults;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;
using Trunkline.Runner;
using Trunkline.Server.Http;
using Trunkline.Server.Identity;

namespace Trunkline.Server.Service;

/// <summary>The register that is read.</summary>
internal sealed record RegisterNamed(string Version, int Records);

/// <summary>What is served, and its limits.</summary>
internal sealed record ServiceSeen(string Name, string Version, string DocumentVersion, RegisterNamed? Register, IReadOnlyDictionary<string, string> Links, ServiceLimits Limits);

/// <summary>What may be sent.</summary>
internal sealed record ServiceLimits(long UploadBytes, long UnpackedBytes, int UnpackedFiles, int BodyBytes, StudySize Study);

/// <summary>How the server is.</summary>
/// <param name="State"><c>starting</c> until the first plan can be shown, then <c>ready</c>; <c>failed</c> where it never will.</param>
/// <param name="Plan">The plan to begin with.</param>
/// <param name="Opening">The job that makes it ready for questions, while it runs.</param>
internal sealed record ServiceStatus(string State, string? Plan, string? Opening, bool CanAsk, IReadOnlyList<ProblemSeen> Problems);

/// <summary>What this server is and how it is.</summary>
internal static class ServiceEndpoints
{
    public static void MapService(this IEndpointRouteBuilder api)
    {
        api.MapGet("/", Service).WithName("getService").WithTags("Service");
        api.MapGet("/status", Status).WithName("getStatus").WithTags("Service");
    }

    /// <summary>What is served: versions, links, limits.</summary>
    internal static Ok<ServiceSeen> Service(PlanInputs inputs, ServeOptions options)
    {
        Checked<PolicyRegister> register = inputs.Register;
        return TypedResults.Ok(new ServiceSeen(
            "Trunkline",
            ServerVersion.Text,
            "v1",
            register.IsRight ? new RegisterNamed(register.Value.Version, register.Value.Records.Count) : null,
            new Dictionary<string, string>
            {
                ["plans"] = "/api/v1/plans",
                ["register"] = "/api/v1/register",
                ["studies"] = "/api/v1/studies",
                ["jobs"] = "/api/v1/jobs",
                ["openapi"] = "/openapi/v1.json",
            },
            ServerLimits.Seen(options.StudySize)));
    }

    /// <summary>Whether there is a plan to show and whether it can be asked.</summary>
    internal static Ok<ServiceStatus> Status(FirstPlan first, Room room) => TypedResults.Ok(first.Status(room));
}
