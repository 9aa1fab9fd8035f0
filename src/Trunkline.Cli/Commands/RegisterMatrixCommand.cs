using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Trunkline.Cli.Register;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline register matrix</c>: what each jurisdiction's law says to each criterion on a day, and where two of them, or two days, differ.</summary>
internal static class RegisterMatrixCommand
{
    public static Command Build(Surroundings around)
    {
        var jurisdictions = RegisterAsked.Several("--jurisdiction", RegisterWords.JurisdictionOption, around);
        var criteria = RegisterAsked.Several("--criterion", RegisterWords.CriterionOption, around);
        var asOf = RegisterAsked.Day("--as-of", RegisterWords.AsOf, around);
        var compare = RegisterAsked.Day("--compare-with", RegisterWords.CompareOption, around);
        return RegisterAsked.On(
            new Command("matrix", RegisterWords.Matrix.In(around.Language)) { jurisdictions, criteria, asOf, compare },
            around,
            (parsed, register, asJson) =>
            {
                string[] places = parsed.GetValue(jurisdictions) ?? [], rows = parsed.GetValue(criteria) ?? [];
                Problem[] problems = [.. Unknown(register, places, rows)];
                if (problems.Length > 0)
                {
                    return ProblemTable.Show(around, problems, asJson);
                }

                Asked asked = new(register, places, rows, parsed.GetValue(asOf) ?? RegisterAsked.Today(), parsed.GetValue(compare));
                Answer(around, asked, asJson);
                return ExitCode.Done;
            });
    }

    private static IEnumerable<Problem> Unknown(PolicyRegister register, string[] places, string[] rows)
    {
        foreach (string place in places.Where(p => !Jurisdictions.Has(p)))
        {
            yield return new Problem($"--jurisdiction {place}", "is not a jurisdiction.", $"Give some of {string.Join(", ", Jurisdictions.Known)}, or us- with a state's postal code.");
        }

        foreach (string row in rows.Where(r => register.Matrix.Criterion(r) is null))
        {
            yield return new Problem($"--criterion {row}", "is not a criterion.", $"Give some of {string.Join(", ", register.Matrix.Criteria.Select(c => c.Id))}.");
        }
    }

    private static void Answer(Surroundings around, Asked asked, bool asJson)
    {
        if (asJson)
        {
            around.Terminal.Out.WriteLine(Json(asked).ToJsonString(JsonText.OneLine));
            return;
        }

        Language language = around.Language;
        Page page = around.Terminal.Answers;
        page.Heading(string.Format(RegisterWords.MatrixAsOf.In(language), RegisterParts.Iso(asked.Day)));
        if (asked.Criteria.Count == 0)
        {
            page.Line(RegisterWords.EmptyMatrix.In(language));
            return;
        }

        if (asked.IsComparison)
        {
            Differences(page, asked, language);
        }
        else if (asked.IsNarrow)
        {
            Cells(page, asked, language);
        }
        else
        {
            Overview(page, asked, language);
        }

        Closing(page, asked, language);
    }

    /// <summary>One sign a cell, as many jurisdictions side by side as the page holds.</summary>
    private static void Overview(Page page, Asked asked, Language language)
    {
        const int Abreast = 10;
        foreach (string[] block in asked.Places.Chunk(Abreast))
        {
            page.Table(
                [RegisterWords.Criterion.In(language), .. block],
                [.. asked.Criteria.Select(c => (string[])[c.Id, .. block.Select(p => Sign(asked.Register.Matrix.On(c.Id, p, asked.Day).State))])]);
            page.Line();
        }

        page.Line(string.Join("   ", Enum.GetValues<CellState>().Select(s => $"{Sign(s)} {RegisterTerms.Of(s).In(language)}")));
    }

    private static string Sign(CellState state) => state switch
    {
        CellState.Present => "+",
        CellState.Absent => "-",
        CellState.Delegated => ">",
        CellState.Pending => "~",
        CellState.NotApplicable => "/",
        _ => ".",
    };

    private static void Cells(Page page, Asked asked, Language language)
    {
        foreach (MatrixCriterion criterion in asked.Criteria)
        {
            page.Section($"{criterion.Titles.In(language)} ({criterion.Id}): {criterion.Question.In(language)}");
            foreach (string place in asked.Places)
            {
                Cell(page, asked.Register.Matrix.On(criterion.Id, place, asked.Day), place, language);
            }
        }
    }

