namespace Trunkline.Store;

/// <summary>A plan. What never changes of it stands in contents; what may, stands here.</summary>
internal sealed class PlanRow
{
    /// <summary>Order of arrival.</summary>
    public long Number { get; set; }

    public required string Id { get; set; }

    /// <summary>Whose it is; <see cref="Workspaces.All"/> where it ships.</summary>
    public required string Workspace { get; set; }

    public string? Name { get; set; }

    public bool Kept { get; set; }

    public required string StudyId { get; set; }

    public required string DatasetId { get; set; }

    public required string Origin { get; set; }

    public string? ParentId { get; set; }

    public long CreatedTicks { get; set; }

    /// <summary>Who asked for it.</summary>
    public required string MadeBy { get; set; }

    /// <summary>How it was computed, as JSON; null where it came from elsewhere.</summary>
    public string? Recipe { get; set; }

    /// <summary>The study as text, with <c>.</c> as its dataset.</summary>
    public required string StudyText { get; set; }

    /// <summary>What was changed against the parent, as JSON.</summary>
    public required string Changes { get; set; }

    /// <summary>The plan without its lists, with the bound as raised since.</summary>
    public required string Head { get; set; }

    public required string PlanHash { get; set; }

    /// <summary>What a changed study may begin from; null where there is none.</summary>
    public string? MemoryHash { get; set; }

    public long Version { get; set; }
}

/// <summary>Bytes by their SHA-256, packed with Brotli.</summary>
internal sealed class ContentRow
{
    public required string Hash { get; set; }

    public required byte[] Packed { get; set; }
}

/// <summary>A study that a person made here.</summary>
internal sealed class StudyRow
{
    public required string Workspace { get; set; }

    public required string Id { get; set; }

    public required string DatasetId { get; set; }

    public required string Text { get; set; }

    public long CreatedTicks { get; set; }

    public long Version { get; set; }
}

/// <summary>A folder of files beside the database: an upload or a dataset.</summary>
internal sealed class FolderRow
{
    public required string Workspace { get; set; }

    public required string Kind { get; set; }

    public required string Id { get; set; }

    /// <summary>What is known of it, as JSON.</summary>
    public required string About { get; set; }

    public long CreatedTicks { get; set; }
}

/// <summary>A token that somebody may show. The secret itself is nowhere.</summary>
internal sealed class TokenRow
{
    /// <summary>The part of the token that is no secret.</summary>
    public required string Id { get; set; }

    /// <summary>SHA-256 of the secret part, lower-case hex.</summary>
    public required string Hash { get; set; }

    public required string Holder { get; set; }

    public required string Workspace { get; set; }

    public required Role Role { get; set; }

    public long CreatedTicks { get; set; }

    public long ExpiresTicks { get; set; }

    public long? RevokedTicks { get; set; }
}

/// <summary>One entry of the audit log. Never changed, never taken away: each holds the hash of the one before.</summary>
internal sealed class AuditRow
{
    /// <summary>1, 2, 3 and so on, without a gap.</summary>
    public long Number { get; set; }

    public long Ticks { get; set; }

    public required string Who { get; set; }

    public required string Workspace { get; set; }

    public required string Action { get; set; }

    public required string Subject { get; set; }

    /// <summary>What else is to be known, as JSON.</summary>
    public required string Detail { get; set; }

    public required string Previous { get; set; }

    public required string Hash { get; set; }
}

/// <summary>A change of a policy record on its way through review.</summary>
internal sealed class CaseRow
{
    public required string Workspace { get; set; }

    public required string Id { get; set; }

    public required string Record { get; set; }

    public required string State { get; set; }

    /// <summary>Everything that happened to it, as JSON; the state follows from it.</summary>
    public required string Steps { get; set; }

    public long CreatedTicks { get; set; }

    public long Version { get; set; }
}

/// <summary>An accepted change: the files of a record as they stand since.</summary>
internal sealed class EditionRow
{
    /// <summary>Order of acceptance.</summary>
    public long Number { get; set; }

    public required string Workspace { get; set; }

    public required string Record { get; set; }

    public required string CaseId { get; set; }

    public required string Author { get; set; }

    public required string AcceptedBy { get; set; }

    public required string Why { get; set; }

    public long AcceptedTicks { get; set; }

    /// <summary>Path and text of each file, as JSON.</summary>
    public required string Files { get; set; }
}
