namespace Trunkline.Runner;

/// <summary>Holds a sweep's folder for one program at a time. The system lets go of it when the program ends, however it ends.</summary>
public sealed class SweepLock : IDisposable
{
    private readonly FileStream held;

    private SweepLock(FileStream held) => this.held = held;

    /// <summary>The lock, or null where somebody else holds it.</summary>
    public static SweepLock? Take(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            return new SweepLock(new FileStream(Path.Combine(folder, "sweep.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => held.Dispose();
}
