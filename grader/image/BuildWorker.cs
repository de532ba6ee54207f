using System.Diagnostics;
using System.Text.Json;
using Euralios.Sdk.Build;

namespace Euralios.Grader.Image;

/// <summary>What went wrong with a worker rather than with the submission's text, in the words of a verdict.</summary>
internal sealed class WorkerFailedException(string message) : Exception(message);

/// <summary>
/// A warm build worker: a child process that keeps the instructor's half of the compilation in memory and answers one request at a time.
/// After a <see cref="WorkerFailedException"/> it is dead and must be replaced.
/// </summary>
internal sealed class BuildWorker : IDisposable
{
    private readonly Process process;
    private readonly CappedLines replies;
    private readonly WorkerLimits limits;

    public BuildWorker(string program, IReadOnlyList<string> arguments, WorkerLimits limits)
    {
        this.limits = limits;
        process = Process.Start(ChildProcess.Start(program, arguments, limits.MemoryMiB))
            ?? throw new InvalidOperationException($"cannot start {program}");
        replies = new(process.StandardOutput, limits.ReplyCharacters);

        // Nobody reads the error stream, but a full pipe would stop the worker.
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
    }

    /// <summary>The worker's process id.</summary>
    public int ProcessId => process.Id;

    /// <summary>Sends a request and waits for its reply within the limits.</summary>
    public async Task<ImageBuild> BuildAsync(ImageRequest request, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(limits.Time);
        try
        {
            var line = JsonSerializer.Serialize(request, WorkerJson.Default.ImageRequest);
            await process.StandardInput.WriteLineAsync(line.AsMemory(), limit.Token).ConfigureAwait(false);
            await process.StandardInput.FlushAsync(limit.Token).ConfigureAwait(false);
            var reply = await replies.ReadAsync(limit.Token).ConfigureAwait(false)
                ?? throw new WorkerFailedException(
                    $"the compiler ended without an answer (it may use {limits.MemoryMiB} MiB of memory and 1 MiB of stack)");
            return JsonSerializer.Deserialize(reply, WorkerJson.Default.WorkerReply) switch
            {
                { Build: { } build } => build,
                { MissingTool: { } message } => throw new ToolMissingException(message),
                _ => throw new WorkerFailedException("the compiler's answer is not one"),
            };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new WorkerFailedException($"the compiler did not finish within {limits.Time.TotalSeconds:0} s");
        }
        catch (InvalidDataException)
        {
            throw new WorkerFailedException($"the compiler's messages are longer than {limits.ReplyCharacters} characters");
        }
        catch (IOException)
        {
            throw new WorkerFailedException("the compiler ended without taking the request");
        }
        catch (JsonException)
        {
            throw new WorkerFailedException("the compiler's answer is not one");
        }
    }

    public void Dispose()
    {
        ChildProcess.End(process);
        process.Dispose();
    }
}
