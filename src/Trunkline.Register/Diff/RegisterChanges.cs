namespace Trunkline.Register;

/// <summary>A policy whose force changed, or to which something happened.</summary>
/// <param name="Events">What happened after the first day, up to and including the second.</param>
public sealed record PolicyChange(string PolicyId, LegalForce Before, LegalForce After, IReadOnlyList<PolicyEvent> Events);

/// <summary>A question that is answered otherwise.</summary>
/// <param name="Question">Asked on both days: the asset is built and enters service on the second, in whose year the benefit falls.</param>
public sealed record AnswerChange(Question Question, Answer Before, Answer After);

/// <summary>A parameter whose entries in force changed.</summary>
/// <param name="Left">Entries that held on the first day only.</param>
/// <param name="Came">Entries that hold on the second day only.</param>
/// <param name="Answers">What the change means for an asset of the second day.</param>
public sealed record ParameterChange(string ParameterId, IReadOnlyList<PolicyEntry> Left, IReadOnlyList<PolicyEntry> Came, IReadOnlyList<AnswerChange> Answers);

/// <summary>What the register says otherwise on one day than on an earlier one.</summary>
public sealed record RegisterChanges(
    DateOnly From,
    DateOnly To,
    IReadOnlyList<PolicyChange> Policies,
    IReadOnlyList<ParameterChange> Parameters,
    IReadOnlyList<GraphEdge> Relations,
    IReadOnlyList<MatrixDifference> Cells)
{
    private const int MostQuestions = 256;

    internal static RegisterChanges Of(PolicyRegister register, DateOnly earlier, DateOnly later) => new(
        earlier,
        later,
        [.. register.Records.Select(r => OfPolicy(r, earlier, later)).Where(c => c.Before != c.After || c.Events.Count > 0)],
        [.. OfParameters(register, earlier, later)],
        [.. register.Graph.EdgesOn(later).Where(e => e.Since > earlier)],
        [.. register.Matrix.Jurisdictions.SelectMany(j => register.Matrix.Between(j, earlier, later))]);

    private static PolicyChange OfPolicy(PolicyRecord record, DateOnly earlier, DateOnly later) => new(
        record.Id,
        record.ForceOn(earlier),
        record.ForceOn(later),
        [.. record.Document.Events.Where(e => e.Date > earlier && e.Date <= later)]);

    private static IEnumerable<ParameterChange> OfParameters(PolicyRegister register, DateOnly earlier, DateOnly later)
    {
        RegisterView before = register.AsOf(earlier), after = register.AsOf(later);
        return
            from record in register.Records
            from parameter in record.Parameters
            let left = parameter.Entries.Where(e => e.Law.Contains(earlier) && !e.Law.Contains(later)).ToArray()
            let came = parameter.Entries.Where(e => e.Law.Contains(later) && !e.Law.Contains(earlier)).ToArray()
            where left.Length + came.Length > 0
            select new ParameterChange(parameter.Id, left, came, [.. AnswersOf(parameter, before, after)]);
    }

    private static IEnumerable<AnswerChange> AnswersOf(PolicyParameter parameter, RegisterView before, RegisterView after) =>
        from dims in Circumstances(parameter).Take(MostQuestions)
        let question = new Question(parameter.Id, dims, after.AsOf, after.AsOf, after.AsOf.Year)
        let change = new AnswerChange(question, before.Answer(question), after.Answer(question))
        where !SaySame(change.Before, change.After)
        select change;

    private static IEnumerable<IReadOnlyDictionary<string, string>> Circumstances(PolicyParameter parameter) =>
        parameter.Dims.Aggregate(
            Enumerable.Repeat(new Dictionary<string, string>(), 1),
            (so, dimension) => so.SelectMany(known => dimension.Value.Select(word => new Dictionary<string, string>(known) { [dimension.Key] = word })));

    private static bool SaySame(Answer before, Answer after) => (before, after) switch
    {
        (Reading a, Reading b) => a.Content == b.Content && a.Unit == b.Unit,
        (NoAnswer a, NoAnswer b) => a.Kind == b.Kind,
        _ => false,
    };
}
