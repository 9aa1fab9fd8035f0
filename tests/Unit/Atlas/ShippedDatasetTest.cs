using Trunkline.Atlas;
using Trunkline.Atlas.Build;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas;

/// <summary>The national dataset as it ships, held against figures that were counted in the public files by other means.</summary>
public sealed class ShippedDatasetTest
{
    private static Dataset Us => Datasets.Shipped;

    [Fact]
    public void It_reads_without_a_problem() => Assert.Empty(DatasetReader.Read(Datasets.Us).Problems);

    [Fact]
    public void Every_parameter_that_the_planner_reads_is_there()
    {
        string[] processes = [.. Us.Streams.Where(s => s.Cost is not null).Select(s => s.Process).Distinct(), "pipe", "storage", "dac"];
        string[] needed =
        [
            KnownParameters.ElectricityPrice, KnownParameters.HeatPrice, KnownParameters.CaptureLife, KnownParameters.DacLife, KnownParameters.PipeLife,
            KnownParameters.StorageLife, KnownParameters.CaptureBuildYears, KnownParameters.StorageBuildYears, KnownParameters.PipeOm,
            KnownParameters.BoosterCapital, KnownParameters.BoosterElectricity, KnownParameters.RightOfWayFactor,
            .. processes.Select(KnownParameters.Learning), .. Enumerable.Range(2000, 24).Select(year => $"cpi.{year}"),
        ];

        Assert.Empty(needed.Except(Us.Parameters.Select(p => p.Id)));
    }

    [Fact]
    public void Every_figure_names_its_source()
    {
        Assert.DoesNotContain(Us.Streams, s => s.Cost is { Source.Length: < 10 });
        Assert.DoesNotContain(Us.Formations, f => f.Source.Length < 10);
        Assert.DoesNotContain(Us.Parameters, p => p.Source.Length < 10);
    }

    [Fact]
    public void Storage_adds_up_to_what_the_readme_of_the_source_says()
    {
        Assert.Equal(134, Us.Formations.Count);
        Assert.Equal(2.51, Us.Formations.Sum(f => f.ProjectRate.Value * f.MaxProjects) / 1e9, 0.005);
        Assert.Equal(75.3, Us.Formations.Sum(f => f.ProjectCapacity.Value * f.MaxProjects) / 1e9, 0.05);
    }

    [Fact]
    public void The_stage_costs_of_one_formation_by_hand()
    {
        Formation dakota = Us.Formations.Single(f => f.Id == "s40");
        const double from2008 = 304.702 / 215.303;

        Assert.Equal(("Dakota5", "UT", 44, 2.0), (dakota.Name, dakota.State, dakota.MaxProjects, dakota.WellsPerProject));
        Assert.Equal(10_678 * 2.589988, dakota.AreaKm2, 0.1);
        Assert.Equal((44_558_054.155 + (4 * 93_665)) * from2008, dakota.Development.Value, 1.0);
        Assert.Equal((9_793_949.622 + (2 * 186_275)) * from2008, dakota.Construction.Value, 1.0);
        Assert.Equal(43_365_839.640 * from2008, dakota.Injection.Value, 1.0);
        Assert.Equal((85_339_231.938 + (50 * (559_366.8 + 163_900))) * from2008, dakota.AfterCare.Value, 1.0);
        Assert.Equal(1_030_803.468 * from2008, dakota.FixedOm.Value, 1.0);
        Assert.Equal(0.0165 * from2008, dakota.VariableOm.Value, 1e-4);
    }

    [Fact]
    public void Fermentation_is_the_whole_of_the_ethanol_list() =>
        Assert.Equal(51.5, Us.Streams.Where(s => s.Process == "ethanol-fermentation").Sum(s => s.Co2.Value) / 1e6, 0.3);

    [Fact]
    public void Sites_are_the_contiguous_states_at_the_threshold()
    {
        Assert.All(Us.Sites, s => Assert.True((s.FossilCo2 + s.BiogenicCo2).Value >= 25_000, s.Id));
        Assert.All(Us.Sites, s => Assert.True(ContiguousStates.Has(s.State), s.Id));
        Assert.All(Us.Sites, s => Assert.InRange(s.Place.Longitude, -125, -66));
        Assert.All(Us.Sites, s => Assert.InRange(s.Place.Latitude, 24.5, 49.4));
        Assert.All(Us.Sites, s => Assert.Equal(5, s.CountyFips!.Length));
        Doubt tenaska = Us.Doubts.Single(d => d.Detail.StartsWith("Tenaska Westmoreland", StringComparison.Ordinal));
        Assert.StartsWith("Left out", tenaska.Action, StringComparison.Ordinal);
        Assert.DoesNotContain(Us.Sites, s => s.Id == tenaska.Id);
    }

