using System.Globalization;
using System.Text.Json.Nodes;
using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Records as linked data: schema.org Legislation, with terms of the European Legislation Identifier (ELI) and of PROV.</summary>
/// <remarks>https://schema.org/Legislation, http://data.europa.eu/eli/ontology, https://www.w3.org/TR/prov-o/</remarks>
public static class JsonLdExport
{
    /// <summary>One file, <c>register.jsonld</c>.</summary>
    /// <param name="day">The day on which legal force is told.</param>
    public static IReadOnlyList<RegisterFile> Of(PolicyRegister register, IReadOnlyList<PolicyRecord> records, DateOnly day)
    {
        JsonObject graph = new()
        {
            ["@context"] = new JsonObject
            {
                ["schema"] = "https://schema.org/",
                ["eli"] = "http://data.europa.eu/eli/ontology#",
                ["prov"] = "http://www.w3.org/ns/prov#",
                ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
            },
            ["schema:version"] = register.Version,
            ["@graph"] = new JsonArray([.. records.Select(r => Legislation(r, day))]),
        };
        return [new RegisterFile("register.jsonld", HubJson.Write(graph) + "\n")];
    }

    private static JsonObject Legislation(PolicyRecord record, DateOnly day)
    {
        PolicyDocument document = record.Document;
        JsonObject law = new()
        {
            ["@id"] = Name(record.Id),
            ["@type"] = new JsonArray("schema:Legislation", "eli:LegalResource"),
            ["schema:legislationIdentifier"] = new JsonArray([record.Id, .. (document.Identity?.Identifiers ?? new Dictionary<string, string>()).OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => $"{i.Key}: {i.Value}")]),
            ["schema:name"] = Texts(document.Titles),
            ["schema:legislationJurisdiction"] = document.Jurisdiction,
            ["schema:legislationType"] = RegisterTerms.Code(document.BindingLevel),
            ["schema:legislationLegalForce"] = new JsonObject { ["@id"] = $"https://schema.org/{Force(record.ForceOn(day))}" },
            ["schema:legislationDateVersion"] = Date(day),
            ["eli:in_force"] = record.ForceOn(day) == LegalForce.InForce,
        };
        foreach ((string term, DateOnly? date) in Dates(document))
        {
            if (date is { } known)
            {
                law[term] = Date(known);
            }
        }

        foreach (IGrouping<string, PolicyRelation> relations in document.Relations.GroupBy(r => Term(r.Kind)))
        {
            law[relations.Key] = new JsonArray([.. relations.Select(r => new JsonObject { ["@id"] = Name(r.Target) })]);
        }

        Provenance(law, record);
        return law;
    }

    private static void Provenance(JsonObject law, PolicyRecord record)
    {
        if (record.Document.Provenance is { Author: var author } provenance)
        {
            JsonObject agent = new() { ["@type"] = author.Kind switch { AgentKind.Person => "prov:Person", AgentKind.Software => "prov:SoftwareAgent", _ => "prov:Agent" } };
            if (author.Name is { } name)
            {
                agent["schema:name"] = name;
            }

            law["prov:wasAttributedTo"] = agent;
            if (provenance.Drafted is { } drafted)
            {
                law["prov:generatedAtTime"] = Date(drafted);
            }
        }

        law["prov:wasDerivedFrom"] = new JsonArray([.. record.Sources.Select(Source)]);
        if (record.Earlier.Count > 0)
        {
            law["prov:wasRevisionOf"] = new JsonObject { ["@id"] = $"{Name(record.Id)}:{record.Earlier.Count}" };
        }
    }

    private static JsonObject Source(EvidenceSource source)
    {
        JsonObject work = new()
        {
            ["@id"] = Name(source.Id),
            ["@type"] = new JsonArray("schema:CreativeWork", "prov:Entity"),
            ["schema:name"] = source.Title,
            ["schema:publisher"] = source.Publisher,
        };
        if (source.Url is { } url)
        {
            work["schema:url"] = url;
        }

        if (source.IsArchived)
        {
            work["schema:sha256"] = source.Archive;
        }

        return work;
    }

    private static IEnumerable<(string Term, DateOnly? Date)> Dates(PolicyDocument document) =>
    [
        ("schema:legislationDate", First(document, EventKind.Adopted)),
        ("schema:datePublished", First(document, EventKind.Published) ?? First(document, EventKind.DraftReleased)),
        ("eli:first_date_entry_in_force", First(document, EventKind.InForce)),
        ("eli:date_no_longer_in_force", document.Events.LastOrDefault(e => e.ForceAfter() == LegalForce.Ended)?.Date),
    ];

    private static DateOnly? First(PolicyDocument document, EventKind kind) => document.Events.FirstOrDefault(e => e.Kind == kind)?.Date;

    private static string Term(RelationKind kind) => kind switch
    {
        RelationKind.Amends => "eli:amends",
        RelationKind.Repeals => "eli:repeals",
        RelationKind.Replaces or RelationKind.Supersedes => "eli:changes",
        RelationKind.Implements => "eli:applies",
        RelationKind.Transposes => "eli:transposes",
        RelationKind.Interprets => "eli:cites",
        _ => "eli:related_to",
    };

    private static string Force(LegalForce force) => force switch
    {
        LegalForce.InForce => "InForce",
        LegalForce.Suspended or LegalForce.Uncertain => "PartiallyInForce",
        _ => "NotInForce",
    };

    private static JsonArray Texts(Bilingual words) =>
        [.. new[] { ("en", words.En), ("zh", words.Zh) }.Where(w => w.Item2.Length > 0).Select(w => new JsonObject { ["@language"] = w.Item1, ["@value"] = w.Item2 })];

    private static JsonObject Date(DateOnly day) => new() { ["@type"] = "xsd:date", ["@value"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };

    private static string Name(string id) => $"urn:trunkline:{id}";
}
