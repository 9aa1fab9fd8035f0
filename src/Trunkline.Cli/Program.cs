namespace Trunkline.Cli;

/// <summary>The command line: reads, calls, writes.</summary>
public static class Program
{
    /// <summary>0 done; 1 an answer that is not a plan or a failed audit; 2 wrong input.</summary>
    public static int Main(string[] args) => args.Length;
}
