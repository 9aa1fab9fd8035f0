using Trunkline.Planner;

namespace Trunkline.Server.Service;

/// <summary>How much may be sent.</summary>
internal static class ServerLimits
{
    /// <summary>Largest body that is no upload.</summary>
    public const int BodyBytes = 2 * 1024 * 1024;

    /// <summary>Largest upload.</summary>
    public const long UploadBytes = 50L * 1024 * 1024;

    /// <summary>Most that an archive may unfold to.</summary>
    public const long UnpackedBytes = 300L * 1024 * 1024;

    /// <summary>Most files in an archive.</summary>
    public const int UnpackedFiles = 500;

    /// <summary>Largest study unless told otherwise; none that ships has a thousand bytes.</summary>
    public static readonly StudySize UsualStudy = StudySize.Most with { Bytes = BodyBytes, Members = 20_000 };

    /// <param name="study">As it is set.</param>
    public static ServiceLimits Seen(StudySize study) => new(UploadBytes, UnpackedBytes, UnpackedFiles, BodyBytes, study);
}
