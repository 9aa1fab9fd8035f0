using System.Globalization;
using System.Text;
using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>The graph as a Graphviz digraph.</summary>
public static class GraphDot
{
    /// <summary>One line a policy and one an arrow, in the order of the graph; the arrows that hold on a day, or all of them.</summary>
    /// <param name="nodes">Ids of the policies to draw; arrows between them are drawn.</param>
    /// <param name="labels">What an arrow's kind is called.</param>
    public static string Text(PolicyRegister register, IReadOnlyList<string> nodes, DateOnly? day, Language language, Func<RelationKind, string> labels)
    {
        HashSet<string> drawn = [.. nodes];
        StringBuilder dot = new("digraph register {\n  rankdir=LR;\n  node [shape=box];\n");
        foreach (string id in nodes)
        {
            dot.Append(CultureInfo.InvariantCulture, $"  {Quoted(id)} [label={Quoted($"{register.Find(id)!.Document.Titles.In(language)}\n{id}")}];\n");
        }

        foreach (GraphEdge edge in register.Graph.EdgesOn(day).Where(e => drawn.Contains(e.Source) && drawn.Contains(e.Target)))
        {
            dot.Append(CultureInfo.InvariantCulture, $"  {Quoted(edge.Source)} -> {Quoted(edge.Target)} [label={Quoted($"{labels(edge.Kind)}\n{edge.Since:yyyy-MM-dd}")}];\n");
        }

        return dot.Append("}\n").ToString();
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}
