using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Trunkline.Optimisation;

/// <summary>
/// The C functions of HiGHS that are used, from the library that the OR-Tools runtime packages carry. Names as in the C header; HighsInt is 32-bit.
/// </summary>
internal static unsafe partial class HighsLibrary
{
    private const string Name = "highs";
    private static readonly Version Oldest = new(1, 12);
    private static readonly Lazy<Version> Loaded = new(Load);

    /// <summary>Throws a <see cref="DllNotFoundException"/> or <see cref="NotSupportedException"/> that says what to do, unless HiGHS 1.12 or newer is there.</summary>
    public static Version Require() => Loaded.Value;

    [LibraryImport(Name)]
    public static partial nint Highs_create();

    [LibraryImport(Name)]
    public static partial void Highs_destroy(nint highs);

    [LibraryImport(Name)]
    public static partial int Highs_versionMajor();

    [LibraryImport(Name)]
    public static partial int Highs_versionMinor();

    [LibraryImport(Name)]
    public static partial int Highs_getSizeofHighsInt(nint highs);

    [LibraryImport(Name)]
    public static partial void Highs_resetGlobalScheduler(int blocking);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Highs_setBoolOptionValue(nint highs, string option, int value);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Highs_setIntOptionValue(nint highs, string option, int value);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Highs_setDoubleOptionValue(nint highs, string option, double value);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Highs_setStringOptionValue(nint highs, string option, string value);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Highs_readModel(nint highs, string file);

    [LibraryImport(Name)]
    public static partial int Highs_passLp(
        nint highs, int columns, int rows, int entries, int format, int sense, double offset, double* cost, double* lower, double* upper,
        double* rowLower, double* rowUpper, int* start, int* index, double* value);

    [LibraryImport(Name)]
    public static partial int Highs_passMip(
        nint highs, int columns, int rows, int entries, int format, int sense, double offset, double* cost, double* lower, double* upper,
        double* rowLower, double* rowUpper, int* start, int* index, double* value, int* integrality);

    [LibraryImport(Name)]
    public static partial int Highs_setSolution(nint highs, double* columnValue, double* rowValue, double* columnDual, double* rowDual);

    [LibraryImport(Name)]
    public static partial int Highs_getSolution(nint highs, double* columnValue, double* columnDual, double* rowValue, double* rowDual);

    [LibraryImport(Name)]
    public static partial int Highs_setCallback(
        nint highs, delegate* unmanaged[Cdecl]<int, byte*, void*, void*, void*, void> callback, void* data);

    [LibraryImport(Name)]
    public static partial int Highs_startCallback(nint highs, int kind);

    [LibraryImport(Name)]
    public static partial void* Highs_getCallbackDataOutItem(void* data, byte* item);

    [LibraryImport(Name)]
    public static partial int Highs_run(nint highs);

    [LibraryImport(Name)]
    public static partial int Highs_clearSolver(nint highs);

    [LibraryImport(Name)]
    public static partial int Highs_getModelStatus(nint highs);

    [LibraryImport(Name)]
    public static partial int Highs_getNumCol(nint highs);

    [LibraryImport(Name)]
    public static partial int Highs_getNumRow(nint highs);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Highs_getIntInfoValue(nint highs, string info, int* value);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Highs_getDoubleInfoValue(nint highs, string info, double* value);

    private static Version Load()
    {
        NativeLibrary.SetDllImportResolver(typeof(HighsLibrary).Assembly, Resolve);
        var found = new Version(Highs_versionMajor(), Highs_versionMinor());
        if (found < Oldest)
        {
            throw new NotSupportedException($"HiGHS {found} was loaded and {Oldest} or newer is needed; restore the Google.OrTools runtime package named in Directory.Packages.props.");
        }

        return found;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Name)
        {
            return 0;
        }

        foreach (var candidate in Candidates())
        {
            if (NativeLibrary.TryLoad(candidate, assembly, path, out var handle))
            {
                return handle;
            }
        }

        throw new DllNotFoundException(
            $"The solver library {FileName} was not found for {RuntimeInformation.RuntimeIdentifier}; it comes with the Google.OrTools runtime package. Tried: "
            + string.Join(", ", Candidates()));
    }

    private static IEnumerable<string> Candidates()
    {
        yield return FileName;
        yield return Path.Combine(AppContext.BaseDirectory, FileName);
        yield return Path.Combine(AppContext.BaseDirectory, "runtimes", Platform, "native", FileName);
        yield return Path.Combine(AppContext.BaseDirectory, "runtimes", RuntimeInformation.RuntimeIdentifier, "native", FileName);
    }

    private static string FileName =>
        OperatingSystem.IsWindows() ? "highs.dll" : OperatingSystem.IsMacOS() ? "libhighs.1.dylib" : "libhighs.so.1";

    private static string Platform
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
            return RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? system + "-arm64" : system + "-x64";
        }
    }
}
