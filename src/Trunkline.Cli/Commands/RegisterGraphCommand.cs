using System.CommandLine;
using System.Text.Json.Nodes;
using Trunkline.Cli.Register;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline register graph</c>: how policies act upon each other, as a tree, JSON or Graphviz.</summary>
internal static class RegisterGraphCommand
{
    public static Command Build(Surroundings around)
    {
        var record = new Argument<string?>("record") { Description = RegisterWords.RecordArgument.In(around.Language), Arity = ArgumentArity.ZeroOrOne };
        var asOf = RegisterAsked.Day("--as-of", RegisterWords.AsOf, around);
        var dot = new Option<bool>("--dot") { Description = RegisterWords.DotOption.In(around.Language) };
        return RegisterAsked.On(
            new Command("graph", RegisterWords.Graph.In(around.Language)) { record, asOf, dot },
            around,
            (parsed, register, asJson) =>
            {
                string? start = parsed.GetValue(record);
                if (start is not null && register.Find(start) is null)
                {
                    return ProblemTable.Show(around, [RegisterAsked.NoSuchRecord(register, start)], asJson);
                }

                Answer(around, register, start, parsed.GetValue(asOf) ?? RegisterAsked.Today(), asJson, parsed.GetValue(dot));
                return ExitCode.Done;
            });
    }

    private static void Answer(Surroundings around, PolicyRegister register, string? start, DateOnly day, bool asJson, bool asDot)
    {
        Language language = around.Language;
        IReadOnlyList<string> nodes = start is null ? register.Graph.Nodes : register.Graph.Around(start, day);
        if (asJson)
        {
            around.Terminal.Out.WriteLine(Json(register, nodes, day).ToJsonString(JsonText.OneLine));
        }
        else if (asDot)
        {
            around.Terminal.Out.Write(GraphDot.Text(register, nodes, day, language, k => RegisterTerms.Of(k).In(language)));
        }
        else
        {
            Show(around.Terminal.Answers, register, nodes, start, day, language);
        }
    }

    private static void Show(Page page, PolicyRegister register, IReadOnlyList<string> nodes, string? start, DateOnly day, Language language)
    {
        PolicyGraph graph = register.Graph;
        GraphTree tree = new(register, day, language);
        HashSet<string> shown = new(StringComparer.Ordinal);
        IEnumerable<string> roots = start is not null ? [start] : nodes.OrderByDescending(n => graph.Neighbours(n, day).Count).ThenBy(n => n, StringComparer.Ordinal);
        foreach (string root in roots.Where(r => !shown.Contains(r) && (start is not null || graph.Neighbours(r, day).Count > 0)))
        {
            tree.Write(page, root, shown);
            page.Line();
        }

        Clusters(page, graph, nodes, language);
        if (nodes.Where(n => graph.Neighbours(n, day).Count == 0).ToArray() is { Length: > 0 } alone)
        {
            page.Line(string.Format(RegisterWords.Alone.In(language), string.Join(", ", alone)));
        }

        page.Line(string.Format(RegisterWords.GraphCount.In(language), nodes.Count, Edges(graph, nodes, day).Count(), RegisterParts.Iso(day)));
        page.Line(RecordStates.Line(register, nodes.Select(n => register.Find(n)!), language));
    }

    private static void Clusters(Page page, PolicyGraph graph, IReadOnlyList<string> nodes, Language language)
    {
        foreach (PolicyCluster cluster in graph.Clusters.Where(c => c.Members.Any(nodes.Contains)))
        {
            page.Line($"{cluster.Name.In(language)}: {string.Join(", ", cluster.Members)}");
        }
    }

    private static IEnumerable<GraphEdge> Edges(PolicyGraph graph, IReadOnlyList<string> nodes, DateOnly day)
    {
        HashSet<string> known = [.. nodes];
        return graph.EdgesOn(day).Where(e => known.Contains(e.Source) && known.Contains(e.Target));
    }

    private static JsonObject Json(PolicyRegister register, IReadOnlyList<string> nodes, DateOnly day) => new()
    {
        ["asOf"] = RegisterParts.Iso(day),
        ["nodes"] = RegisterParts.Array(nodes.Select(n => new JsonObject
        {
            ["id"] = n,
            ["titles"] = RegisterParts.Json(register.Find(n)!.Document.Titles),
            ["force"] = RegisterParts.Code(register.Find(n)!.ForceOn(day)),
        })),
        ["edges"] = RegisterParts.Array(Edges(register.Graph, nodes, day).Select(RegisterParts.Edge)),
        ["clusters"] = RegisterParts.Array(register.Graph.Clusters.Where(c => c.Members.Any(nodes.Contains)).Select(c => new JsonObject
        {
            ["name"] = RegisterParts.Json(c.Name),
            ["members"] = RegisterParts.Array(c.Members.Select(m => (JsonNode)m)),
        })),
    };

    /// <summary>What arrows lead to from a policy, either way, each policy with its arrows once.</summary>
    private sealed class GraphTree(PolicyRegister register, DateOnly day, Language language)
    {
        public void Write(Page page, string root, HashSet<string> shown)
        {
            shown.Add(root);
            page.Line($"{root}  {register.Find(root)!.Document.Titles.In(language)}");
            Below(page, root, "", shown, new HashSet<GraphEdge>());
        }

        private void Below(Page page, string at, string indent, HashSet<string> shown, HashSet<GraphEdge> drawn)
        {
            GraphEdge[] edges = [.. register.Graph.Leaving(at, day).Concat(register.Graph.Arriving(at, day)).Where(drawn.Add)];
            foreach ((int i, GraphEdge edge) in edges.Index())
            {
                bool last = i == edges.Length - 1, leaves = edge.Source == at;
                string other = leaves ? edge.Target : edge.Source;
                bool again = !shown.Add(other);
                string head = $"{indent}{(last ? "└─" : "├─")} {(leaves ? "→" : "←")} {RegisterTerms.Of(edge.Kind).In(language)} {RegisterParts.Iso(edge.Since)}";
                page.Item(head, $"{other}  {register.Find(other)!.Document.Titles.In(language)}{(again ? " …" : "")}", Page.Columns(head) + 2, indent: 0);
                if (!again)
                {
                    Below(page, other, indent + (last ? "   " : "│  "), shown, drawn);
                }
            }
        }
    }
}
