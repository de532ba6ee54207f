using System.Globalization;
using Euralios.Grader.Boot;

namespace Euralios.Grader.Pipeline;

/// <summary>What <c>--keep</c> leaves for a closer look: the image, what each boot wrote on its serial lines, and how it ended.</summary>
internal static class Transcripts
{
    public static void Keep(string folder, string image, IReadOnlyDictionary<string, BootRecord> records)
    {
        Directory.CreateDirectory(folder);
        File.Copy(image, Path.Combine(folder, "kernel.elf"), overwrite: true);
        foreach (var (boot, record) in records)
        {
            File.WriteAllBytes(Path.Combine(folder, boot + ".console"), record.Console);
            File.WriteAllBytes(Path.Combine(folder, boot + ".trace"), record.Trace);
            File.WriteAllText(
                Path.Combine(folder, boot + ".boot"),
                string.Create(CultureInfo.InvariantCulture, $"{record.Ending} after {record.Instructions:N0} of {record.Request.Limits.Instructions:N0} instructions\n"));
        }
    }
}
