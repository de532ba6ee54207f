using Euralios.Sdk.Build;

// The build's last stage for MSBuild: `Euralios.Sdk ASSEMBLY CORELIB IMAGE`. Errors go to stderr in the form that MSBuild understands.
if (args.Length != 3)
{
    Console.Error.WriteLine("usage: Euralios.Sdk ASSEMBLY CORELIB IMAGE");
    return 2;
}

try
{
    IReadOnlyList<BuildMessage> messages = ImageBuilder.Native(args[0], args[1], args[2], static _ => { }, CancellationToken.None);
    foreach (BuildMessage message in messages)
        Console.Error.WriteLine(message);
    return messages.Count == 0 ? 0 : 1;
}
catch (ToolMissingException exception)
{
    Console.Error.WriteLine($"error TOOL: {exception.Message}");
    return 1;
}
