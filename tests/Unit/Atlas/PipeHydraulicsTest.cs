using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Tests.Unit.Register;

namespace Trunkline.Tests.Unit.Atlas;

/// <summary>
/// What a pipe carries between two pumping stations, worked from friction alone (Darcy-Weisbach with Haaland's friction factor) on the basis of the NETL CO2 transport cost model: 2,200 to
/// 1,200 psig, roughness 0.0018 in, 920 kg/m3, flat ground. Viscosity is that of dense CO2 near 53 F, 9e-5 Pa s; a tenth more or less moves the answer by a thousandth.
/// </summary>
public sealed class PipeHydraulicsTest
{
    private const double Metre = 39.3700787, Mile = 1609.344, Pressure = 1000 * 6894.757, Density = 920, Viscosity = 9e-5, YearSeconds = 365.25 * 86400;

    /// <summary>Nominal and inner diameter in inches, and Mt/y over 50, 100 and 200 miles as tabulated in the field.</summary>
    [Theory]
    [InlineData(4, 4, 0.25, 0.18, 0.12)]
    [InlineData(6, 6, 0.72, 0.51, 0.36)]
    [InlineData(8, 8, 1.53, 1.08, 0.76)]
    [InlineData(10, 10, 2.73, 1.93, 1.35)]
    [InlineData(12, 12, 4.39, 3.10, 2.18)]
    [InlineData(16, 15.162, 8.08, 5.69, 4.01)]
    [InlineData(20, 18.952, 14.4, 10.2, 7.17)]
    [InlineData(24, 22.742, 23.2, 16.3, 11.5)]
    [InlineData(30, 28.428, 41.3, 29.2, 20.6)]
    [InlineData(36, 34.114, 66.3, 46.8, 33.0)]
    [InlineData(42, 39.8, 98.9, 69.8, 49.3)]
    [InlineData(48, 45.5, 140, 98.8, 69.7)]
    public void Friction_alone_gives_the_capacity_by_diameter(double nominal, double inner, double fifty, double hundred, double twoHundred)
    {
        double[] worked = [.. new[] { 50.0, 100, 200 }.Select(miles => Capacity(inner / Metre, miles * Mile) / 1e9)];
        Assert.All(worked.Zip([fifty, hundred, twoHundred]), pair => Assert.True(
            Math.Abs(pair.First - pair.Second) <= 0.006 + (0.005 * pair.Second), $"{nominal} in: {pair.First:0.000} worked, {pair.Second} tabulated"));
    }

    [Fact]
    public void The_dataset_carries_as_much_over_a_hundred_miles()
    {
        Dictionary<double, double> inner = new() { [16] = 15.162, [20] = 18.952, [24] = 22.742, [30] = 28.428, [36] = 34.114, [42] = 39.8, [48] = 45.5 };
        IReadOnlyList<PipeSize> sizes = DatasetReader.Read(Path.Combine(ShippedRegister.Folder, "..", "us")).OrThrow().PipeSizes;
        Assert.Equal(12, sizes.Count);
        Assert.All(sizes, size => Assert.Equal(Capacity(inner.GetValueOrDefault(size.NominalInches, size.NominalInches) / Metre, 100 * Mile) / 1e9, size.Capacity.Megatonnes, 0.006 + (0.005 * size.Capacity.Megatonnes)));
    }

    /// <summary>kg a year at which friction uses up the pressure.</summary>
    private static double Capacity(double diameter, double length)
    {
        double speed = 1;
        for (int round = 0; round < 100; round++)
        {
            double reynolds = Density * speed * diameter / Viscosity;
            double friction = Math.Pow(-1.8 * Math.Log10((6.9 / reynolds) + Math.Pow(0.0018 / Metre / diameter / 3.7, 1.11)), -2);
            speed = Math.Sqrt(2 * Pressure * diameter / (friction * length * Density));
        }

        return speed * Density * Math.PI * diameter * diameter / 4 * YearSeconds;
    }
}
