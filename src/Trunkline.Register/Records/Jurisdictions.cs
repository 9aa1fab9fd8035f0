using System.Text.RegularExpressions;

namespace Trunkline.Register;

/// <summary>Whose law it is; also the names of the folders of a register.</summary>
public static partial class Jurisdictions
{
    /// <summary>Countries, the European Union and, as <c>int</c>, treaties. A state of the United States is <c>us-</c> and its postal code.</summary>
    public static IReadOnlyList<string> Known { get; } = ["us", "eu", "ca", "no", "jp", "gb", "int"];

    public static bool Has(string id) => Known.Contains(id) || State().IsMatch(id);

    [GeneratedRegex("^us-(a[klrz]|c[aot]|d[ce]|fl|ga|hi|i[adln]|k[sy]|la|m[adeinost]|n[cdehjmvy]|o[hkr]|pa|ri|s[cd]|t[nx]|ut|v[at]|w[aivy])$")]
    private static partial Regex State();
}
