using System.Text;
using Trunkline.Atlas.SimCcs;

namespace Trunkline.Tests.Unit.Atlas.SimCcs;

/// <summary>
/// A scenario small enough to work by hand, in SimCCS' files: a grid of 10 x 6 cells of half a degree, two plants in the west (cells 12 and 32), a
/// site in the east (cell 29), a junction between them (cell 24).
/// </summary>
internal static class TinyScenario
{
    public const string Sources =
        "Required data,,,,,,,,,Not-required data\n"
        + "Unique ID,Name,Capturable CO2 (MtCO2/yr),USE COLUMN D or COLUMNS E-G (NOT BOTH),,,,X-LON,Y-LAT,Comment\n"
        + ",,,Total unit cost ($/tCO2),Fixed capital cost ($M),Fixed O&M cost ($M/yr),Variable O&M cost ($/tCO2),,,\n"
        + "1,\"Alpha, north\",4,0.00,100,5,20,-99.25,32.25,\n"
        + "2,Beta,6,30,,,,-99.25,31.25,\n"
        + ",,,,,,,,,\n"
        + "left over,in the,spreadsheet";

    public const string Sinks =
        "Required data,,,,,,,,,,,,Not-required data\n"
        + "Unique ID,Name,Storage capacity (MtCO2),USE COLUMN D or COLUMNS E-J (NOT BOTH),,,,,,,X-LON,Y-LAT,Comment\n"
        + ",,,Total unit cost ($/tCO2),Site-wide fixed capital cost ($M),,,,,,,,\n"
        + "1,Zeta,300,,60,1,2,10,0.5,3,-95.75,31.75,";

    public const string Trends = "ID\tSLOPE\tINTERCEPT\n1\t0.2\t1\n2\t0.1\t1.5\n";

    public const string Network =
        "Vertex1\tVertex2\tCost\tConCost\tROWCost\tCellRoute\n"
        + "12\t24\t2\t2\t0\t12\t13\t24\n"
        + "24\t32\t3\t3\t0\t24\t33\t32\n"
        + "24\t29\t5\t5\t0\t24\t25\t26\t27\t28\t29\n"
        + "12\t29\t9\t9\t0\t12\t13\t14\t15\t16\t17\t18\t29\n";

    public const string GridHeader =
        "All Nodes\t60\nActive Nodes\t60\nnCols\t10\nnRows\t6\nxllCorner\t-100\nyllCorner\t30\ncellSize\t0.5\nNODATA_value\t-9999\n";

    public static readonly IReadOnlyDictionary<string, string> Files = new Dictionary<string, string>
    {
        ["Sources.csv"] = Sources,
        ["Sinks.csv"] = Sinks,
        ["Linear.txt"] = Trends,
        ["CandidateNetwork.txt"] = Network,
        ["Construction Costs.txt"] = GridHeader,
    };

    /// <summary>A new folder with the files, some in place of the scenario's own; null leaves a file out.</summary>
    public static string Folder(params (string File, string? Text)[] instead) => FolderOfBytes(
        Files.Where(f => instead.All(i => i.File != f.Key)).Select(f => (f.Key, (string?)f.Value)).Concat(instead)
            .Where(f => f.Item2 is not null).Select(f => (f.Item1, Encoding.UTF8.GetBytes(f.Item2!))));

    /// <summary>A new folder with these files; a name may stand in sub-folders.</summary>
    public static string FolderOfBytes(IEnumerable<(string File, byte[] Bytes)> files)
    {
        string folder = Datasets.NewFolder();
        foreach ((string file, byte[] bytes) in files)
        {
            string path = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }

        return folder;
    }

    public static SimCcsScenario Read(params (string File, string? Text)[] instead) => SimCcsReader.Read(Folder(instead)).OrThrow();

    /// <summary>The public scenario of the south-eastern states; the test is skipped where it is absent.</summary>
    public static string SoutheastOrSkip()
    {
        string folder = Path.Combine(Datasets.RawOrSkip(), "simccs_southeast_us");
        Assert.SkipUnless(Directory.Exists(folder), "The SimCCS scenario is not here (../shared/data/simccs_southeast_us).");
        return folder;
    }
}
