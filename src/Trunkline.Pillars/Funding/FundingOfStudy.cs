using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>The question of pillar 1 beside a study.</summary>
public static class FundingOfStudy
{
    /// <summary>Reads <c>funding.json</c> in the study's folder; null where there is none.</summary>
    /// <param name="file">The study's folder or file.</param>
    /// <param name="study">The study that the plan answers.</param>
    public static Checked<FundingQuestion>? Read(string file, Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        string folder = Directory.Exists(file) ? file : Path.GetDirectoryName(Path.GetFullPath(file))!;
        string question = Path.Combine(folder, FundingReader.FileName);
        return File.Exists(question) ? FundingReader.Parse(File.ReadAllText(question), question, study.Periods.Count) : null;
    }
}
