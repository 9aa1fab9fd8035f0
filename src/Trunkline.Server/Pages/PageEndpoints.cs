using Microsoft.Extensions.FileProviders;

namespace Trunkline.Server.Pages;

/// <summary>Pages for people: the built web app, or a page that says how to build it.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this WebApplication app)
    {
        // The app itself holds nothing of anybody's.
        app.MapGet("/{**path}", Page).ExcludeFromDescription().AllowAnonymous();
        app.MapMethods("/{**path}", [HttpMethods.Head], Page).ExcludeFromDescription().AllowAnonymous();
    }

    private static IResult Page(HttpContext context, WebPages pages)
    {
        string path = context.Request.Path.Value ?? "/";
        if (path.StartsWith("/api/", StringComparison.Ordinal) || path.StartsWith("/openapi/", StringComparison.Ordinal))
        {
            return TypedResults.NotFound();
        }

        if (pages.Find(path) is not { } file)
        {
            return TypedResults.Content(NotBuiltPage.Text(pages.BuildState()), "text/html; charset=utf-8");
        }

        if (!file.Exists || file.PhysicalPath is not { } full)
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = WebPages.CachingOf(path);
        return TypedResults.PhysicalFile(full, WebPages.TypeOf(file.Name), lastModified: file.LastModified, entityTag: WebPages.TagOf(file));
    }
}
