using Euralios.Sdk.Build;

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
