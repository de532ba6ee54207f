using System.Globalization;
using Euralios.Grader.Boot;
using Euralios.Net.Bench;
using Euralios.Sdk.Archive;

// net-bench KERNEL ARCHIVE TRANSFER: prints a line for each figure: what, tab, value, tab, unit.
string kernel = args[0];
string archive = Path.GetTempFileName();
try
{
    await AddAsync(args[1], args[2], archive);
    foreach (NetworkCardModel model in (NetworkCardModel[])[NetworkCardModel.Rtl8139, NetworkCardModel.Virtio])
    {
        await new Measurement(kernel, archive, model).CostsAsync();
        foreach (double loss in (double[])[0, 0.01, 0.05])
            await new Measurement(kernel, archive, model).ThroughputAsync(loss);
    }

    await new Measurement(kernel, archive, NetworkCardModel.Rtl8139).ManyAsync();
}
finally
{
    File.Delete(archive);
}

return 0;

static async Task AddAsync(string archive, string program, string target)
{
    var files = new List<(string, byte[])>();
    await using (FileStream stream = File.OpenRead(archive))
    {
        var reader = new System.Formats.Tar.TarReader(stream);
        while (await reader.GetNextEntryAsync(copyData: true) is { } entry)
        {
            using var contents = new MemoryStream();
            if (entry.DataStream is { } data)
                await data.CopyToAsync(contents);
            files.Add((entry.Name, contents.ToArray()));
        }
    }

    files.Add((Path.GetFileName(program), Euralios.Sdk.Elf.LoadableImage.Of(program, await File.ReadAllBytesAsync(program))));
    await using FileStream output = File.Create(target);
    BootArchive.Write(output, [.. files]);
}
