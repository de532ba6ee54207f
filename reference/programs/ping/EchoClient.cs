using System.IO;
using System.Net;
using Euralios.Std;

namespace Euralios.Tools;

/// <summary>Asks a machine whether it is there: see ECHO in <c>handouts/protocols.md</c>.</summary>
internal sealed class EchoClient
{
    private readonly Handle handle;

    private EchoClient(Handle handle) => this.handle = handle;

    internal static bool TryOpen(IPAddress address, out EchoClient? client, out Error error)
    {
        client = FileSystem.TryOpen($"/tcp/echo/{address}", OpenFlags.Read, out Handle handle, out _, out error) ? new EchoClient(handle) : null;
        error = error == Error.NotFound ? Error.NetworkDown : error;
        return client is not null;
    }

    /// <summary>Sends a request and waits for its reply.</summary>
    /// <param name="bytes">How many bytes of data it carries.</param>
    /// <param name="longestWait">In microseconds.</param>
    /// <param name="roundTrip">The microseconds until the reply.</param>
    /// <param name="returned">How many the reply carried.</param>
    /// <param name="error">Why there is none: <see cref="Error.TimedOut"/> where none came in time.</param>
    internal bool TryAsk(int bytes, ulong longestWait, out ulong roundTrip, out ulong returned, out Error error)
    {
        roundTrip = returned = 0;
        var question = new Message(Tags.Echo, (ulong)bytes, longestWait);
        if (!RemoteCall.TryCall(handle, ref question, out Message answer, out error))
            return false;
        bool isReply = answer.Tag == Tags.Echo && !answer.IsLong;
        error = isReply ? Error.None : answer.Tag == Tags.Empty ? Error.TimedOut : Error.UnexpectedReply;
        answer.Release();
        if (!isReply)
            return false;
        roundTrip = answer.First.Value;
        returned = answer.Second.Value;
        return true;
    }
}