    [Fact]
    public void A_streams_total_never_exceeds_its_site() => Assert.DoesNotContain(DatasetCheck.Doubts(Us), d => d.Kind == "streams-exceed-site");

    [Fact]
    public void Pipe_cost_follows_the_published_great_plains_row()
    {
        // M$ per mile at 100 miles in 2018$, before the uplift for CO2.
        Assert.Equal(0.10, PipeCosts.GasPipeUsdPerMile(4) / 1e6, 0.005);
        Assert.Equal(0.37, PipeCosts.GasPipeUsdPerMile(12) / 1e6, 0.005);
        Assert.Equal(0.88, PipeCosts.GasPipeUsdPerMile(24) / 1e6, 0.005);
        Assert.Equal(2.07, PipeCosts.GasPipeUsdPerMile(48) / 1e6, 0.005);
    }

    [Fact]
    public void Pipe_trends_are_concave_and_join_at_their_ends()
    {
        PipeTrend[] trends = [.. Us.PipeTrends.OrderBy(t => t.Capacity.Value)];
        double Cost(PipeTrend t, double capacity) => t.FixedUsdPerKm + (t.SlopeUsdPerKmPerTonnePerYear * capacity);

        Assert.Equal([3.1, 16.3, 98.8], trends.Select(t => t.Capacity.Megatonnes));
        foreach ((PipeTrend small, PipeTrend large) in trends.Zip(trends.Skip(1)))
        {
            Assert.Equal(Cost(small, small.Capacity.Value), Cost(large, small.Capacity.Value), 1.0);
            Assert.True(large.SlopeUsdPerKmPerTonnePerYear < small.SlopeUsdPerKmPerTonnePerYear);
            Assert.True(large.FixedUsdPerKm > small.FixedUsdPerKm);
        }
    }

    [Fact]
    public void Air_capture_stands_where_pipes_can_reach_it()
    {
        SurfaceGrid grid = new(Us.Surface!);

        Assert.InRange(Us.DacSites.Count, 30, 40);
        Assert.All(Us.DacSites, d => Assert.True(grid.IsPassable(grid.CellAt(d.Place)), d.Id));
    }

    [Fact]
    public void Kansas_is_the_reference_terrain()
    {
        SurfaceGrid grid = new(Us.Surface!);
        float rural = Us.Surface!.Multiplier[grid.CellAt(new GeoPoint(-98.8, 38.5))], newYork = Us.Surface.Multiplier[grid.CellAt(new GeoPoint(-73.95, 40.75))];

        Assert.InRange(rural, 0.7f, 1.3f);
        Assert.InRange(newYork, 1.5f, 2.1f);
    }

    [Fact]
    public void The_credit_of_the_gas_pipelines_is_shown_on_maps() => Assert.Contains(Us.Credits, c => c.ShowOnMap && c.Text.Contains("Global Energy Monitor", StringComparison.Ordinal));

    [Fact]
    public void The_document_names_every_table_and_every_kind_of_doubt()
    {
        string document = File.ReadAllText(Path.Combine(Datasets.Us, "..", "..", "docs", "dataset.md"));

        Assert.All(DatasetSchema.Files, f => Assert.Contains($"`{f}`", document, StringComparison.Ordinal));
        Assert.All(Us.Doubts.Select(d => d.Kind).Distinct(), k => Assert.Contains($"`{k}`", document, StringComparison.Ordinal));
    }

    [Fact]
    public void Notes_speak_both_languages()
    {
        using System.Text.Json.JsonDocument notes = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(Datasets.Us, "notes.json")));

        Assert.InRange(notes.RootElement.GetArrayLength(), 8, 12);
        Assert.All(notes.RootElement.EnumerateArray(), n => Assert.True(n.GetProperty("en").GetString()!.Length > 20 && n.GetProperty("zh").GetString()!.Length > 10));
    }
}
