using Euralios.Std;

namespace Euralios.Shell;

/// <summary>A command's input and output. Whoever has the object owns the handles.</summary>
internal sealed class Streams
{
    private bool hasInput;
    private bool hasOutput;

    internal Handle Input { get; private set; }

    internal Handle Output { get; private set; }

    /// <summary>Null where the input is the shell's own; else see <see cref="Launcher.InputVariable"/>.</summary>
    internal string? InputKind { get; private set; }

    /// <summary>Whether the output is not the shell's own.</summary>
    internal bool IsOutputRedirected { get; private set; }

    /// <summary>Makes a pipe: one's output is the other's input.</summary>
    internal static bool TryConnect(Streams writer, Streams reader, out Error error)
    {
        if (!SystemCall.TryNewRendezvous(out Handle input, out Handle output, out error))
            return false;
        writer.SetOutput(output);
        reader.SetInput(input, "pipe");
        return true;
    }

    internal void SetInput(Handle handle, string kind)
    {
        CloseInput();
        Input = handle;
        InputKind = kind;
        hasInput = true;
    }

    internal void SetOutput(Handle handle)
    {
        CloseOutput();
        Output = handle;
        IsOutputRedirected = true;
        hasOutput = true;
    }

    /// <summary>An input in which there is nothing.</summary>
    internal bool TrySetEmptyInput(out Error error)
    {
        if (!SystemCall.TryNewRendezvous(out Handle input, out Handle other, out error))
            return false;
        SystemCall.TryClose(other, out _);
        SetInput(input, "none");
        return true;
    }

    /// <summary>What is not redirected is the shell's own.</summary>
    internal bool TryComplete(out Error error)
    {
        error = Error.None;
        if (!hasInput)
        {
            if (!SystemCall.TryCopy(Handle.StandardInput, out Handle input, out error))
                return false;
            Input = input;
            hasInput = true;
        }

        if (!hasOutput)
        {
            if (!SystemCall.TryCopy(Handle.StandardOutput, out Handle output, out error))
                return false;
            Output = output;
            hasOutput = true;
        }

        return true;
    }

    /// <summary>The output's handle, for somebody else to close.</summary>
    internal Handle TakeOutput()
    {
        hasOutput = false;
        return Output;
    }

    /// <summary>The handles are a program's from now on.</summary>
    internal void Forget() => hasInput = hasOutput = false;

    internal void Close()
    {
        CloseInput();
        CloseOutput();
    }

    private void CloseInput()
    {
        if (hasInput)
            SystemCall.TryClose(Input, out _);
        hasInput = false;
    }

    private void CloseOutput()
    {
        if (hasOutput)
            SystemCall.TryClose(Output, out _);
        hasOutput = false;
    }
}
