using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Report;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline route candidates</c>: the candidate network of a study as a file.</summary>
internal static class RouteCandidatesCommand
{
    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var choice = new CandidateChoice(language);
        var output = new Option<string>("--out") { Description = RouteWords.CandidatesOut.In(language), HelpName = "file|folder", Required = true };
        var simCcs = new Option<bool>("--simccs") { Description = RouteWords.SimCcs.In(language) };
        var png = new Option<string?>("--png") { Description = RouteWords.Png.In(language), HelpName = "file" };
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(language) };
        var command = new Command("candidates", RouteWords.Candidates.In(language)) { output, simCcs, png, json };
        choice.AddTo(command);
        command.SetAction(parsed => new CandidatesRun(
            around, parsed.GetRequiredValue(output), parsed.GetValue(simCcs), parsed.GetValue(png), parsed.GetValue(json)).Run(tell => choice.Read(parsed, tell, around.Interrupted)));
        return command;
    }

    private sealed class CandidatesRun(Surroundings around, string output, bool simCcs, string? png, bool asJson)
    {
        private Language Language => around.Language;

        public int Run(Func<Action<string>, Checked<CandidateAnswer>> read)
        {
            var stages = new RouteStages(around);
            stages.Begin("reading");
            List<Problem> problems = [.. new[] { CandidateFiles.Obstacle(output, simCcs), png is null ? null : FreshFolder.ObstacleToFile(png) }.OfType<Problem>()];
            if (problems.Count > 0)
            {
                return ProblemTable.Show(around, problems, asJson);
            }

            if (Answer(read, stages) is not { } answer)
            {
                return ExitCode.Cancelled;
            }

            if (!answer.IsRight)
            {
                return ProblemTable.Show(around, answer.Problems, asJson);
            }

            stages.Begin("writing");
            int leftOut = CandidateFiles.Write(answer.Value, output, simCcs);
            if (png is not null)
            {
                Draw(answer.Value);
            }

            Show(answer.Value, leftOut);
            return ExitCode.Done;
        }

        // Null where it was cancelled: half a network is of no use.
        private static Checked<CandidateAnswer>? Answer(Func<Action<string>, Checked<CandidateAnswer>> read, RouteStages stages)
        {
            try
            {
                return read(stages.Begin);
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }

        private void Show(CandidateAnswer answer, int leftOut)
        {
            CandidateNetwork network = answer.Network;
            if (asJson)
            {
                around.Terminal.Out.WriteLine(Json(answer, leftOut).ToJsonString(JsonText.OneLine));
                return;
            }

            CultureInfo plain = CultureInfo.InvariantCulture;
            foreach (SnapNote snap in network.Snaps)
            {
                around.Terminal.Out.WriteLine(string.Format(plain, RouteWords.SnapLine.In(Language), snap.Terminal, snap.From, snap.To, snap.Distance.Value));
            }

            foreach (string formation in network.UnreachedFormations)
            {
                around.Terminal.Out.WriteLine(string.Format(RouteWords.UnreachedLine.In(Language), formation));
            }

            if (answer.Unhosted > 0)
            {
                around.Terminal.Out.WriteLine(string.Format(plain, RouteWords.UnhostedLine.In(Language), answer.Unhosted));
            }

            if (leftOut > 0)
            {
                around.Terminal.Out.WriteLine(string.Format(plain, RouteWords.LeftOut.In(Language), leftOut));
            }

            around.Terminal.Out.WriteLine(Line(network));
            around.Terminal.Out.WriteLine(string.Format(RouteWords.Wrote.In(Language), output));
        }

        private string Line(CandidateNetwork network) => string.Format(
            CultureInfo.InvariantCulture, RouteWords.NetworkLine.In(Language), network.Nodes.Count, network.Edges.Count, network.Edges.Sum(e => e.Length.Value), network.StorageAccess.Count);

        private JsonObject Json(CandidateAnswer answer, int leftOut)
        {
            using var process = Process.GetCurrentProcess();
            return new JsonObject
            {
                ["nodes"] = answer.Network.Nodes.Count,
                ["corridors"] = answer.Network.Edges.Count,
                ["km"] = answer.Network.Edges.Sum(e => e.Length.Value),
                ["referenceKm"] = answer.Network.Edges.Sum(e => e.WeightedLength.Value),
                ["storageAccess"] = answer.Network.StorageAccess.Count,
                ["moved"] = new JsonArray([.. answer.Network.Snaps.Select(s => new JsonObject { ["terminal"] = s.Terminal, ["km"] = s.Distance.Value })]),
                ["unhosted"] = answer.Unhosted,
                ["leftOut"] = leftOut,
                ["seconds"] = around.Clock.Elapsed.TotalSeconds,
                ["peakMemoryMb"] = process.PeakWorkingSet64 / 1048576.0,
                ["out"] = output,
            };
        }

        private void Draw(CandidateAnswer answer)
        {
            CandidateNetwork network = answer.Network;
            File.WriteAllBytes(png!, RoutePicture.Draw(
                answer.Surface,
                string.Format(RouteWords.NetworkTitle.In(Language), Line(network)),
                Language,
                [
                    new PictureLines(RouteWords.Corridors.In(Language), "#1f5f8b", 1.2f, [.. network.Edges.Where(e => e.ExistingCapacity.Value == 0).Select(e => e.Route)]),
                    new PictureLines(RouteWords.Pipelines.In(Language), "#d3611c", 2.6f, [.. network.Edges.Where(e => e.ExistingCapacity.Value > 0).Select(e => e.Route)]),
                ],
                [new PictureDots(RouteWords.Terminals.In(Language), "#a3123a", 3, [.. network.Nodes.Where(n => n.Hosts.Count > 0).Select(n => n.Place)])],
                [.. network.Nodes.Select(n => n.Place)]));
        }
    }
}
