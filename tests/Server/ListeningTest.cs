using Trunkline.Domain;
using Trunkline.Runner;
using Trunkline.Server;

namespace Trunkline.Tests.Server;

/// <summary>Where the server listens, and what it must know before it does; everything that is wrong is said at once.</summary>
public sealed class ListeningTest : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Without_a_word_it_is_the_person_at_this_machine()
    {
        ServeOptions options = ServeOptions.Read(["--data", RunningServer.Root]).OrThrow();
        Assert.Equal((AuthKind.None, ServeOptions.UsualUrl), (options.Auth, options.Url));
    }

    [Fact]
    public void Others_are_listened_to_only_where_they_show_who_they_are()
    {
        Problem problem = Assert.Single(ServeOptions.Read(["--data", RunningServer.Root, "--urls", "http://0.0.0.0:5210"]).Problems);
        Assert.Contains("does not know who asks", problem.What, StringComparison.Ordinal);
        Assert.Contains("--auth tokens", problem.Fix, StringComparison.Ordinal);
        Assert.True(ServeOptions.Read(["--data", RunningServer.Root, "--urls", "http://0.0.0.0:5210", "--auth", "tokens"]).IsRight);
    }

    [Fact]
    public void Words_count_before_the_environment_and_that_before_the_file()
    {
        File.WriteAllText(file, """{ "urls": "http://127.0.0.1:1", "store": "from-file", "web": "from-file", "hosts": [ "trunkline.example.org" ] }""");
        Dictionary<string, string> environment = new() { ["TRUNKLINE_URLS"] = "http://127.0.0.1:2", ["TRUNKLINE_STORE"] = "from-environment", ["TRUNKLINE_DATA"] = RunningServer.Root };
        ServeOptions options = ServeOptions.Read(["--urls", "http://127.0.0.1:3", "--config", file], environment).OrThrow();
        Assert.Equal(("http://127.0.0.1:3", "from-environment", "from-file"), (options.Url, options.StoreFolder, options.WebFolder));
        Assert.Equal(["trunkline.example.org"], options.Hosts);
    }

    [Fact]
    public void Plans_are_made_in_processes_with_the_limits_that_are_set()
    {
        Assert.Equal(new PlanLimits(4096, null), ServeOptions.Read(["--data", RunningServer.Root]).OrThrow().Solves);
        Dictionary<string, string> environment = new() { ["TRUNKLINE_LIMITS_SOLVE_MEMORY_MB"] = "2000", ["TRUNKLINE_LIMITS_SOLVE_SECONDS"] = "900" };
        Assert.Equal(new PlanLimits(2000, 900), ServeOptions.Read(["--data", RunningServer.Root], environment).OrThrow().Solves);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once_each_with_its_place()
    {
        File.WriteAllText(file, """{ "urls": "ftp://x", "auth": "magic", "hosts": [ "http://x/" ], "oidc": { "authority": "http://login.example.org" }, "colour": "red", "log": "loud", "otlp": { "endpoint": "http://me:pass@x", "protocol": "fax", "headers": "x" }, "limits": { "requestsPerMinute": 0, "solveMemoryMb": 1, "solveSeconds": "long" } }""");
        Checked<ServeOptions> read = ServeOptions.Read(["--fast", "--config", file]);
        Assert.Equal(
            new[] { "--data", "--fast", "TRUNKLINE_OIDC_AUDIENCE", $"{file} /auth", $"{file} /colour", $"{file} /hosts", $"{file} /limits/requestsPerMinute", $"{file} /limits/solveMemoryMb", $"{file} /limits/solveSeconds", $"{file} /log", $"{file} /oidc/authority", $"{file} /otlp/endpoint", $"{file} /otlp/headers", $"{file} /otlp/protocol", $"{file} /urls" }.Order(StringComparer.Ordinal),
            read.Problems.Select(p => p.Where).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_collector_is_set_by_our_own_words_before_those_of_all_programs()
    {
        Dictionary<string, string> environment = new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:1", ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc", ["OTEL_EXPORTER_OTLP_HEADERS"] = "key=1" };
        string[] words = ["--data", RunningServer.Root];
        Assert.Null(ServeOptions.Read(words).OrThrow().Otlp);
        Assert.Equal(new OtlpOptions(new Uri("http://127.0.0.1:1"), true, "key=1"), ServeOptions.Read(words, environment).OrThrow().Otlp);
        File.WriteAllText(file, """{ "otlp": { "endpoint": "https://collector.example.org/a/" } }""");
        OtlpOptions set = ServeOptions.Read([.. words, "--config", file], environment).OrThrow().Otlp!;
        Assert.Equal("https://collector.example.org/a/", set.For("traces").AbsoluteUri);
        Assert.Equal("https://collector.example.org/a/v1/traces", (set with { IsGrpc = false }).For("traces").AbsoluteUri);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{ \"urls\": 7, \"urls\": 8 }")]
    public void A_file_that_is_no_settings_is_told(string text)
    {
        File.WriteAllText(file, text);
        Assert.Contains(ServeOptions.Read(["--data", RunningServer.Root, "--config", file]).Problems, p => p.Where == file);
    }
}
