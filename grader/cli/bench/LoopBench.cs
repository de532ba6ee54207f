using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using Euralios.Grader.Image;

namespace Euralios.Grader.Cli.Bench;

/// <summary>
/// A student's loop, "edit, then <c>dotnet test</c>", in a lab with its solution in place, beside the same in an NUnit project with one empty
/// test; in turns, so that both meet the same machine. In a copy of the repository, where nobody's file is touched.
/// </summary>
internal static class LoopBench
{
    private const string Group = "loop", Lab = "06";
    private const int Rounds = 5;
    private const double Goal = 2.0;

    private static readonly string[] Packages = ["Microsoft.NET.Test.Sdk", "NUnit", "NUnit3TestAdapter"];

    public static async Task<IReadOnlyList<Figure>> RunAsync(string root, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        try
        {
            Console.Error.WriteLine("loop: building a copy of the kit");
            var (lab, labSource) = CopyOfLab(root, Path.Combine(folder, "kit"));
            var (empty, emptySource) = EmptyProject(root, Path.Combine(folder, "empty"));
            List<double> inLab = [], inEmpty = [];
            for (var round = 0; round <= Rounds; round++)
            {
                var times = (Lab: await EditAndTestAsync(lab, labSource, round, cancellation),
                    Empty: await EditAndTestAsync(empty, emptySource, round, cancellation));

                // The first one builds everything.
                if (round > 0)
                {
                    inLab.Add(times.Lab);
                    inEmpty.Add(times.Empty);
                }
            }

            return
            [
                new(Group, "edit, then dotnet test, in lab 06", Figure.Median(inLab), "s"),
                new(Group, "edit, then dotnet test, in an empty NUnit project", Figure.Median(inEmpty), "s"),
                new(Group, "ratio", Figure.Median(inLab) / Figure.Median(inEmpty), "", Goal),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (string Project, string Source) CopyOfLab(string root, string copy)
    {
        CopyFiles(root, copy, subfolders: false);
        foreach (var part in new[] { "reference", "labs", "grader", "skeletons" })
            CopyFiles(Path.Combine(root, part), Path.Combine(copy, part), subfolders: true);

        var lab = LabCatalog.Find(copy, Lab);
        var source = "";
        foreach (var file in lab.Submit)
        {
            source = Path.Combine(copy, "skeletons", lab.Id, file.Skeleton);
            File.Copy(Path.Combine(copy, file.Replaces), source, overwrite: true);
        }

        return (lab.Folder, source);
    }

    private static void CopyFiles(string from, string to, bool subfolders)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var child in subfolders ? Directory.GetDirectories(from).Select(path => Path.GetFileName(path)) : [])
        {
            if (child is not ("bin" or "obj"))
                CopyFiles(Path.Combine(from, child), Path.Combine(to, child), subfolders: true);
        }
    }

    private static (string Project, string Source) EmptyProject(string root, string folder)
    {
        var versions = XDocument.Load(Path.Combine(root, "Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(package => (string)package.Attribute("Include")!, package => (string)package.Attribute("Version")!);
        var project = new XElement(
            "Project",
            new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement("PropertyGroup", new XElement("TargetFramework", "net10.0"), new XElement("ImplicitUsings", "enable")),
            new XElement("ItemGroup", Packages.Select(package => new XElement(
                "PackageReference", new XAttribute("Include", package), new XAttribute("Version", versions[package])))));
        Directory.CreateDirectory(folder);
        new XDocument(project).Save(Path.Combine(folder, "Empty.csproj"));
        File.Copy(Path.Combine(root, "global.json"), Path.Combine(folder, "global.json"));
        var source = Path.Combine(folder, "Tests.cs");
        File.WriteAllText(source, "using NUnit.Framework;\n\npublic class Tests\n{\n    [Test]\n    public void Nothing() { }\n}\n");
        return (folder, source);
    }

    private static async Task<double> EditAndTestAsync(string project, string source, int round, CancellationToken cancellation)
    {
        await File.AppendAllTextAsync(source, string.Create(CultureInfo.InvariantCulture, $"// edit {round}\n"), cancellation);
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(DotNet.Program, ["test", "--nologo"])
        {
            WorkingDirectory = project,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var end = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        return process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(start).TotalSeconds
            : throw new UsageException($"dotnet test fails in {project}:\n{output}{await errors}");
    }
}
