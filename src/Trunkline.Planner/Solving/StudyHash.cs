using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>A fingerprint of what a study asks: equal for equal questions, whatever the file's layout. Title and solver budget are not part of it.</summary>
internal static class StudyHash
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new QuantityJson() } };

    public static string Of(Study study)
    {
        string text = JsonSerializer.Serialize(new
        {
            study.Id,
            States = study.Region.States?.Order(StringComparer.Ordinal),
            study.Region.Box,
            study.Periods,
            Target = (study.Goal as Goal.CaptureTarget)?.Rates,
            Price = (study.Goal as Goal.CarbonPrice)?.Prices,
            Tracks = study.Tracks.Order().Select(t => t.ToString()),
            study.Policy,
            study.FullLabour,
            study.DiscountRate,
            study.DollarYear,
            study.Inflation,
            Injection = study.Limits.Injection.Select(l => new { l.Name, States = l.States.Order(StringComparer.Ordinal), l.Rate }),
            study.Limits.YearlyBuild,
            Closed = study.Limits.Closed.Order(StringComparer.Ordinal),
            study.CostFactors,
            study.CreditFactor,
        }, Options);
        if (study.Limits.Communities is { } communities)
        {
            text += JsonSerializer.Serialize(communities, Options);
        }

        if (study.CreditLevel is not null || study.Limits.Forced.Count > 0)
        {
            text += JsonSerializer.Serialize(new { study.CreditLevel, Forced = study.Limits.Forced.Order(StringComparer.Ordinal) }, Options);
        }

        if (study.Limits.Energy.Count > 0 || study.Limits.Delays.Count > 0)
        {
            text += JsonSerializer.Serialize(
                new
                {
                    Energy = study.Limits.Energy.Select(e => new { Kind = e.Kind.ToString(), e.PerYear }),
                    Delays = study.Limits.Delays.Select(d => new { Storage = d.Storage.Order(StringComparer.Ordinal), d.Late }),
                },
                Options);
        }

        if (study.StorageFactors.Count > 0 || study.Limits.FirstStep is not null)
        {
            text += JsonSerializer.Serialize(
                new
                {
                    Rock = study.StorageFactors.Select(f => new { Storage = f.Storage.Order(StringComparer.Ordinal), f.Capacity, f.Injectivity }),
                    study.Limits.FirstStep,
                },
                Options);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
