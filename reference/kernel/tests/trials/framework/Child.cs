using System.Runtime.CompilerServices;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>
/// A helper process that plays a part, known by its name. Its standard input leads to the trial. It is for what ends a process, or for what only a new one
/// can see; where a thread is needed that makes calls there is <see cref="Actor"/>.
/// </summary>
internal static class Child
{
    internal const string Word = "child";

    /// <summary>What <see cref="Program"/> calls.</summary>
    internal static int Play(string part) => part switch
    {
        "port" => Devices.ReadPort(),
        "send-chunk" => Carriage.SendChunkAndWrite(),
        "mounts" => Clauses.TellMounts(),
        "mount-child" => Clauses.MountChild(),
        "send-there" => Clauses.SendThere(),
        "words" => Clauses.LookAtWords(),
        "line" => Clauses.AwaitLine(),
        "words-arrive" => Words.LookAtAll(),
        "words-long" => Words.LookAtLongOnes(),
        "stack" => Segments.UseStack(),
        "stack-of-thread" => Segments.UseStackOfThread(),
        "beyond-heap" => OnDemand.WriteBeyond(Addresses.HeapEnd),
        "before-heap" => OnDemand.WriteBeyond(Addresses.StacksStart + (510 * Addresses.StackSlot)),
        "freed-write" => Freed.Use(write: true),
        "freed-read" => Freed.Use(write: false),
        "behind-chunk" => Freed.UseBehind(3),
        "behind-table" => Freed.UseBehind(512),
        "threads" => Exhaustion.ForkUntilFull(),
        "rendezvous" => Exhaustion.NewUntilFull(),
        "touch" => FrameExhaustion.Touch(),
        _ => 99,
    };

    /// <summary>Starts one.</summary>
    /// <param name="part">Its part.</param>
    /// <param name="channel">The other end of its standard input.</param>
    /// <param name="mayAccessPorts">Whether it may use ports.</param>
    internal static Process Start(string part, out Handle channel, bool mayAccessPorts = false)
    {
        Rendezvous input = Rendezvous.New();
        Rendezvous output = Rendezvous.New();
        channel = input.SecondHandle;
        SystemCall.TryClose(output.SecondHandle, out _);
        ProcessParameters parameters = new ProcessParameters().Arguments(Word, Word, part);
        return Children.Start(input.FirstHandle, output.FirstHandle, parameters, mayAccessPorts);
    }

    /// <summary>Runs one to its end, which must be an exception.</summary>
    internal static void ExpectFault(string part, int vector, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Process process = Start(part, out Handle channel);
        ExpectFault(process, vector, file, line);
        SystemCall.TryClose(channel, out _);
    }

    /// <summary>Its end must be an exception.</summary>
    internal static void ExpectFault(Process process, int vector, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ProcessEnd end = Children.Await(process, file, line);
        Expect.Equal((int)end.Reason, (int)EndReason.Fault, "why the child ended", file, line);
        Expect.Equal(end.Vector, vector, "the child's exception", file, line);
    }
}
