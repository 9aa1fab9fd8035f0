using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Trunkline.Register;

/// <summary>The tables of <see cref="TableExport"/> with a description that names each column, its hash and the licence.</summary>
/// <remarks>https://specs.frictionlessdata.io/tabular-data-package/</remarks>
public static class DataPackageExport
{
    /// <summary><c>datapackage.json</c> and the tables.</summary>
    public static IReadOnlyList<RegisterFile> Of(PolicyRegister register, IReadOnlyList<PolicyRecord> records)
    {
        IReadOnlyList<TableExport.Table> tables = TableExport.Tables(records);
        JsonObject package = new()
        {
            ["profile"] = "tabular-data-package",
            ["name"] = "trunkline-register",
            ["title"] = "Trunkline: the policy register",
            ["version"] = register.Version,
            ["licenses"] = new JsonArray(new JsonObject
            {
                ["name"] = "CC-BY-4.0",
                ["path"] = "https://creativecommons.org/licenses/by/4.0/",
                ["title"] = "Creative Commons Attribution 4.0",
            }),
            ["resources"] = new JsonArray([.. tables.Select(Resource)]),
        };
        return [new RegisterFile("datapackage.json", HubJson.Write(package) + "\n"), .. TableExport.Of(records)];
    }

    private static JsonObject Resource(TableExport.Table table)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(table.Text());
        return new JsonObject
        {
            ["profile"] = "tabular-data-resource",
            ["name"] = table.Name,
            ["path"] = $"{table.Name}.csv",
            ["format"] = "csv",
            ["mediatype"] = "text/csv",
            ["encoding"] = "utf-8",
            ["bytes"] = bytes.Length,
            ["hash"] = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}",
            ["schema"] = new JsonObject { ["fields"] = new JsonArray([.. table.Columns.Select(c => new JsonObject { ["name"] = c, ["type"] = "string" })]) },
        };
    }
}
