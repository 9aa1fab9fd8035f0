using System.Globalization;
using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Tests.Unit.Atlas;
using Trunkline.Tests.Unit.Planner;

namespace Trunkline.Tests.Unit.Pillars;

/// <summary>The sums of docs/reality.md, from the raw public files where they are at hand and from the shipped dataset.</summary>
public sealed class RealityTest
{
    private static readonly string Document = File.ReadAllText(Path.Combine(TinyWorld.Root, "docs", "reality.md"));

    [Fact]
    public void Subpart_rr_stored_sixteen_megatonnes_in_2023()
    {
        string[][] rows = Rows("ghgrp/ghgrp_2023_geologic_sequestration_of_co2.csv");
        Dictionary<string, double> stored = rows.Where(r => double.TryParse(r[^1], CultureInfo.InvariantCulture, out _)).ToDictionary(r => r[2], r => double.Parse(r[^1], CultureInfo.InvariantCulture) / 1e6);
        double dedicated = new[] { "Archer Daniels Midland Co.", "RED TRAIL ENERGY, LLC", "Blue Flint Sequester Company, LLC" }.Sum(name => stored[name]);
        Assert.Equal((20, 19), (rows.Length, stored.Count));
        Assert.Equal((16.30, 0.74, 15.56), (Round(stored.Values.Sum()), Round(dedicated), Round(stored.Values.Sum() - dedicated)));
        Assert.Contains("**16.30 Mt** in 19 figures", Document, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("co2_supply_history_div.csv", "captured", 9.21, 8.49, 8.80, 7.91)]
    [InlineData("co2_seq_history_div.csv", "to dedicated storage", 0.62, 0.59, 0.66, 0.70)]
    [InlineData("co2_eor_history_div.csv", "to oil fields", 8.59, 7.90, 8.14, 7.21)]
    public void Nems_history_adds_up(string file, string row, double in2020, double in2021, double in2022, double in2023)
    {
        string[][] rows = Rows($"nems_ccats/models/ccats/input/history_steo/{file}", withHead: true);
        int year = Array.IndexOf(rows[0], "year"), volume = Array.IndexOf(rows[0], "co2_volume");
        double[] sums = [.. Enumerable.Range(2020, 4).Select(y => Round(rows.Skip(1).Where(r => r[year] == $"{y}").Sum(r => double.Parse(r[volume], CultureInfo.InvariantCulture)) / 1e6))];
        Assert.Equal([in2020, in2021, in2022, in2023], sums);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"| {row} | {in2020:0.00} | {in2021:0.00} | {in2022:0.00} | **{in2023:0.00}** |"), Document, StringComparison.Ordinal);
    }

    /// <summary>Million dollars a mile, by diameter, as the document's table has them.</summary>
    [Theory]
    [InlineData(4, 0.12)]
    [InlineData(12, 0.45)]
    [InlineData(16, 0.71)]
    [InlineData(20, 0.97)]
    [InlineData(24, 1.28)]
    [InlineData(30, 1.69)]
    public void Our_pipes_cost_what_the_table_says(double inches, double millionPerMile)
    {
        IReadOnlyList<PipeSize> sizes = DatasetReader.Read(Path.Combine(TinyWorld.Root, "data", "us")).OrThrow().PipeSizes;
        Assert.Equal(millionPerMile, Round(sizes.Single(s => s.NominalInches == inches).UsdPerKm * 1.609344 / 1e6));
        Assert.Contains(millionPerMile.ToString("0.00", CultureInfo.InvariantCulture), Document, StringComparison.Ordinal);
    }

    private static double Round(double value) => Math.Round(value, 2);

    /// <summary>Cells of a raw file; a quoted cell may hold commas.</summary>
    private static string[][] Rows(string file, bool withHead = false)
    {
        string raw = Datasets.RawOrSkip();
        return [.. File.ReadLines(Path.Combine(raw, file)).Skip(withHead ? 0 : 1).Where(l => l.Length > 0).Select(Cells)];
    }

    private static string[] Cells(string line)
    {
        List<string> cells = [string.Empty];
        bool quoted = false;
        foreach (char letter in line.Trim('\uFEFF'))
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == ',' && !quoted)
            {
                cells.Add(string.Empty);
            }
            else
            {
                cells[^1] += letter;
            }
        }

        return [.. cells];
    }
}
