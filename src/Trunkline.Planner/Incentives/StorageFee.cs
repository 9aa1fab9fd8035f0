using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Planner;

/// <summary>What a state charges for a tonne stored in one calendar year, all its funds together.</summary>
/// <param name="Real">Real dollars of the study's year; zero where the register says so or knows nothing.</param>
/// <param name="Readings">The register's readings, one a fee.</param>
/// <param name="Unknown">Why nothing, or not all, is charged; empty where the register knows every fee.</param>
public sealed record StorageFee(UsdPerTonne Real, IReadOnlyList<Reading> Readings, IReadOnlyList<UnknownFee> Unknown);

/// <summary>A fee that the register does not know. It is listed, and not taken for zero.</summary>
/// <param name="ParameterId">The parameter without an answer, or the name that one of the state would have.</param>
public sealed record UnknownFee(string ParameterId, Bilingual Says);
