using System.Net;

namespace Trunkline.Server.Pages;

/// <summary>The page in place of the web app while there is none. Plain HTML without script; it looks again by itself while a build runs.</summary>
internal static class NotBuiltPage
{
    private const string NoNode = "no-node", Building = "building", Failed = "failed";

    /// <param name="state">What is written down about the build: <c>building</c>, <c>no-node</c>, <c>failed</c> and why; null where nothing is.</param>
    public static string Text(string? state)
    {
        string word = state?.Split([' ', '\n'], 2)[0] ?? "";
        (string en, string zh) = word switch
        {
            Building => ("The pages are being built for the first time; this takes less than a minute. This page looks again by itself.", "正在首次构建页面，不到一分钟即可完成。本页会自动刷新。"),
            NoNode => ("The pages need Node.js 20 or newer to be built, and none was found. Install it and run ./trunkline serve again. The API works meanwhile.",
                "构建页面需要 Node.js 20 或更新版本，但未找到。请安装后重新运行 ./trunkline serve。API 现在即可使用。"),
            Failed => ("Building the pages failed. What the build said is below. The API works meanwhile.", "页面构建失败，构建输出见下。API 现在即可使用。"),
            _ => ("The pages have not been built. Run ./trunkline serve from a clone with Node.js 20 or newer, or npm ci and npm run build in web/. The API works meanwhile.",
                "页面尚未构建。请在代码库中用 Node.js 20 或更新版本运行 ./trunkline serve，或在 web/ 中运行 npm ci 和 npm run build。API 现在即可使用。"),
        };
        string again = word == Building ? "<meta http-equiv=\"refresh\" content=\"2\">" : "";
        string said = word == Failed ? $"<pre>{WebUtility.HtmlEncode(state![Failed.Length..].Trim())}</pre>" : "";
        return $"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Trunkline</title>{again}</head>
            <body>
            <h1>Trunkline</h1>
            <p>{en}</p>
            <p lang="zh">{zh}</p>
            {said}
            <p><a href="/openapi/v1.json">/openapi/v1.json</a> · <a href="/api/v1/plans">/api/v1/plans</a></p>
            </body>
            </html>
            """;
    }
}
