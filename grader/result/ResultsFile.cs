using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Euralios.Grader.Result;

/// <summary>
/// The bytes of <c>results.json</c>: UTF-8 without a mark, LF, two spaces, members in the records' order. The same results give the same
/// bytes on every machine. Control characters of a guest are escaped, so that the file may be shown on a terminal.
/// </summary>
public static class ResultsFile
{
    /// <summary>The schema's name; the schema stands beside this file.</summary>
    public const string Schema = "euralios-labs/results/v1";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        WriteIndented = true,
        NewLine = "\n",
        // Quotes and angle brackets stay readable: who puts a result into a page escapes it there.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document's text, with a newline at its end.</summary>
    public static string Text(ResultsDocument document) => JsonSerializer.Serialize(document, Options) + "\n";

    /// <summary>A lab's result alone: what two runs are compared by.</summary>
    public static string Text(LabResult result) => JsonSerializer.Serialize(result, Options) + "\n";

    /// <summary>Writes the whole file or nothing: a reader never sees half of it.</summary>
    public static void WriteAtomically(string path, string text)
    {
        var partial = path + ".partial";
        File.WriteAllText(partial, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(partial, path, overwrite: true);
    }
}
