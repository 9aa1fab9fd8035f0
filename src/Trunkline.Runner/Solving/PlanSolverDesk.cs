using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.NetworkDesign;
using Trunkline.Optimisation;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Runner;

/// <summary>Makes plans in a solver process, one after another. The dataset and the register of the last one are kept for the next.</summary>
public sealed class PlanSolverDesk
{
    private static readonly Bilingual Stopped = new("Stopped, since nobody wants the answer any more.", "已停止：不再需要此结果。");

    private readonly PlanMaker maker = new(new HighsSolver(), new ScalableDesignSolver(), new ScalableDesignSolver());
    private Dataset? dataset;
    private RegisterEdition? edition;

    /// <summary>Answers tasks line by line until there are no more, with news in between; where the asker is gone, everything is dropped at once.</summary>
    /// <param name="gone">Ends the process.</param>
    public void Serve(TextReader tasks, TextWriter answers, Action gone)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(answers);
        using var lines = new SolverLines(tasks, gone);
        foreach (AskedLine line in lines.Tasks())
        {
            PlanReply reply = Reply(line, new News(line, answers));
            answers.WriteLine(reply.Line());
            answers.Flush();
            if (reply.IsOutOfMemory)
            {
                // Another process begins better than this one goes on.
                gone();
            }

            // What the next task may use is counted from what is held: rubbish is not to count.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    private PlanReply Reply(AskedLine line, IProgress<PlanProgress> news)
    {
        try
        {
            return PlanReply.Of(Outcome(PlanTask.Read(line.Text), news, line.Stopped));
        }
        catch (OutOfMemoryException)
        {
            return new PlanReply(IsOutOfMemory: true);
        }
        catch (Exception) when (line.Stopped.IsCancellationRequested)
        {
            return new PlanReply(OutOfTime: Stopped);
        }
        catch (Exception fault)
        {
            // A broken promise of ours: whoever asked is told, as where it happens in its own process.
            return new PlanReply(Fault: fault.Message);
        }
    }

    private Checked<PlanOutcome> Outcome(PlanTask task, IProgress<PlanProgress> news, CancellationToken stopped)
    {
        Checked<Study> read = StudyReader.Parse(task.Study, Path.Combine(task.Dataset, "study.json"));
        Checked<Dataset> data = Data(task);
        Checked<PolicyRegister> register = Register(task);
        Checked<RegisterView>? law = read.IsRight && register.IsRight ? read.Value.Policy.Of(register.Value) : null;
        if (!read.IsRight || !data.IsRight || law is not { IsRight: true })
        {
            return Checked<PlanOutcome>.Wrong([.. read.Problems, .. data.Problems, .. register.Problems, .. law?.Problems ?? []]);
        }

        // Whoever asked read the same; where it is not so, the files were changed under its feet.
        if (data.Value.Hash != task.DatasetHash || law.Value.Register.Version != task.RegisterVersion)
        {
            return Checked<PlanOutcome>.Wrong([new Problem("dataset", "The files of the dataset or of the register have been changed since the server read them.", "Start the server again.")]);
        }

        Dataset routed = task.Corridors is { } corridors ? data.Value with { Network = Network(corridors) } : data.Value;
        return maker.Make(read.Value with { Solver = task.Budget }, routed, law.Value, news, stopped);
    }

    private Checked<Dataset> Data(PlanTask task)
    {
        if (dataset is { } kept && kept.Folder == task.Dataset && kept.Hash == task.DatasetHash)
        {
            return Checked<Dataset>.Right(kept);
        }

        // Let go of one before the other is read.
        dataset = null;
        Checked<Dataset> read = DatasetReader.Read(task.Dataset);
        dataset = read.Value;
        return read;
    }

    private Checked<PolicyRegister> Register(PlanTask task)
    {
        if (edition is not { } kept || kept.Folder != task.Register || !kept.Accepted.SequenceEqual(task.Accepted))
        {
            edition = RegisterEdition.Read(task.Register, task.Accepted);
        }

        return edition.Register;
    }

    private static CandidateNetwork Network(byte[] bytes)
    {
        using var from = new BinaryReader(new MemoryStream(bytes));
        return CandidateNetworkFile.Read(from);
    }

    /// <summary>Passes news on and waits until they have been heard, so that a search gives way when whoever hears does.</summary>
    private sealed class News(AskedLine line, TextWriter answers) : IProgress<PlanProgress>
    {
        private readonly Lock gate = new();

        public void Report(PlanProgress value)
        {
            lock (gate)
            {
                answers.WriteLine(SolverWords.NewsOf(SolverWords.Write(value)));
                answers.Flush();
                line.WaitUntilHeard();
                // At once, and not only where the search looks for it.
                line.Stopped.ThrowIfCancellationRequested();
            }
        }
    }
}
