using System.Text.Json;
using Euralios.Sdk.Build;

namespace Euralios.Grader.Image;

/// <summary>A worker's own side: a JSON request a line in, a JSON reply a line out, until the input ends.</summary>
public static class WorkerLoop
{
    /// <summary>Serves requests.</summary>
    public static async Task RunAsync(IImageSource images, TextReader requests, TextWriter replies, CancellationToken cancellation)
    {
        while (await requests.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
        {
            var request = JsonSerializer.Deserialize(line, WorkerJson.Default.ImageRequest)
                ?? throw new JsonException("A request is missing.");
            var reply = await ReplyAsync(images, request, cancellation).ConfigureAwait(false);
            await replies.WriteLineAsync(JsonSerializer.Serialize(reply, WorkerJson.Default.WorkerReply).AsMemory(), cancellation)
                .ConfigureAwait(false);
            await replies.FlushAsync(cancellation).ConfigureAwait(false);
        }
    }

    private static async Task<WorkerReply> ReplyAsync(IImageSource images, ImageRequest request, CancellationToken cancellation)
    {
        try
        {
            return new(await images.BuildAsync(request, cancellation).ConfigureAwait(false), null);
        }
        catch (ToolMissingException missing)
        {
            return new(null, missing.Message);
        }
    }
}
