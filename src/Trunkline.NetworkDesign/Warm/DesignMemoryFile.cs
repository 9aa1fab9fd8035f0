namespace Trunkline.NetworkDesign;

/// <summary>
/// A design's memory as bytes, so that a question can be answered from it in another process. The problem is not written: whoever reads must bring the very problem,
/// with its supplies, sinks and arcs in the same order.
/// </summary>
public static class DesignMemoryFile
{
    private const int Format = 1;
    private const int None = -1;

    /// <summary>Writes the design and its multipliers. An option is named by its first and last period, so that other options beside it do no harm.</summary>
    public static void Write(DesignMemory memory, BinaryWriter to)
    {
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentNullException.ThrowIfNull(to);
        to.Write(Format);
        to.Write(memory.Problem.Supplies.Length);
        for (int k = 0; k < memory.Problem.Supplies.Length; k++)
        {
            int option = memory.State.Option[k];
            SupplyOption? run = option < 0 ? null : memory.Problem.Supplies[k].Options[option];
            to.Write(run?.FirstPeriod ?? None);
            to.Write(run?.LastPeriod ?? None);
        }

        Write(memory.State.Rate, to);
        to.Write(memory.State.Parcels.Length);
        foreach (Parcel parcel in memory.State.Parcels)
        {
            to.Write(parcel.Supply);
            to.Write(parcel.Sink);
            Write(parcel.Rate, to);
            to.Write(parcel.Way.Length);
            Array.ForEach(parcel.Way, to.Write);
        }

        Write(memory.Multipliers, to);
        Write(memory.Totals, to);
    }

    /// <summary>The memory in these bytes, for the problem that it is of.</summary>
    /// <exception cref="InvalidDataException">The bytes are of another format or another problem.</exception>
    public static DesignMemory Read(DesignProblem problem, BinaryReader from)
    {
        DesignShape.Require(problem);
        ArgumentNullException.ThrowIfNull(from);
        Require(from.ReadInt32() == Format, "another format");
        Require(from.ReadInt32() == problem.Supplies.Length, "another number of supplies");
        int[] option = [.. problem.Supplies.Select(s => Option(s, from.ReadInt32(), from.ReadInt32()))];
        double[] rate = Numbers(from, option.Length * problem.PeriodCount);
        Parcel[] parcels = new Parcel[Count(from)];
        for (int i = 0; i < parcels.Length; i++)
        {
            parcels[i] = Parcel(problem, from);
        }

        DesignInstance instance = new(problem);
        double[] multipliers = Read(from, Count(from));
        double[] totals = Numbers(from, problem.PeriodCount);
        // The law may price other rows or corridors today: multipliers of another space say nothing, and zero is always valid.
        int space = new DualSpace(instance).Count;
        Parcel[] kept = [.. parcels.Where(p => option[p.Supply] >= 0)];
        return new DesignMemory(problem, new DesignerState(option, rate, kept, new double[problem.SideRows.Length]), multipliers.Length == space ? multipliers : new double[space], totals);
    }

    private static int Option(Supply supply, int first, int last) => first == None
        ? None
        : supply.Options.Index().Where(o => o.Item.FirstPeriod == first && o.Item.LastPeriod == last).Select(o => o.Index).FirstOrDefault(None);

    private static Parcel Parcel(DesignProblem problem, BinaryReader from)
    {
        int supply = from.ReadInt32(), sink = from.ReadInt32();
        Require(supply >= 0 && supply < problem.Supplies.Length && sink >= 0 && sink < problem.Sinks.Length, "a parcel of another problem");
        double[] rate = Numbers(from, problem.PeriodCount);
        int[] way = new int[Count(from)];
        for (int i = 0; i < way.Length; i++)
        {
            way[i] = from.ReadInt32();
            int arc = way[i] < 0 ? ~way[i] : way[i];
            Require(arc < problem.Arcs.Length, "an arc of another problem");
        }

        return new Parcel(supply, sink, rate, way);
    }

    private static void Write(double[] numbers, BinaryWriter to)
    {
        to.Write(numbers.Length);
        Array.ForEach(numbers, to.Write);
    }

    private static double[] Numbers(BinaryReader from, int expected)
    {
        Require(from.ReadInt32() == expected, "a list of another length");
        return Read(from, expected);
    }

    private static double[] Read(BinaryReader from, int count)
    {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = from.ReadDouble();
        }

        return numbers;
    }

    private static int Count(BinaryReader from)
    {
        int count = from.ReadInt32();
        Require(count is >= 0 and < 10_000_000, "a list of no sensible length");
        return count;
    }

    private static void Require(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw new InvalidDataException($"The memory is of {otherwise}.");
        }
    }
}
