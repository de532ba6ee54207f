using System;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>What a scenario has: the run's numbers, and the programs, which it starts with the rights and the mounts that they are to have.</summary>
internal sealed class Stage
{
    private readonly MemoryChunk archive;
    private readonly int length;
    private readonly Handle output;

    private Stage(MemoryChunk archive, int length, RandomSource random, Handle output)
    {
        this.archive = archive;
        this.length = length;
        this.output = output;
        Random = random;
    }

    /// <summary>The run's numbers. Those of the table of cases are apart from them.</summary>
    internal RandomSource Random;

    /// <summary>Sets the stage.</summary>
    internal static bool TryCreate(MemoryChunk archive, int length, RandomSource random, out Stage stage, out Error error)
    {
        bool done = ProgramOutput.TryStart(out Handle output, out error);
        stage = new Stage(archive, length, random, output);
        return done;
    }

    /// <summary>Starts a program. One that cannot be started ends the boot.</summary>
    /// <param name="name">Its name in the archive, which is the process's too.</param>
    /// <param name="parameters">Mounts and interrupt lines; null for the scenario's own mounts. Not its arguments.</param>
    /// <param name="mayAccessPorts">Whether it may use I/O ports.</param>
    /// <param name="arguments">The arguments after its name.</param>
    internal StagedProgram Start(string name, ProcessParameters? parameters = null, bool mayAccessPorts = false, params string[] arguments)
    {
        if (!SystemCall.TryCopy(output, out Handle writer, out Error error))
            throw Failed(name, error);
        return Start(name, writer, parameters, mayAccessPorts, arguments);
    }

    /// <summary>Starts a program whose standard output is somebody else's.</summary>
    internal StagedProgram Start(string name, Handle writer, ProcessParameters? parameters, bool mayAccessPorts, params string[] arguments)
    {
        string[] words = [name, .. arguments];
        if (!new Archive(archive.Bytes(length)).TryFind(Text.ToUtf8(name), out ReadOnlySpan<byte> image))
            throw Failed(name, Error.NotFound);
        if (!SystemCall.TryNewRendezvous(out Handle input, out Handle server, out Error error)
            || !Process.TryExec(image, input, writer, (parameters ?? new ProcessParameters()).Arguments(words), out Process process, out error, mayAccessPorts))
            throw Failed(name, error);
        return new StagedProgram(server, process);
    }

    /// <summary>Runs the table of cases in a program, each in a process of its own, and reports them.</summary>
    /// <param name="program">The program that the student's files are part of.</param>
    /// <param name="microseconds">How long a case may take.</param>
    internal void RunCases(string program, ulong microseconds = CaseRunner.Patience) => new CaseRunner(this, program, Random.Fork(0).Next(), microseconds).Run();

    private static InvalidOperationException Failed(string name, Error error) => new($"{name} was not started: {error.Text()}");
}
