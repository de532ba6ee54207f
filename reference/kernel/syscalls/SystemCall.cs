namespace Merriwig.Syscalls;

/// <summary>The system calls' numbers: bits 0 to 7 of RAX. Each has its page in <c>handouts/syscalls</c>.</summary>
internal enum SystemCall : byte
{
    ForkThread = 0,
    ExitThread = 1,
    DebugWrite = 2,
    Receive = 3,
    Send = 4,
    SendReceive = 5,
    Open = 6,
    Malloc = 7,
    Free = 8,
    Yield = 9,
    NewRendezvous = 10,
    CopyRendezvous = 11,
    Exec = 12,
    Mount = 13,
    ListMounts = 14,
    Umount = 15,
    Close = 16,
    AwaitInterrupt = 17,
    Sleep = 18,
    ReceiveDeadline = 19,
    Kill = 20,
    Wait = 21,
    Statistics = 22,
    Date = 23,
    ReceiveAny = 24,
    Suspend = 25,
    Resume = 26,
    Decommit = 27,
}
