using System.Collections.Concurrent;

namespace Trunkline.Runner;

/// <summary>The solver's end of the line: tasks in their order, and what whoever asks says meanwhile. Where the asker is gone, everything is dropped at once.</summary>
internal sealed class SolverLines : IDisposable
{
    private readonly BlockingCollection<AskedLine> waiting = [];
    private AskedLine? last;

    /// <param name="gone">Ends the process.</param>
    public SolverLines(TextReader tasks, Action gone)
    {
        var reader = new Thread(() =>
        {
            while (tasks.ReadLine() is { } line)
            {
                Take(line);
            }

            // Nobody is left to hear the answer, however far the solve has come.
            waiting.CompleteAdding();
            gone();
        })
        { IsBackground = true, Name = "tasks" };
        reader.Start();
    }

    /// <summary>The tasks, each when the one before it has been answered; ends when there are no more.</summary>
    public IEnumerable<AskedLine> Tasks() => waiting.GetConsumingEnumerable();

    public void Dispose() => waiting.Dispose();

    private void Take(string line)
    {
        switch (line)
        {
            case SolverWords.Go:
                last?.GoOn();
                break;
            case SolverWords.Stop:
                // It may have been answered meanwhile; then nothing is left to stop.
                last?.Stop();
                break;
            default:
                last = new AskedLine(line, new CancellationTokenSource(), new SemaphoreSlim(0));
                waiting.Add(last);
                break;
        }
    }
}

/// <summary>One task as it was asked.</summary>
internal sealed class AskedLine(string text, CancellationTokenSource stop, SemaphoreSlim heard)
{
    public string Text { get; } = text;

    /// <summary>Cancelled where nobody wants the answer any more.</summary>
    public CancellationToken Stopped => stop.Token;

    public void Stop() => stop.Cancel();

    public void GoOn() => heard.Release();

    /// <summary>Waits until the last news have been heard, or nobody wants to hear more.</summary>
    public void WaitUntilHeard()
    {
        try
        {
            heard.Wait(stop.Token);
        }
        catch (OperationCanceledException)
        {
            // Whoever waited looks.
        }
    }
}
