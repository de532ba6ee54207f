using System.Globalization;
using Euralios.Grader.Boot;

namespace Euralios.Grader.Pipeline;

/// <summary>What <c>--keep</c> leaves for a closer look: the image, what each boot wrote on its serial lines, what was on its wire (pcap) with the peer's notes, and how it ended.</summary>
internal static class Transcripts
{
    public static void Keep(string folder, Bootable image, IReadOnlyDictionary<string, BootRecord> records)
    {
        Directory.CreateDirectory(folder);
        File.Copy(image.Image, Path.Combine(folder, Path.GetFileName(image.Image)), overwrite: true);
        foreach (var (boot, record) in records)
        {
            File.WriteAllBytes(Path.Combine(folder, boot + ".console"), record.Console);
            File.WriteAllBytes(Path.Combine(folder, boot + ".trace"), record.Trace);
            if (record.Network is { } network)
            {
                using var capture = File.Create(Path.Combine(folder, boot + ".pcap"));
                network.Capture.Write(capture);
                File.WriteAllLines(Path.Combine(folder, boot + ".peer"), network.Notes);
            }

            File.WriteAllText(
                Path.Combine(folder, boot + ".boot"),
                string.Create(CultureInfo.InvariantCulture, $"{record.Ending} after {record.Instructions:N0} of {record.Request.Limits.Instructions:N0} instructions\n"));
        }
    }
}
