namespace Trunkline.Atlas;

/// <summary>
/// The laid steps as a graph. Vertices below the number of cells are cells; above it they are south-eastern corners of cells, where two
/// diagonal steps cross and meet. Steps along an existing line know which part of it they follow.
/// </summary>
internal sealed class NetworkSteps
{
    private const int SouthWest = 5;
    private const int SouthEast = 7;

    private readonly TerrainCost _terrain;
    private readonly CorridorLayout _layout;
    private readonly IReadOnlyList<ExistingLine> _lines;
    private readonly Dictionary<(int Cell, int Direction), LineSpan> _spans = [];
    private readonly Dictionary<int, LineStop> _stops = [];
    private readonly Dictionary<int, int> _lineAt = [];

    public NetworkSteps(TerrainCost terrain, CorridorLayout layout, IReadOnlyList<ExistingLine> lines)
    {
        (_terrain, _layout, _lines) = (terrain, layout, lines);
        for (int line = 0; line < lines.Count; line++)
        {
            foreach (IReadOnlyList<LineStop> chain in lines[line].Chains)
            {
                Enter(line, chain);
            }
        }
    }

    /// <summary>Where a vertex lies: on the existing line that passes its cell, otherwise where <see cref="MiddleOf"/> is.</summary>
    public PlanePoint PointOf(int vertex) =>
        _stops.TryGetValue(vertex, out LineStop stop) ? _lines[_lineAt[vertex]].PointAt(stop.At) : MiddleOf(vertex);

    /// <summary>The middle of a cell, or the corner that a vertex stands for.</summary>
    public PlanePoint MiddleOf(int vertex) =>
        vertex < _terrain.Grid.Count ? _terrain.Grid.MiddleOf(vertex) : _terrain.Grid.CornerOf(vertex - _terrain.Grid.Count);

    /// <summary>The points that a step passes, both ends included.</summary>
    public IEnumerable<PlanePoint> Points(NetworkStep step) =>
        step.Span is { } span ? _lines[span.Line].Between(span.From, span.To) : [PointOf(step.A), PointOf(step.B)];

    /// <summary>Every laid step once, in cell order.</summary>
    public List<NetworkStep> All()
    {
        var steps = new List<NetworkStep>();
        for (int cell = 0; cell < _terrain.Grid.Count; cell++)
        {
            for (int direction = Compass.Directions / 2; direction < Compass.Directions; direction++)
            {
                if (_layout.IsLaid(cell, direction))
                {
                    steps.AddRange(Steps(cell, direction));
                }
            }
        }

        return steps;
    }

    private IEnumerable<NetworkStep> Steps(int cell, int direction)
    {
        int columns = _terrain.Grid.Surface.Columns;
        int to = cell + (Compass.RowsOf(direction) * columns) + Compass.ColumnsOf(direction);
        double cost = _terrain.MeanStepCost(cell, direction);
        LineSpan? span = _spans.TryGetValue((cell, direction), out LineSpan known) ? known : null;
        if (!IsCrossed(cell, direction))
        {
            return [new NetworkStep(cell, to, cost, span)];
        }

        int corner = _terrain.Grid.Count + (Compass.ColumnsOf(direction) > 0 ? cell : cell - 1);
        double middle = span is { } s ? (s.From + s.To) / 2 : 0;
        return
        [
            new NetworkStep(cell, corner, cost / 2, span is { } first ? first with { To = middle } : null),
            new NetworkStep(corner, to, cost / 2, span is { } second ? second with { From = middle } : null),
        ];
    }

    private bool IsCrossed(int cell, int direction)
    {
        int across = Compass.ColumnsOf(direction);
        if (Compass.RowsOf(direction) == 0 || across == 0)
        {
            return false;
        }

        // The crossing diagonal starts beside this step's start and leads to the cell below that start.
        return _layout.IsLaid(cell + across, across > 0 ? SouthWest : SouthEast);
    }

    private void Enter(int line, IReadOnlyList<LineStop> chain)
    {
        foreach (LineStop stop in chain)
        {
            if (_stops.TryAdd(stop.Cell, stop))
            {
                _lineAt[stop.Cell] = line;
            }
        }

        for (int i = 0; i + 1 < chain.Count; i++)
        {
            Enter(new LineSpan(line, chain[i].At, chain[i + 1].At, _lines[line].Capacity.Value), chain[i].Cell, chain[i + 1].Cell);
        }
    }

    // Where two lines share a step their capacities add and the route is the first one's.
    private void Enter(LineSpan span, int from, int to)
    {
        int direction = Compass.Between(from, to, _terrain.Grid.Surface.Columns);
        (int Cell, int Direction) key = direction > 3 ? (from, direction) : (to, Compass.Back(direction));
        LineSpan forward = direction > 3 ? span : span.Reversed;
        _spans[key] = _spans.TryGetValue(key, out LineSpan first)
            ? first with { Capacity = first.Line == span.Line ? first.Capacity : first.Capacity + span.Capacity }
            : forward;
    }
}
