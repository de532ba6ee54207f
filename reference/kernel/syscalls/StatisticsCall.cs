using System;
using System.Runtime.InteropServices;
using Merriwig.Abi;
using Merriwig.Cpu;
using Merriwig.Ipc;
using Merriwig.Memory;
using Merriwig.Tasks;

namespace Merriwig.Syscalls;

/// <summary>What the system uses, and the list of its processes.</summary>
internal static unsafe class StatisticsCall
{
    /// <summary>Writes as much as fits at RDI, of RSI bytes; RDI is afterwards how many bytes that is.</summary>
    internal static ErrorCode Write(Process* process, InterruptFrame* frame)
    {
        ulong room = Math.Min(frame->Rsi, (ulong)(sizeof(Header) + (Processes.Capacity * sizeof(Record))));
        if (room < (ulong)sizeof(Header) || !UserMemory.TryWrite(ref process->Space, frame->Rdi, room, out _))
            return ErrorCode.Parameter;
        Header* header = (Header*)frame->Rdi;
        Record* record = (Record*)(header + 1);
        ulong records = 0;
        ulong most = (room - (ulong)sizeof(Header)) / (ulong)sizeof(Record);
        for (int number = 1; number < Processes.Capacity && records < most; number++)
        {
            if (Processes.At(number)->State == ProcessState.Free)
                continue;
            Fill(record + records, number);
            records++;
        }

        header->Microseconds = Clock.Microseconds();
        header->Frames = Frames.Managed;
        header->FramesAvailable = Frames.Available;
        header->Threads = (ulong)Threads.InUse;
        header->Handles = HandleTable.InUse;
        header->Rendezvous = (ulong)RendezvousTable.InUse;
        header->Processes = (ulong)Processes.InUse;
        header->Records = records;
        frame->Rdi = (ulong)sizeof(Header) + (records * (ulong)sizeof(Record));
        return ErrorCode.None;
    }

    private static void Fill(Record* record, int number)
    {
        Process* process = Processes.At(number);
        record->Process = process->Id;
        record->Parent = process->Parent;
        record->Frames = process->Space.Frames;
        record->Threads = process->Threads;
        record->State = StateOf(process);
        ((ReadOnlySpan<byte>)process->Name).CopyTo(MemoryMarshal.CreateSpan(ref record->Name[0], Tasks.Process.NameLength));
    }

    /// <summary>0 runnable, 1 blocked, 2 suspended, 3 ending: of its threads the liveliest decides.</summary>
    private static uint StateOf(Process* process)
    {
        if (process->State == ProcessState.Ending)
            return 3;
        uint state = 2;
        for (int number = process->FirstThread; number != 0; number = Threads.At(number)->Next)
        {
            if (Dispatcher.Schedule.Entries[number].State is ThreadState.Ready or ThreadState.Running)
                return 0;
            if (!Threads.At(number)->Suspended)
                state = 1;
        }

        return state;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Header
    {
        internal ulong Microseconds;
        internal ulong Frames;
        internal ulong FramesAvailable;
        internal ulong Threads;
        internal ulong Handles;
        internal ulong Rendezvous;
        internal ulong Processes;
        internal ulong Records;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Record
    {
        internal ulong Process;
        internal ulong Parent;
        internal ulong Frames;
        internal uint Threads;
        internal uint State;
        internal fixed byte Name[Tasks.Process.NameLength];
    }
}
