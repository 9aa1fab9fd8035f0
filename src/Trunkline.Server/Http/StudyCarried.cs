namespace Trunkline.Server.Http;

/// <summary>Says of an endpoint that what is sent to it is a study or becomes part of one, and is measured before it is read.</summary>
internal sealed record StudyCarried
{
    public static readonly StudyCarried Here = new();
}

/// <summary>Where endpoints say so.</summary>
internal static class StudyCarriedExtensions
{
    public static T CarriesStudy<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(StudyCarried.Here);
}
