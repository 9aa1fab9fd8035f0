using System.Globalization;
using System.Text;
using System.Text.Json;
using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>How large the text of a study or of a sweep may be. What is larger is found in one pass, before anything is made of it.</summary>
/// <param name="Bytes">Of the text in UTF-8.</param>
/// <param name="Depth">Lists and objects within each other.</param>
/// <param name="Periods">Of planning.</param>
/// <param name="Members">Of any one list or object.</param>
public sealed record StudySize(int Bytes, int Depth, int Periods, int Members)
{
    /// <summary>More than this is read by no part of the program.</summary>
    public static readonly StudySize Most = new(16 * 1024 * 1024, 32, 20, 100_000);

    /// <summary>The first limit that a text passes; null where it passes none, and for a text that is no JSON as far as that has been read: the reader says what is wrong with it.</summary>
    public StudyExcess? Passed(string text) => Encoding.UTF8.GetByteCount(text) > Bytes ? TooManyBytes() : Passed(Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Passed(string)"/>
    public StudyExcess? Passed(ReadOnlySpan<byte> text)
    {
        if (text.Length > Bytes)
        {
            return TooManyBytes();
        }

        try
        {
            return Walk(new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = Depth + 8 }));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What is wrong with the size of a file; null where it may be read. One of gigabytes is not read in order to be told that it is too long.</summary>
    public Problem? Wrong(string file) => new FileInfo(file).Length > Bytes ? TooManyBytes().AsProblem(file) : null;

    /// <summary>Said without reading what is known to be too long.</summary>
    public StudyExcess TooManyBytes() => new("bytes", "", Bytes);

    private StudyExcess? Walk(Utf8JsonReader reader)
    {
        Stack<Holder> within = new();
        ReadOnlySpan<byte> name = default;
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                within.Pop();
                continue;
            }

            bool isName = reader.TokenType == JsonTokenType.PropertyName;
            if (within.TryPeek(out Holder? holder) && (isName || holder.IsList) && ++holder.Count > holder.Most)
            {
                return new StudyExcess(holder.IsPeriods ? "periods" : "members", Pointer(within), holder.Most);
            }

            if (isName)
            {
                name = reader.ValueSpan;
            }
            else if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
            {
                if (within.Count == Depth)
                {
                    return new StudyExcess("depth", Pointer(within), Depth);
                }

                within.Push(Held(reader.TokenType == JsonTokenType.StartArray, holder, name));
            }
        }

        return null;
    }

    private Holder Held(bool isList, Holder? parent, ReadOnlySpan<byte> name)
    {
        string place = parent is null ? "" : parent.IsList ? (parent.Count - 1).ToString(CultureInfo.InvariantCulture) : Encoding.UTF8.GetString(name);
        bool isPeriods = isList && parent is { IsList: false } && place == "periods";
        return new Holder(place, isList, isPeriods, isPeriods ? Periods : Members);
    }

    private static string Pointer(Stack<Holder> within) => string.Join('/', within.Reverse().Select(h => h.Place));

    /// <summary>A list or an object that is being read.</summary>
    private sealed class Holder(string place, bool isList, bool isPeriods, int most)
    {
        public string Place => place;

        public bool IsList => isList;

        public bool IsPeriods => isPeriods;

        public int Most => most;

        public int Count { get; set; }
    }
}
