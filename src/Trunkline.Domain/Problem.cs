namespace Trunkline.Domain;

/// <summary>One thing wrong with an input, said so that the person who wrote it can mend it.</summary>
/// <param name="Where">File and place within it: a JSON pointer (<c>study.json /periods/2/to</c>) or a row and column.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Fix">What would be right, with an example where one helps.</param>
public sealed record Problem(string Where, string What, string Fix)
{
    public override string ToString() => $"{Where}: {What} {Fix}";
}
