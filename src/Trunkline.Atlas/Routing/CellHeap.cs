namespace Trunkline.Atlas;

/// <summary>A four-way heap of cells by cost. Equal costs leave in cell order, so that a search has one outcome.</summary>
internal sealed class CellHeap
{
    private double[] _cost = new double[1024];
    private int[] _cell = new int[1024];

    public int Count { get; private set; }

    public void Clear() => Count = 0;

    public void Push(int cell, double cost)
    {
        if (Count == _cost.Length)
        {
            Array.Resize(ref _cost, Count * 2);
            Array.Resize(ref _cell, Count * 2);
        }

        int hole = Count++;
        while (hole > 0)
        {
            int parent = (hole - 1) >> 2;
            if (!Before(cost, cell, parent))
            {
                break;
            }

            (_cost[hole], _cell[hole]) = (_cost[parent], _cell[parent]);
            hole = parent;
        }

        (_cost[hole], _cell[hole]) = (cost, cell);
    }

    public (int Cell, double Cost) Pop()
    {
        (int Cell, double Cost) first = (_cell[0], _cost[0]);
        Count--;
        (double cost, int cell) = (_cost[Count], _cell[Count]);
        int hole = 0;
        while (LeastChild(hole) is int child and >= 0 && !Before(cost, cell, child))
        {
            (_cost[hole], _cell[hole]) = (_cost[child], _cell[child]);
            hole = child;
        }

        (_cost[hole], _cell[hole]) = (cost, cell);
        return first;
    }

    private int LeastChild(int hole)
    {
        int first = (hole << 2) + 1;
        if (first >= Count)
        {
            return -1;
        }

        int least = first, end = Math.Min(first + 4, Count);
        for (int child = first + 1; child < end; child++)
        {
            least = Before(_cost[child], _cell[child], least) ? child : least;
        }

        return least;
    }

    private bool Before(double cost, int cell, int place) => cost < _cost[place] || (cost == _cost[place] && cell < _cell[place]);
}
