using System.Globalization;
using System.Threading.RateLimiting;

namespace Trunkline.Server.Identity;

/// <summary>How much one person or program may ask in a minute, so that one cannot keep the others waiting.</summary>
internal static class Pace
{
    private const int Slices = 6;

    public static void AddPace(this IServiceCollection services, ServeOptions options) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = (60 / Slices).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        // Whoever shows nothing that counts shares one measure with all others who do so.
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetSlidingWindowLimiter(
            Caller.Of(http.User) is { } caller ? $"{caller.Workspace} {caller.Who}" : "",
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = options.RequestsPerMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = Slices }));
    });
}
