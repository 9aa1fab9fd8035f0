using Trunkline.Atlas.Build;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas;

/// <summary>Made-up facilities.</summary>
internal static class Facilities
{
    public static Facility Plant(double fossil, params (string Column, double Co2e)[] processes) => new(
        "1", "Plant", "KS", "Salina", null, new GeoPoint(-97, 38), "000000", string.Empty, fossil, 0, 0, 0, processes.Sum(p => p.Co2e),
        processes.ToDictionary(p => p.Column, p => p.Co2e), UsesCo2OnSite: false);
}
