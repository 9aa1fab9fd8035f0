using Trunkline.Optimisation;

namespace Trunkline.Tests.Unit.Optimisation;

/// <summary>Models that no solver proves in seconds but to which answers are easy.</summary>
internal static class HardModels
{
    /// <summary>
    /// Market split (Cornuéjols and Dawande 1998): assign each retailer to one of two divisions so that every product is split in half; minimise
    /// the total slack. Coefficients by a linear congruence, the same on every machine.
    /// </summary>
    public static LinearModel Market(int products, int retailers)
    {
        var model = new LinearModel();
        var state = 12345L;
        for (var j = 0; j < retailers; j++)
        {
            model.AddColumn($"x{j}", 0, 0, 1, isInteger: true);
        }

        for (var i = 0; i < products; i++)
        {
            var terms = new List<Term>();
            for (var j = 0; j < retailers; j++)
            {
                state = ((state * 1103515245L) + 12345L) % 2147483648L;
                terms.Add(new Term(state / 65536 % 100, j));
            }

            var half = Math.Floor(terms.Sum(t => t.Coefficient) / 2);
            var slack = model.AddColumn($"slack{i}", 1, 0, double.PositiveInfinity);
            model.AddRow(new Row($"over{i}", [.. terms, new(-1, slack)], Sense.AtMost, half));
            model.AddRow(new Row($"under{i}", [.. terms, new(1, slack)], Sense.AtLeast, half));
        }

        return model;
    }
}
