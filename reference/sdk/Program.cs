using Euralios.Sdk.Archive;
using Euralios.Sdk.Build;
using Euralios.Sdk.Elf;

// The build's last stage for MSBuild. Errors go to stderr in the form that MSBuild understands.
const string usage = """
    usage: Euralios.Sdk kernel|program IMAGE ASSEMBLY LIBRARY...    (the core library last)
           Euralios.Sdk archive ARCHIVE PROGRAM...
    """;
try
{
    IReadOnlyList<BuildMessage> messages = [];
    switch (args)
    {
        case ["kernel", var image, var assembly, .. { Length: > 0 } libraries]:
            messages = ImageBuilder.Native(ImageKind.Kernel, assembly, libraries, image, static _ => { }, CancellationToken.None);
            break;
        case ["program", var image, var assembly, .. { Length: > 0 } libraries]:
            messages = ImageBuilder.Native(ImageKind.Program, assembly, libraries, image, static _ => { }, CancellationToken.None);
            break;
        case ["archive", var archive, .. { Length: > 0 } programs]:
            BootArchive.Write(archive, programs);
            break;
        default:
            Console.Error.WriteLine(usage);
            return 2;
    }

    foreach (BuildMessage message in messages)
        Console.Error.WriteLine(message);
    return messages.Count == 0 ? 0 : 1;
}
catch (ToolMissingException exception)
{
    Console.Error.WriteLine($"error TOOL: {exception.Message}");
    return 1;
}
catch (ElfFormatException exception)
{
    Console.Error.WriteLine($"error ELF: {exception.Message}");
    return 1;
}
