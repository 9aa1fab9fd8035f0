using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Trunkline.Atlas;
using Trunkline.NetworkDesign;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Bench.Network;

/// <summary>
/// The national study as it stood on one day, kept as a file with a hash: later data and routes cannot make it easier. After the design's own text
/// come the lines of what a gap is measured without: "earned" by supply, option and period, "lost" by sink and period.
/// </summary>
internal static class FrozenNational
{
    public const string Name = "national-2026-11-28";

    private const string Resource = Name + ".design.br";
    private const int MostLowerings = 6;

    /// <summary>SHA-256 of the text before compression.</summary>
    public static string Hash => "71b17b63231edb36436a6c6915715e1a99fd74e62c347900fa8d755d5ccd6040";

    /// <summary>The instance.</summary>
    /// <exception cref="InvalidDataException">The file is not the one that was frozen.</exception>
    public static DesignInstanceFile Read()
    {
        byte[] bytes = Bytes();
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != Hash)
        {
            throw new InvalidDataException($"{Resource} is not the instance that was frozen.");
        }

        using StringReader text = new(Encoding.UTF8.GetString(bytes));
        DesignProblem problem = DesignText.Read(text);
        Offsets offsets = Offsets.Read(text);
        return new DesignInstanceFile(Name, problem, s => DesignAudit.Objective(problem, s) + offsets.Of(s));
    }

    /// <summary>The text of the instance, as bytes.</summary>
    public static byte[] Bytes()
    {
        using Stream packed = typeof(FrozenNational).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"{Resource} is not there.");
        using BrotliStream unpacked = new(packed, CompressionMode.Decompress);
        using MemoryStream bytes = new();
        unpacked.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Writes the national study of today into a file and says its hash.</summary>
    public static int Freeze(string[] args, TextWriter output, TextWriter error)
    {
        if (args is not ["--out", var file])
        {
            error.WriteLine(NetworkOptions.Usage);
            return 2;
        }

        PlanningCase planning = Planning();
        DesignProblem problem = Reachable(DesignCase.Of(planning));
        StringBuilder text = new();
        using (StringWriter to = new(text))
        {
            DesignText.Write(to, problem);
            Offsets.Of(planning).Write(to);
        }

        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        using (BrotliStream packed = new(File.Create(file), CompressionLevel.SmallestSize))
        {
            packed.Write(bytes);
        }

        output.WriteLine($"{file}: {new FileInfo(file).Length:N0} bytes, {bytes.Length:N0} unpacked, SHA-256 of the text {Convert.ToHexStringLower(SHA256.HashData(bytes))}");
        return 0;
    }

    private static PlanningCase Planning()
    {
        string data = ShippedFolder.Data();
        Study study = StudyReader.Read(Path.Combine(data, "us")).OrThrow();
        Dataset dataset = DatasetReader.Read(study.DatasetFolder).OrThrow();
        RegisterView law = study.Policy.Of(RegisterReader.Read(Path.Combine(data, "register")).OrThrow()).OrThrow();
        IncentiveSchedule incentives = PlanMaker.Incentives(study, dataset, law);
        return CaseBuilder.Build(study, study.CostFactors.On(dataset), incentives, CancellationToken.None).OrThrow();
    }

    // The study lowers a target that cannot be met; so does the file.
    private static DesignProblem Reachable(DesignProblem problem)
    {
        for (int round = 0; round < MostLowerings; round++)
        {
            DesignResult result = new ScalableDesignSolver().Solve(problem, new DesignOptions(0.5, 30), null, CancellationToken.None);
            if (result.Solution is not null)
            {
                return problem;
            }

            foreach (Shortfall missing in result.Reasons.Where(r => r.Limit == "target"))
            {
                problem.Target[missing.Period] -= missing.Amount * 1.001;
            }
        }

        throw new InvalidOperationException("No target was found that the study can meet.");
    }

    /// <summary>What is taken off costs before they become an objective.</summary>
    private sealed class Offsets
    {
        private readonly Dictionary<(int Supply, int Option), double[]> earned = [];
        private readonly Dictionary<int, double[]> lost = [];

        public static Offsets Of(PlanningCase planning)
        {
            Offsets offsets = new();
            for (int s = 0; s < planning.Supplies.Count; s++)
            {
                foreach ((int o, CaseOption option) in planning.Supplies[s].Options.Index().Where(o => o.Item.Credit.Any(c => c != 0)))
                {
                    offsets.earned[(s, o)] = [.. option.Credit];
                }
            }

            foreach ((int j, CaseSink sink) in planning.Sinks.Index().Where(s => s.Item.CreditLoss.Any(c => c != 0)))
            {
                offsets.lost[j] = [.. sink.CreditLoss];
            }

            return offsets;
        }

        public static Offsets Read(TextReader from)
        {
            Offsets offsets = new();
            while (from.ReadLine() is { } line)
            {
                string[] words = line.Split(' ');
                int first = int.Parse(words[1]);
                if (words[0] == "earned")
                {
                    offsets.earned[(first, int.Parse(words[2]))] = [.. words.Skip(3).Select(DesignText.Number)];
                }
                else
                {
                    offsets.lost[first] = [.. words.Skip(2).Select(DesignText.Number)];
                }
            }

            return offsets;
        }

        public void Write(TextWriter to)
        {
            foreach (((int s, int o), double[] values) in earned)
            {
                to.Write($"earned {s} {o} {string.Join(' ', values.Select(DesignText.Text))}\n");
            }

            foreach ((int j, double[] values) in lost)
            {
                to.Write($"lost {j} {string.Join(' ', values.Select(DesignText.Text))}\n");
            }
        }

        public double Of(DesignSolution solution)
        {
            double sum = 0;
            for (int s = 0; s < solution.Option.Length; s++)
            {
                if (earned.TryGetValue((s, solution.Option[s]), out double[]? values))
                {
                    sum += values.Zip(solution.Supplied[s], (c, x) => c * x).Sum();
                }
            }

            return sum - lost.Sum(l => l.Value.Zip(solution.Absorbed[l.Key], (c, x) => c * x).Sum());
        }
    }
}
