namespace Trunkline.NetworkDesign;

/// <summary>
/// Part of one supply's rates on one way to one sink. Arcs run from supply to sink; a complemented index (~arc) is travelled from To to
/// From.
/// </summary>
internal sealed record Parcel(int Supply, int Sink, double[] Rate, int[] Way);
