using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Trunkline.Tests.Conventions;

/// <summary>Methods are short enough to be read aloud. The longest one is the next to improve.</summary>
public sealed class MethodLengthTest
{
    private const int Longest = 60;
    private const int Usual = 30;

    /// <summary>Methods that may be longer, each with its reason. An entry that is no longer needed fails the test.</summary>
    private static readonly Dictionary<string, string> Allowed = [];

    private static IReadOnlyList<(string Name, int Lines)> Methods { get; } =
    [
        .. Repository.Files
            .Where(f => f.StartsWith("src/", StringComparison.Ordinal) && f.EndsWith(".cs", StringComparison.Ordinal))
            // Written by a tool, read by a database.
            .Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal))
            .AsParallel().AsOrdered().SelectMany(MethodsOf),
    ];

    [Fact]
    public void No_method_is_longer_than_sixty_lines() => Offenders.None(
        $"Methods over {Longest} lines: split them, or list them in MethodLengthTest with the reason:",
        from method in Methods
        where method.Lines > Longest && !Allowed.ContainsKey(method.Name)
        orderby method.Lines descending
        select $"{method.Lines} lines: {method.Name}");

    [Fact]
    public void Nine_methods_in_ten_are_at_most_thirty_lines()
    {
        double share = Methods.Count(m => m.Lines <= Usual) / (double)Methods.Count;
        Assert.True(share >= 0.9, $"Only {share:P1} of {Methods.Count} methods have at most {Usual} lines.");
    }

    [Fact]
    public void No_exception_is_listed_in_vain() => Offenders.None(
        "Listed as long, but no longer so:", Allowed.Keys.Except(Methods.Where(m => m.Lines > Longest).Select(m => m.Name)));

    private static IEnumerable<(string Name, int Lines)> MethodsOf(string file)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(Repository.Read(file)).GetRoot();
        return
            from method in root.DescendantNodes().Where(n => n is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax)
            let span = method.SyntaxTree.GetLineSpan(method.Span)
            select ($"{file}#{NameOf(method)}", span.EndLinePosition.Line - span.StartLinePosition.Line + 1);
    }

    private static string NameOf(SyntaxNode method) => method switch
    {
        MethodDeclarationSyntax m => m.Identifier.Text,
        ConstructorDeclarationSyntax c => c.Identifier.Text,
        LocalFunctionStatementSyntax l => l.Identifier.Text,
        OperatorDeclarationSyntax o => $"operator {o.OperatorToken.Text}",
        _ => method.Kind().ToString(),
    };
}
