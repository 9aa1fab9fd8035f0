using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Planner;

namespace Trunkline.Cli;

/// <summary>The question of pillar 1 beside a study.</summary>
internal static class FundingOfStudy
{
    /// <summary>Reads <c>funding.json</c> in the study's folder; null where there is none.</summary>
    /// <param name="file">The study's folder or file.</param>
    public static Checked<FundingQuestion>? Read(string file, Study study)
    {
        string folder = Directory.Exists(file) ? file : Path.GetDirectoryName(Path.GetFullPath(file))!;
        string question = Path.Combine(folder, FundingReader.FileName);
        return File.Exists(question) ? FundingReader.Parse(File.ReadAllText(question), question, study.Periods.Count) : null;
    }
}
