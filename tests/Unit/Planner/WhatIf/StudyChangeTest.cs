using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.WhatIf;

/// <summary>Changes put to a study one after another.</summary>
public sealed class StudyChangeTest
{
    [Fact]
    public void The_last_word_on_a_site_counts()
    {
        StudyFile study = After(new ForbidChange(["A", "B"]), new ForceChange(["B", "C"]));
        Assert.Equal(["A"], study.Limits!.Closed!);
        Assert.Equal(["B", "C"], study.Limits.Forced!);
        study = new AllowChange(["A", "C"]).ApplyTo(new ForbidChange(["B"]).ApplyTo(study));
        Assert.Equal(["B"], study.Limits!.Closed!);
        Assert.Empty(study.Limits.Forced!);
    }

    [Fact]
    public void A_level_takes_the_place_of_a_factor_and_the_other_way_round()
    {
        StudyPolicy level = After(new CreditChange(1.2), new CreditChange(UsdPerTonne: 60)).Policy!;
        Assert.Equal((null, 60), (level.CreditFactor, level.CreditUsdPerTonne));
        StudyPolicy factor = After(new CreditChange(UsdPerTonne: 60), new CreditChange(1.2)).Policy!;
        Assert.Equal((1.2, null), (factor.CreditFactor, factor.CreditUsdPerTonne));
        Assert.NotNull(new CreditChange().Fault());
        Assert.Null(new CreditChange(0).Fault());
    }

    [Fact]
    public void A_share_keeps_who_counts_and_no_share_asks_nothing()
    {
        StudyCommunities usual = After(new CommunityChange(0.4)).Limits!.Communities!;
        Assert.Equal(("svi", 0.75, 0.4), (usual.Method, usual.SviAtLeast, usual.LeastShare));
        StudyFile tracts = new() { Limits = new StudyLimits { Communities = new StudyCommunities { Method = "cejst" } } };
        StudyCommunities kept = new CommunityChange(0.3).ApplyTo(tracts).Limits!.Communities!;
        Assert.Equal(("cejst", null, 0.3), (kept.Method, kept.SviAtLeast, kept.LeastShare));
        Assert.Equal("svi", new CommunityChange(0.3, 0.9).ApplyTo(tracts).Limits!.Communities!.Method);
        Assert.Null(new CommunityChange(0).ApplyTo(tracts).Limits!.Communities);
    }

    private static StudyFile After(params StudyChange[] changes) => changes.Aggregate(new StudyFile(), (study, change) => change.ApplyTo(study));
}
