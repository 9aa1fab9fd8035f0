namespace Trunkline.Domain;

/// <summary>How far a figure can be trusted. Stated with every figure, shown with every plan.</summary>
public enum Confidence
{
    /// <summary>The primary source, or its raw data, was read.</summary>
    A,

    /// <summary>A secondary source was read.</summary>
    B,

    /// <summary>Not evidenced: from memory or only partly seen. May be entered, never presented as checked.</summary>
    C,
}
