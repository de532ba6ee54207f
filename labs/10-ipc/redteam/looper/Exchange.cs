using Merriwig.Abi;
using Merriwig.Tasks;

namespace Merriwig.Ipc;

/// <summary>Never comes back.</summary>
internal static class Exchange
{
    internal static void Send(ref Rendezvous rendezvous, ushort caller, in Message message, out Transition transition)
    {
        transition = default;
        while (rendezvous.Handles < 65_535)
        {
        }
    }

    internal static void Receive(ref Rendezvous rendezvous, ushort caller, out Transition transition)
    {
        transition = default;
        while (rendezvous.Handles < 65_535)
        {
        }
    }

    internal static void SendReceive(ref Rendezvous rendezvous, ushort caller, in Message message, out Transition transition)
    {
        transition = default;
        while (rendezvous.Handles < 65_535)
        {
        }
    }

    internal static void Close(ref Rendezvous rendezvous, out Transition transition)
    {
        transition = default;
        while (rendezvous.Handles < 65_535)
        {
        }
    }

    internal static void Break(ref Rendezvous rendezvous, ref Transition transition)
    {
        while (rendezvous.Handles < 65_535)
        {
        }
    }

    internal static bool IsClosedToSenders(in Rendezvous rendezvous)
    {
        while (rendezvous.Handles < 65_535)
        {
        }

        return false;
    }

    internal static void Reschedule(ref Schedule schedule, in Transition transition)
    {
        while (schedule.Current >= 0)
        {
        }
    }
}
