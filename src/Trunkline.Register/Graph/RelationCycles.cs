namespace Trunkline.Register;

/// <summary>Arrows of one kind that lead back to where they began. No law amends itself by way of others.</summary>
internal static class RelationCycles
{
    private enum Visit
    {
        Open,
        Done,
    }

    /// <summary>A cycle as the ids along it, the first repeated at the end; null where the arrows have none.</summary>
    public static IReadOnlyList<string>? Find(IEnumerable<(string Source, string Target)> arrows)
    {
        ILookup<string, string> next = arrows.ToLookup(a => a.Source, a => a.Target, StringComparer.Ordinal);
        Dictionary<string, Visit> visits = new(StringComparer.Ordinal);
        return next.Select(n => n.Key)
            .Order(StringComparer.Ordinal)
            .Where(start => !visits.ContainsKey(start))
            .Select(start => From(start, next, visits))
            .FirstOrDefault(cycle => cycle is not null);
    }

    /// <summary>Walks depth first without recursion: a chain of ten thousand amendments must not end the program.</summary>
    private static List<string>? From(string start, ILookup<string, string> next, Dictionary<string, Visit> visits)
    {
        List<string> path = [start];
        Stack<IEnumerator<string>> branches = new([next[start].GetEnumerator()]);
        visits[start] = Visit.Open;
        while (branches.TryPeek(out IEnumerator<string>? branch))
        {
            if (!branch.MoveNext())
            {
                visits[path[^1]] = Visit.Done;
                path.RemoveAt(path.Count - 1);
                branches.Pop();
            }
            else if (!visits.TryGetValue(branch.Current, out Visit seen))
            {
                visits[branch.Current] = Visit.Open;
                path.Add(branch.Current);
                branches.Push(next[branch.Current].GetEnumerator());
            }
            else if (seen == Visit.Open)
            {
                return [.. path[path.IndexOf(branch.Current)..], branch.Current];
            }
        }

        return null;
    }
}
