using System.Text;

namespace Trunkline.Tests.Unit.Atlas.SimCcs;

/// <summary>Files with a few bytes cut, changed, repeated or put in.</summary>
internal static class DamagedBytes
{
    private static readonly byte[][] Pieces =
        [.. new[] { "\t", "\n", ",", "\"", "-", "1e308", "NaN", "99999999999", "2147483647", "0", " ", "1e-320" }.Select(Encoding.ASCII.GetBytes)];

    /// <summary>How many are tried: 200, or ten thousand where CHECK_FULL=1.</summary>
    public static int Cases { get; } = Environment.GetEnvironmentVariable("CHECK_FULL") == "1" ? 10_000 : 200;

    public static byte[] Of(byte[] whole, Random random)
    {
        List<byte> bytes = [.. whole];
        for (int edits = random.Next(1, 6); edits > 0; edits--)
        {
            int at = random.Next(bytes.Count), length = Math.Min(random.Next(1, 20), bytes.Count - at);
            switch (random.Next(4))
            {
                case 0: bytes.RemoveRange(at, length); break;
                case 1: bytes[at] = (byte)random.Next(256); break;
                case 2: bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]); break;
                default: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); break;
            }

            if (bytes.Count == 0)
            {
                bytes.Add((byte)'\n');
            }
        }

        return [.. bytes];
    }
}
