using System.Security.Cryptography;
using System.Text;
using Trunkline.Domain;

namespace Trunkline.Report;

/// <summary>
/// The whole report as one HTML page: opens offline, asks nothing of any server (its content policy forbids it), and holds one style
/// sheet and one script. The same plan gives the same text.
/// </summary>
public static class HtmlReport
{
    public static string Of(ReportInput input)
    {
        string style = Resource("map.css") + Resource("report.css"), script = Resource("report.js");
        Markup html = new();
        html.Ready("<!DOCTYPE html>\n").Open("html", ("lang", input.Language == Language.Zh ? "zh-CN" : "en")).Line();
        string policy = $"default-src 'none'; style-src '{Digest(style)}'; script-src '{Digest(script)}'; base-uri 'none'; form-action 'none'";
        WriteHead(html, input.Plan.Study.Title.In(input.Language), style, policy);
        html.Open("body").Leaf("a", input.Say(Texts.Skip), ("class", "skip"), ("href", "#map")).Line();
        Masthead.Write(html, input);
        html.Open("main").Line();
        MapSection.Write(html, input);
        CaptureSection.Write(html, input);
        CostSection.Write(html, input);
        PipelineSection.Write(html, input);
        StorageSection.Write(html, input);
        CreditSection.Write(html, input);
        ReceiptSection.Write(html, input);
        if (input.Pillars is { } pillars)
        {
            PillarSections.Write(html, input, pillars);
        }

        ProofSection.Write(html, input);
        UncapturedSection.Write(html, input);
        NotesSection.Write(html, input);
        BibliographySection.Write(html, input);
        html.Close().Open("script").Ready(script).Close().Close().Line().Close().Line();
        return html.ToString();
    }

    internal static string Resource(string name)
    {
        using Stream stream = typeof(HtmlReport).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly lacks {name}.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>The head of a page that holds its style sheet.</summary>
    /// <param name="policy">What the page may load; it must allow the style sheet.</param>
    internal static void WriteHead(Markup html, string title, string style, string policy)
    {
        html.Open("head").Empty("meta", ("charset", "utf-8")).Line();
        html.Empty("meta", ("name", "viewport"), ("content", "width=device-width,initial-scale=1")).Line();
        html.Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", policy)).Line();
        html.Leaf("title", title).Line();
        html.Open("style").Ready(style).Close().Line().Close().Line();
    }

    /// <summary>A text as a content policy names it.</summary>
    internal static string Digest(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
