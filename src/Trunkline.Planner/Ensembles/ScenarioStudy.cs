using System.Text.Json;
using System.Text.Json.Nodes;
using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>Writes a scenario's study: the sweep's study with what was drawn put in, as a person would have written it.</summary>
public static class ScenarioStudy
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    /// <summary>The study's text in a scenario.</summary>
    /// <param name="studyText">The text of the sweep's study, which reads right.</param>
    /// <param name="firstStep">What has been decided; null where everything is open.</param>
    public static string Of(Sweep sweep, string studyText, Scenario scenario, StudyFirstStep? firstStep = null)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(scenario);
        JsonObject study = JsonNode.Parse(studyText, null, Strict)!.AsObject();
        foreach ((UncertainParameter parameter, double value) in sweep.Parameters.Zip(scenario.Values))
        {
            Put(study, parameter.Target, value);
        }

        PutLaw(study, sweep.Branches[scenario.Branch]);
        if (firstStep is not null)
        {
            Member(study, "limits")["firstStep"] = JsonSerializer.SerializeToNode(firstStep, JsonSerializerOptions.Web);
        }

        return study.ToJsonString();
    }

    /// <summary>The node at a JSON pointer, or null where there is none.</summary>
    internal static JsonNode? Find(JsonNode study, string pointer) => Steps(pointer).Aggregate((JsonNode?)study, Below);

    private static void Put(JsonObject study, ParameterTarget target, double value)
    {
        switch (target)
        {
            case ParameterTarget.Number { IsFactor: true } number:
                Replace(study, number.Path, Times(Find(study, number.Path), value));
                break;
            case ParameterTarget.Number number:
                Replace(study, number.Path, JsonValue.Create(value));
                break;
            case ParameterTarget.Costs costs:
                JsonObject factors = Member(study, "costFactors");
                foreach (string family in costs.Families)
                {
                    factors[family] = (factors[family]?.GetValue<double>() ?? 1) * value;
                }

                break;
            case ParameterTarget.Rock rock:
                AddRock(study, rock, value);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(target));
        }
    }

    private static void AddRock(JsonObject study, ParameterTarget.Rock rock, double value)
    {
        JsonObject factor = new() { ["storage"] = new JsonArray([.. rock.Storage.Select(s => JsonValue.Create(s))]) };
        if (rock.Capacity)
        {
            factor["capacity"] = value;
        }

        if (rock.Injectivity)
        {
            factor["injectivity"] = value;
        }

        if (study["storageFactors"] is JsonArray factors)
        {
            factors.Add(factor);
        }
        else
        {
            study["storageFactors"] = new JsonArray(factor);
        }
    }

    /// <summary>A branch that names a day or overlays puts them in place of the study's mode.</summary>
    private static void PutLaw(JsonObject study, PolicyBranch branch)
    {
        JsonObject law = Member(study, "policy");
        if (branch.AsOf is { } day)
        {
            law.Remove("mode");
            law["asOf"] = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        }

        if (branch.Overlays is { } overlays)
        {
            law["overlays"] = new JsonArray([.. overlays.Select(o => JsonValue.Create(o))]);
        }
    }

    private static JsonNode? Times(JsonNode? node, double factor) => node switch
    {
        JsonArray list => new JsonArray([.. list.Select(n => Times(n, factor))]),
        JsonValue number => JsonValue.Create(number.GetValue<double>() * factor),
        _ => node,
    };

    private static void Replace(JsonObject study, string pointer, JsonNode? value)
    {
        string[] steps = Steps(pointer);
        JsonNode parent = study;
        foreach (string step in steps[..^1])
        {
            parent = Below(parent, step) ?? Member(parent.AsObject(), step);
        }

        if (parent is JsonArray list)
        {
            list[int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture)] = value;
        }
        else
        {
            parent[steps[^1]] = value;
        }
    }

    private static JsonObject Member(JsonObject parent, string name)
    {
        if (parent[name] is JsonObject known)
        {
            return known;
        }

        JsonObject made = [];
        parent[name] = made;
        return made;
    }

    private static JsonNode? Below(JsonNode? node, string step) => node switch
    {
        JsonObject known => known[step],
        JsonArray list => int.TryParse(step, out int i) && i >= 0 && i < list.Count ? list[i] : null,
        _ => null,
    };

    private static string[] Steps(string pointer) =>
        [.. pointer.Split('/')[1..].Select(s => s.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];
}
