using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Trunkline.Runner;
using Trunkline.Server.Http;
using Trunkline.Server.Identity;
using Trunkline.Store;

namespace Trunkline.Server.Jobs;

/// <summary>Long work: what is being done, how far it is, and how to stop it.</summary>
internal static class JobEndpoints
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(15);

    public static void MapJobs(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder jobs = api.MapGroup("/jobs").WithTags("Jobs");
        jobs.MapGet("", List).WithName("listJobs");
        jobs.MapGet("{id}", Job).WithName("getJob");
        jobs.MapDelete("{id}", Cancel).WithName("cancelJob").Needs(Role.Analyst);
        jobs.MapGet("{id}/events", Events).WithName("watchJob").Produces<string>(StatusCodes.Status200OK, "text/event-stream");
        api.MapGet("/events", AllEvents).WithName("watchAllJobs").WithTags("Jobs").Produces<string>(StatusCodes.Status200OK, "text/event-stream");
    }

    /// <summary>All jobs of this run of the server, the newest first.</summary>
    internal static Ok<ItemList<JobSeen>> List(JobBoard queue)
    {
        JobSeen[] jobs = [.. queue.All().Select(JobSeen.Of)];
        return TypedResults.Ok(new ItemList<JobSeen>(jobs, jobs.Length));
    }

    /// <summary>One job as it stands now.</summary>
    /// <param name="id">Id of the job.</param>
    internal static Results<Ok<JobSeen>, ProblemHttpResult> Job(string id, JobBoard queue) =>
        queue.Find(id) is { } news ? TypedResults.Ok(JobSeen.Of(news)) : Problems.NotFound($"job '{id}'");

    /// <summary>Asks a job to stop. It stops at its next step; what it found until then is not kept.</summary>
    /// <param name="id">Id of the job.</param>
    internal static Results<Accepted<JobSeen>, ProblemHttpResult> Cancel(string id, JobBoard queue)
    {
        if (queue.Find(id) is null)
        {
            return Problems.NotFound($"job '{id}'");
        }

        queue.Cancel(id);
        return TypedResults.Accepted($"/api/v1/jobs/{id}", JobSeen.Of(queue.Find(id)!));
    }

    /// <summary>
    /// The state of a job now and whatever is heard of it, as server-sent events named <c>progress</c>, <c>done</c>, <c>failed</c> or <c>cancelled</c>, each with the whole job.
    /// Whoever comes back late loses nothing but what is old.
    /// </summary>
    /// <param name="id">Id of the job.</param>
    internal static async Task Events(string id, HttpContext context, JobBoard queue, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json)
    {
        if (queue.Find(id) is null)
        {
            await Problems.NotFound($"job '{id}'").ExecuteAsync(context);
            return;
        }

        await Stream(context, queue.Watch(id, context.RequestAborted), json.Value.SerializerOptions);
    }

    /// <summary>The same for all jobs that are not over, without end.</summary>
    internal static Task AllEvents(HttpContext context, JobBoard queue, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json) =>
        Stream(context, queue.Watch(null, context.RequestAborted), json.Value.SerializerOptions);

    private static async Task Stream(HttpContext context, IAsyncEnumerable<JobNews> news, JsonSerializerOptions json)
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        await context.Response.Body.FlushAsync(context.RequestAborted);
        try
        {
            await foreach (JobNews? item in WithQuiet(news, context.RequestAborted))
            {
                string text = item is null ? ": still here\n\n" : Event(item, json);
                await context.Response.WriteAsync(text, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever listened has gone; the job goes on.
        }
    }

    private static string Event(JobNews news, JsonSerializerOptions json)
    {
        string name = news.State switch
        {
            JobState.Done => "done",
            JobState.Failed => "failed",
            JobState.Cancelled => "cancelled",
            _ => "progress",
        };
        return $"event: {name}\nid: {news.Number}\ndata: {JsonSerializer.Serialize(JobSeen.Of(news), json)}\n\n";
    }

    /// <summary>The same news, with null where nothing was heard for a while, so that a dropped line is noticed.</summary>
    private static async IAsyncEnumerable<JobNews?> WithQuiet(IAsyncEnumerable<JobNews> news, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using CancellationTokenSource leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        IAsyncEnumerator<JobNews> items = news.GetAsyncEnumerator(leaving.Token);
        Task<bool> next = items.MoveNextAsync().AsTask();
        try
        {
            while (true)
            {
                if (await Task.WhenAny(next, Task.Delay(Quiet, cancellation)) != next)
                {
                    cancellation.ThrowIfCancellationRequested();
                    yield return null;
                    continue;
                }

                if (!await next)
                {
                    yield break;
                }

                yield return items.Current;
                next = items.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // Whoever listened may leave while the next news is awaited: that wait must end before the listener is taken away.
            await leaving.CancelAsync();
            await Task.WhenAny(next);
            await items.DisposeAsync();
        }
    }
}