    private static void Differences(Page page, Asked asked, Language language)
    {
        MatrixDifference[] differences = [.. asked.Differences()];
        foreach (MatrixDifference difference in differences)
        {
            page.Section($"{difference.Criterion.Titles.In(language)} ({difference.Criterion.Id})");
            Cell(page, difference.Before, asked.NameOf(difference.Before), language);
            Cell(page, difference.After, asked.NameOf(difference.After), language);
        }

        page.Line();
        page.Line(string.Format(RegisterWords.CellsDiffer.In(language), differences.Select(d => d.Criterion.Id).Distinct().Count(), asked.Criteria.Count));
    }

    private static void Cell(Page page, MatrixReading reading, string name, Language language)
    {
        const int Column = 12;
        page.Item(name, $"{RegisterTerms.Of(reading.State).In(language)}. {reading.Cell?.Says.In(language) ?? RegisterWords.Nobody.In(language)}", Column);
        foreach (Evidence evidence in reading.Evidence)
        {
            page.Item("", $"{RegisterWords.RestsOn.In(language)} {ClaimLines.Short(evidence)}", Column);
        }
    }

    private static void Closing(Page page, Asked asked, Language language)
    {
        page.Line();
        foreach (string place in asked.Places)
        {
            FillRate fill = asked.FillOf(place);
            string share = fill.Share?.ToString("0 %", CultureInfo.InvariantCulture) ?? "-";
            page.Line(string.Format(RegisterWords.FillCount.In(language), place, fill.Filled, fill.Asked, share));
        }

        IEnumerable<PolicyRecord> records = asked.Readings().Select(r => r.Cell?.Record).OfType<string>().Distinct().Select(id => asked.Register.Find(id)!);
        page.Line(RecordStates.Line(asked.Register, records, language));
    }

    private static JsonObject Json(Asked asked) => new()
    {
        ["asOf"] = RegisterParts.Iso(asked.Day),
        ["compareWith"] = RegisterParts.Iso(asked.Other),
        ["criteria"] = RegisterParts.Array(asked.Criteria.Select(RegisterParts.Json)),
        ["cells"] = RegisterParts.Array(asked.Readings().Select(RegisterParts.Reading)),
        ["fill"] = RegisterParts.Array(asked.Places.Select(p => new JsonObject
        {
            ["jurisdiction"] = p,
            ["filled"] = asked.FillOf(p).Filled,
            ["asked"] = asked.FillOf(p).Asked,
            ["share"] = asked.FillOf(p).Share,
        })),
        ["differences"] = asked.IsComparison
            ? RegisterParts.Array(asked.Differences().Select(d => new JsonObject { ["before"] = RegisterParts.Reading(d.Before), ["after"] = RegisterParts.Reading(d.After) }))
            : null,
    };

    /// <summary>Which part of the matrix is asked for, and with what it is compared.</summary>
    private sealed record Asked(PolicyRegister Register, string[] Named, string[] Rows, DateOnly Day, DateOnly? Other)
    {
        public IReadOnlyList<string> Places => Named.Length > 0 ? Named : Register.Matrix.Jurisdictions;

        public IReadOnlyList<MatrixCriterion> Criteria => Rows.Length > 0 ? [.. Rows.Select(r => Register.Matrix.Criterion(r)!)] : Register.Matrix.Criteria;

        /// <summary>Two jurisdictions are set against each other, or two days.</summary>
        public bool IsComparison => Other is not null || Named.Length == 2;

        /// <summary>Few enough cells to print what each says.</summary>
        public bool IsNarrow => Named.Length > 0 || Rows.Length > 0;

        public IEnumerable<MatrixReading> Readings() => Places.SelectMany(p => Criteria.Select(c => Register.Matrix.On(c.Id, p, Day)));

        public FillRate FillOf(string place) => RegulatoryMatrix.FillOf(Criteria.Select(c => Register.Matrix.On(c.Id, place, Day)));

        public IEnumerable<MatrixDifference> Differences() =>
            (Other is { } other ? Places.SelectMany(p => Register.Matrix.Between(p, Day, other)) : Register.Matrix.Between(Named[0], Named[1], Day))
            .Where(d => Criteria.Contains(d.Criterion));

        public string NameOf(MatrixReading reading) => Other is null ? reading.Jurisdiction : $"{reading.Jurisdiction} {RegisterParts.Iso(reading.Day)}";
    }
}
