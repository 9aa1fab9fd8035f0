using System.Numerics;

namespace Trunkline.NetworkDesign;

/// <summary>
/// Raises a concave dual function by a proximal bundle method: each evaluation gives a plane above it; the next point maximises the least
/// of the planes less a price on distance from the best point, inside the multipliers' box.
/// </summary>
/// <remarks>Kiwiel 1990 for the step-length rule; the inner problem is solved by pairwise steps on the planes' weights.</remarks>
internal sealed class BoundAscent
{
    private const int MostPlanes = 60;
    private const int InnerSteps = 120;

    // A fall of so many times the rise that was promised shows a stretch that is far too long for this function.
    private const double WildTimes = 10;
    private const double WildRetreat = 0.1;

    private readonly double[] upper;
    private readonly double[] stretch;
    private readonly Func<double[], double[], double> function;
    private readonly List<Plane> planes = [];
    private readonly double[] pull;
    private readonly double[] trial;
    private readonly double[] move;
    private double atBest;
    private double reach = 1;
    private int nullSteps;

    /// <summary>
    /// Starts at a point inside the box from zero to the upper ends; the stretch says how far each multiplier naturally moves for a unit
    /// of subgradient. The function gives its value and writes its subgradient.
    /// </summary>
    public BoundAscent(double[] upper, double[] start, double[] stretch, Func<double[], double[], double> function)
    {
        this.upper = upper;
        this.stretch = stretch;
        this.function = function;
        pull = new double[upper.Length];
        trial = new double[upper.Length];
        move = new double[upper.Length];
        Best = [.. start];
        double[] slope = new double[upper.Length];
        atBest = function(Best, slope);
        planes.Add(new Plane(slope) { Weight = 1 });
    }

    /// <summary>Multipliers of the best bound.</summary>
    public double[] Best { get; }

    /// <summary>Best value so far.</summary>
    public double Bound => atBest;

    /// <summary>Rise that the planes still promise; small when the bound is nearly the best of its kind.</summary>
    public double Promise { get; private set; } = double.PositiveInfinity;

    /// <summary>What the planes can promise at most: more than <see cref="Promise"/> while their weights are not settled, as where a stretch is far too long.</summary>
    public double MostPromise { get; private set; } = double.PositiveInfinity;

    /// <summary>One step. Returns whether the best bound rose.</summary>
    public bool Step()
    {
        SolveInner();
        Plane plane = new(new double[upper.Length]);
        double value = function(trial, plane.Slope);
        double rise = value - Bound;
        MakeRoom();
        bool rose = rise > 0 && rise >= 0.1 * Promise;
        double excess = Math.Max(0, value - Dot(plane.Slope, move) - atBest);
        if (rose)
        {
            Advance(value, rise);
        }
        else
        {
            plane.Excess = excess;
            Retreat(rise, excess);
        }

        planes.Add(plane);
        return rose;
    }

    private void Advance(double value, double rise)
    {
        foreach (Plane plane in planes)
        {
            plane.Excess = Math.Max(0, plane.Excess + Dot(plane.Slope, move) - rise);
        }

        reach *= rise >= 0.5 * Promise ? 2 : 1;
        nullSteps = 0;
        atBest = value;
        trial.CopyTo(Best, 0);
    }

    private void Retreat(double rise, double excess)
    {
        if (-rise > WildTimes * Promise)
        {
            reach *= WildRetreat;
            nullSteps = 0;
            return;
        }

        nullSteps++;
        bool far = excess > Math.Max(Promise, -rise);
        if ((far && nullSteps >= 3) || nullSteps >= 20)
        {
            reach *= 0.5;
            nullSteps = 0;
        }
    }

    private void SolveInner()
    {
        Array.Clear(pull);
        foreach (Plane plane in planes)
        {
            AddScaled(pull, plane.Slope, plane.Weight);
        }

        for (int step = 0; step < InnerSteps; step++)
        {
            Settle();
            (int low, int high) = Ends();
            double difference = planes[high].Level - planes[low].Level;
            if (step > 20 && difference <= 1e-3 * Math.Abs(Mean()))
            {
                break;
            }

            if (low != high)
            {
                Shift(low, high, difference);
            }
        }

        Settle();
        MostPromise = Mean();
        double promised = planes.Min(p => p.Level);
        Promise = Math.Max(promised, 1e-12 * Math.Abs(Bound));
    }

    // The weighted mean of the levels: an upper end of what the model promises.
    private double Mean()
    {
        double mean = 0;
        foreach (Plane plane in planes)
        {
            mean += plane.Weight * plane.Level;
        }

        return mean;
    }

    // The trial point for the present mix of planes, and each plane's level there.
    private void Settle()
    {
        for (int i = 0; i < trial.Length; i++)
        {
            trial[i] = Math.Clamp(Best[i] + (reach * stretch[i] * pull[i]), 0, upper[i]);
        }

        for (int i = 0; i < trial.Length; i++)
        {
            move[i] = trial[i] - Best[i];
        }

        foreach (Plane plane in planes)
        {
            plane.Level = plane.Excess + Dot(plane.Slope, move);
        }
    }

    private (int Low, int High) Ends()
    {
        int low = 0;
        int high = -1;
        for (int p = 0; p < planes.Count; p++)
        {
            low = planes[p].Level < planes[low].Level ? p : low;
            high = planes[p].Weight > 0 && (high < 0 || planes[p].Level > planes[high].Level) ? p : high;
        }

        return (low, high);
    }

    private void Shift(int low, int high, double difference)
    {
        double[] a = planes[low].Slope;
        double[] b = planes[high].Slope;
        double curvature = 0;
        for (int i = 0; i < a.Length; i++)
        {
            double free = Best[i] + (reach * stretch[i] * pull[i]);
            curvature += free >= 0 && free <= upper[i] ? stretch[i] * (a[i] - b[i]) * (a[i] - b[i]) : 0;
        }

        double weight = curvature > 0 ? Math.Min(planes[high].Weight, difference / (reach * curvature)) : planes[high].Weight;
        planes[low].Weight += weight;
        planes[high].Weight = weight >= planes[high].Weight ? 0 : planes[high].Weight - weight;
        AddScaled(pull, a, weight);
        AddScaled(pull, b, -weight);
    }

    // Planes without weight go first, oldest first; when all carry weight, they are merged into one.
    private void MakeRoom()
    {
        if (planes.Count < MostPlanes)
        {
            return;
        }

        int idle = planes.FindIndex(p => p.Weight == 0);
        if (idle >= 0)
        {
            planes.RemoveAt(idle);
            return;
        }

        double[] slope = new double[upper.Length];
        planes.ForEach(p => AddScaled(slope, p.Slope, p.Weight));
        Plane merged = new(slope) { Weight = 1, Excess = planes.Sum(p => p.Weight * p.Excess) };
        planes.Clear();
        planes.Add(merged);
    }

    private static double Dot(double[] a, double[] b)
    {
        Vector<double> sum = Vector<double>.Zero;
        int i = 0;
        for (; i <= a.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            sum += new Vector<double>(a, i) * new Vector<double>(b, i);
        }

        double total = Vector.Sum(sum);
        for (; i < a.Length; i++)
        {
            total += a[i] * b[i];
        }

        return total;
    }

    private static void AddScaled(double[] sum, double[] term, double factor)
    {
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] += factor * term[i];
        }
    }

    private sealed class Plane(double[] slope)
    {
        public double[] Slope { get; } = slope;

        /// <summary>How far the plane stands above the function at the best point.</summary>
        public double Excess { get; set; }

        public double Weight { get; set; }

        public double Level { get; set; }
    }
}
