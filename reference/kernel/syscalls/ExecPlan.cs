using System;
using Merriwig.Abi;
using Merriwig.Ipc;
using Merriwig.Tasks;
using Merriwig.Vfs;

namespace Merriwig.Syscalls;

/// <summary>What exec's parameters come to: the mounts that the program will see, and what else it gets. Nothing leaves the caller before <see cref="Commit"/>.</summary>
/// <param name="caller">The caller's process.</param>
/// <param name="input">A handle that goes to the program, and so cannot be mounted for it.</param>
/// <param name="output">Another.</param>
internal unsafe ref struct ExecPlan(Process* caller, ulong input, ulong output)
{
    /// <summary>The most handles that one call can mount.</summary>
    private const int MostMounts = 32;

    /// <summary>How often one call can choose anew what the program sees: a copy takes time, and interrupts are off meanwhile.</summary>
    private const int MostViews = 8;

    private readonly Process* caller = caller;
    private readonly ulong input = input;
    private readonly ulong output = output;
    private ushort mounts; // a table of the plan's own; 0 as long as the caller's is shared
    private int views;
    private int taken;
    private TakenHandles handles;

    /// <summary>The program's arguments.</summary>
    internal ReadOnlySpan<byte> Arguments { get; private set; }

    /// <summary>The program's environment.</summary>
    internal ReadOnlySpan<byte> Environment { get; private set; }

    /// <summary>Interrupt lines that the program may wait for.</summary>
    internal ushort Lines { get; private set; }

    /// <summary>Reads the parameters, clause by clause.</summary>
    internal ErrorCode Read(ReadOnlySpan<byte> text)
    {
        var parameters = new ExecParameters(text);
        while (parameters.TryNext(out ExecClause clause))
        {
            ErrorCode error = Apply(clause);
            if (error != ErrorCode.None)
                return error;
        }

        return parameters.IsMalformed ? ErrorCode.Parameter : ErrorCode.None;
    }

    /// <summary>Nothing can fail any more: the mounted handles leave the caller.</summary>
    /// <returns>The program's mount table.</returns>
    internal readonly ushort Commit()
    {
        for (int i = 0; i < taken; i++)
            RendezvousTable.ReleaseHandle(HandleTable.Remove(caller->Handles, handles.Handle[i]));

        if (mounts != 0)
            return mounts;
        MountTables.Share(caller->Mounts);
        return caller->Mounts;
    }

    /// <summary>Something failed: everything is as it was.</summary>
    internal readonly void Abandon()
    {
        if (mounts != 0)
            MountTables.Release(mounts);
    }

    private ErrorCode Apply(in ExecClause clause)
    {
        switch (clause.Kind)
        {
            case ExecClauseKind.Share:
            case ExecClauseKind.Copy:
            case ExecClauseKind.New:
                return ChooseView(clause.Kind);
            case ExecClauseKind.Arguments:
                Arguments = clause.Text;
                return ErrorCode.None;
            case ExecClauseKind.Environment:
                Environment = clause.Text;
                return ErrorCode.None;
            case ExecClauseKind.InterruptLine:
                return Grant(clause.Number);
            default:
                return Change(clause);
        }
    }

    private ErrorCode ChooseView(ExecClauseKind kind)
    {
        if (++views > MostViews)
            return ErrorCode.Parameter;
        Abandon();
        mounts = 0;
        taken = 0; // what was mounted before stays with the caller
        bool done = kind switch
        {
            ExecClauseKind.Copy => MountTables.TryCopy(caller->Mounts, out mounts),
            ExecClauseKind.New => MountTables.TryCreate(out mounts),
            _ => true,
        };
        return done ? ErrorCode.None : ErrorCode.Memory;
    }

    private ErrorCode Grant(uint line)
    {
        if (line >= InterruptLines.Count || (caller->Lines & (1u << (int)line)) == 0)
            return ErrorCode.Denied;
        Lines |= (ushort)(1 << (int)line);
        return ErrorCode.None;
    }

    /// <summary>A mount more or less. The caller's own table is never changed: one that is shared is copied first.</summary>
    private ErrorCode Change(in ExecClause clause)
    {
        if (!Utf8.IsValid(clause.Text))
            return ErrorCode.Utf8;
        if (mounts == 0 && !MountTables.TryCopy(caller->Mounts, out mounts))
            return ErrorCode.Memory;
        if (clause.Kind == ExecClauseKind.Unmount)
            return MountTables.Remove(mounts, clause.Text) == ErrorCode.None ? ErrorCode.None : ErrorCode.Parameter;
        if (clause.Number == input || clause.Number == output || IsTaken(clause.Number)
            || !HandleTable.TryGet(caller->Handles, clause.Number, out ushort rendezvous))
            return ErrorCode.InvalidHandle;
        if (taken == MostMounts)
            return ErrorCode.Parameter;
        handles.Handle[taken++] = clause.Number;
        return MountTables.Add(mounts, clause.Text, rendezvous);
    }

    private readonly bool IsTaken(uint handle)
    {
        for (int i = 0; i < taken; i++)
        {
            if (handles.Handle[i] == handle)
                return true;
        }

        return false;
    }

    private struct TakenHandles
    {
        internal fixed uint Handle[MostMounts];
    }
}
