using System.Globalization;
using Trunkline.Atlas;
using Trunkline.Domain;
using RouteEnd = Trunkline.Atlas.Terminal;

namespace Trunkline.Cli;

/// <summary>What a way is looked for on.</summary>
/// <param name="Beside">Counties and people.</param>
internal sealed record RouteInput(Dataset Dataset, CostSurface Surface, CorridorSurroundings Beside)
{
    /// <summary>The dataset that ships with a surface, or all their problems.</summary>
    public static Checked<RouteInput> Read(Func<Dataset, Checked<CostSurface>> surface)
    {
        if (ShippedData.Folder is not { } data)
        {
            return Checked<RouteInput>.Wrong([ShippedData.Missing]);
        }

        Checked<Dataset> dataset = DatasetReader.Read(Path.Combine(data, "us"));
        if (!dataset.IsRight)
        {
            return Checked<RouteInput>.Wrong([.. dataset.Problems]);
        }

        Checked<CostSurface> ground = surface(dataset.Value);
        Checked<CorridorSurroundings> beside = CorridorSurroundings.Beside(dataset.Value);
        return ground.IsRight && beside.IsRight
            ? Checked<RouteInput>.Right(new RouteInput(dataset.Value, ground.Value, beside.Value))
            : Checked<RouteInput>.Wrong([.. ground.Problems, .. beside.Problems]);
    }

    /// <summary>The place that a word means, or null with a problem.</summary>
    public RouteEnd? End(string word, List<Problem> problems)
    {
        string[] parts = word.Split(',');
        if (parts.Length == 2 && Number(parts[0]) is { } longitude && Number(parts[1]) is { } latitude)
        {
            return new RouteEnd(word, new GeoPoint(longitude, latitude));
        }

        GeoPoint? place = Dataset.Sites.Where(s => s.Id == word).Select(s => s.Place).Concat(Dataset.Formations.Where(f => f.Id == word).Select(f => f.Centre))
            .Concat(Dataset.Uses.Where(u => u.Id == word).Select(u => u.Place)).Concat(Dataset.DacSites.Where(d => d.Id == word).Select(d => d.Place))
            .Cast<GeoPoint?>().FirstOrDefault();
        if (place is null)
        {
            problems.Add(new Problem(word, "This is neither a place nor the id of a site, storage, use or air capture site.", "Write longitude,latitude, for example -97.5,35.5, or an id of the dataset."));
        }

        return place is { } found ? new RouteEnd(word, found) : null;
    }

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null;
}
