using System.Globalization;

namespace Trunkline.Bench;

/// <summary>Options of a measurement that are all numbers: <c>--name VALUE</c>, in any order.</summary>
internal static class NumberOptions
{
    /// <summary>The options with what was given in place of what is usual; null, and the usage said, where one is unknown or no number.</summary>
    public static Dictionary<string, double>? Read(string[] args, Dictionary<string, double> usual, string usage, TextWriter error)
    {
        Dictionary<string, double> options = new(usual);
        for (int i = 0; i < args.Length; i += 2)
        {
            if (!options.ContainsKey(args[i]) || i + 1 == args.Length || !double.TryParse(args[i + 1], CultureInfo.InvariantCulture, out double value))
            {
                error.WriteLine("usage:");
                error.WriteLine(usage);
                return null;
            }

            options[args[i]] = value;
        }

        return options;
    }
}
