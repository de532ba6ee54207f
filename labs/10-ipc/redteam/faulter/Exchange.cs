using Merriwig.Abi;
using Merriwig.Tasks;

namespace Merriwig.Ipc;

/// <summary>Divides by zero wherever it is called.</summary>
internal static class Exchange
{
    internal static void Send(ref Rendezvous rendezvous, ushort caller, in Message message, out Transition transition)
    {
        transition = default;
        uint zero = rendezvous.Handles - rendezvous.Handles;
        rendezvous.Waiter = (ushort)(1 / zero);
    }

    internal static void Receive(ref Rendezvous rendezvous, ushort caller, out Transition transition)
    {
        transition = default;
        uint zero = rendezvous.Handles - rendezvous.Handles;
        rendezvous.Waiter = (ushort)(1 / zero);
    }

    internal static void SendReceive(ref Rendezvous rendezvous, ushort caller, in Message message, out Transition transition)
    {
        transition = default;
        uint zero = rendezvous.Handles - rendezvous.Handles;
        rendezvous.Waiter = (ushort)(1 / zero);
    }

    internal static void Close(ref Rendezvous rendezvous, out Transition transition)
    {
        transition = default;
        uint zero = rendezvous.Handles - rendezvous.Handles;
        rendezvous.Waiter = (ushort)(1 / zero);
    }

    internal static void Break(ref Rendezvous rendezvous, ref Transition transition)
    {
        uint zero = rendezvous.Handles - rendezvous.Handles;
        rendezvous.Waiter = (ushort)(1 / zero);
    }

    internal static bool IsClosedToSenders(in Rendezvous rendezvous)
    {
        uint zero = rendezvous.Handles - rendezvous.Handles;
        return 1 / zero == 0;
    }

    internal static void Reschedule(ref Schedule schedule, in Transition transition)
    {
        int zero = schedule.Current - schedule.Current;
        schedule.Current = 1 / zero;
    }
}
