using Euralios.Std;

namespace Euralios.Programs.Init;

/// <summary>Ends the system on request, at <c>/dev/power</c>: whoever has that mount may.</summary>
internal static class Power
{
    /// <summary>Waits for the request. When <c>init</c> ends the kernel switches the machine off.</summary>
    /// <returns>False if nobody can make it.</returns>
    internal static bool Serve(out Error error)
    {
        if (!SystemCall.TryNewRendezvous(out Handle requests, out Handle mounted, out error) || !SystemCall.TryMount(mounted, "/dev/power"u8, out error))
            return false;
        while (SystemCall.TryReceive(requests, out Message message, out error))
        {
            message.Release();
            if (message.Tag == Tags.PowerOff)
            {
                Answer.Send(requests, new Message(Tags.Ok));
                return true;
            }

            if (message.Tag is not (Tags.Character or Tags.Close))
                Answer.Send(requests, new Message(Tags.UnknownMessage));
        }

        return false;
    }
}
