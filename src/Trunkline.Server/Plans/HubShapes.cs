using Trunkline.Domain;
using Trunkline.Pillars;

namespace Trunkline.Server.Plans;

/// <summary>A hub in a list.</summary>
/// <param name="IsShared">True where several sites use it.</param>
/// <param name="StoredMt">All that it takes within the plan.</param>
/// <param name="Sites">Members: sites that send a tenth of their CO2 there or more.</param>
/// <param name="PeakMtPerYear">What it takes in its fullest period.</param>
/// <param name="TrunkKm">Trunk line that lies in the last period.</param>
/// <param name="UsdPerTonne">Tariff at which it recovers its cost.</param>
/// <param name="ApplyBy">First day by which to apply for a permit; null where no project opens.</param>
internal sealed record HubItem(
    string Id, Bilingual Name, bool IsShared, double StoredMt, int Sites, int Corridors, double PeakMtPerYear, double TrunkKm, double UsdPerTonne, DateOnly? ApplyBy)
{
    public static HubItem Of(Hub hub) => new(
        hub.Id,
        hub.Name,
        hub.IsShared,
        hub.StoredMt,
        hub.Members.Count,
        hub.Corridors.Count,
        hub.Periods.Max(p => p.ReceivedMtPerYear),
        hub.Periods[^1].TrunkKm,
        hub.Tariff.UsdPerTonne,
        hub.Storage.Min(s => s.ApplyBy));
}
