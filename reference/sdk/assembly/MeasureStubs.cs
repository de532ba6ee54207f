using Iced.Intel;
using static Iced.Intel.AssemblerRegisters;

namespace Euralios.Sdk.Assembly;

/// <summary>
/// Loops of system calls with nothing of C# in them, between two readings of the time stamp counter: where the counter counts instructions, what
/// remains after the same loop without the calls is theirs. For test programs.
/// </summary>
internal static class MeasureStubs
{
    private const int Call = 40; // bytes of a call's registers
    private const int ForkThread = 0, ExitThread = 1, Receive = 3, Send = 4, Yield = 9;

    private static readonly AssemblerRegister64[] Kept = [rbx, rbp, r12, r13, r14, r15];

    internal static void Write(MachineCode code)
    {
        Calls(code, "trial_time_calls", performed: true);
        Calls(code, "trial_time_no_calls", performed: false);
        Forks(code);
        Echo(code);
    }

    /// <summary>
    /// <c>trial_time_calls(calls, count, rounds, errors)</c>: performs calls one after the other, as often as there are rounds, and returns the
    /// counter's difference. A call is five words: rax, rdi, rsi, rdx, r8. <c>*errors</c> gathers what they left in rax.
    /// <c>trial_time_no_calls</c> is the same without SYSCALL.
    /// </summary>
    private static void Calls(MachineCode code, string name, bool performed)
    {
        Assembler a = code.Code;
        Label round = a.CreateLabel();
        Label call = a.CreateLabel();
        code.Function(name);
        Enter(a);
        a.push(rcx);
        a.mov(r12, rdi);
        a.mov(r13, rsi);
        a.mov(r14, rdx);
        a.xor(r15d, r15d);
        Start(a);
        a.Label(ref round);
        a.mov(rbx, r12);
        a.mov(rbp, r13);
        a.Label(ref call);
        a.mov(rax, __[rbx]);
        a.mov(rdi, __[rbx + 8]);
        a.mov(rsi, __[rbx + 16]);
        a.mov(rdx, __[rbx + 24]);
        a.mov(r8, __[rbx + 32]);
        if (performed)
            a.syscall();
        a.or(r15, rax);
        a.add(rbx, Call);
        a.dec(rbp);
        a.jnz(call);
        a.dec(r14);
        a.jnz(round);
        Stop(a);
        a.pop(rcx);
        a.mov(__[rcx], r15);
        Leave(a);
    }

    /// <summary><c>trial_time_forks(rounds)</c>: starts a thread that exits at once, and yields to it, as often as there are rounds.</summary>
    private static void Forks(MachineCode code)
    {
        Assembler a = code.Code;
        Label round = a.CreateLabel();
        Label parent = a.CreateLabel();
        code.Function("trial_time_forks");
        Enter(a);
        a.mov(r14, rdi);
        Start(a);
        a.Label(ref round);
        a.mov(eax, ForkThread);
        a.syscall();
        a.test(rdi, rdi);
        a.jnz(parent);
        a.mov(eax, ExitThread);
        a.syscall();
        a.ud2();
        a.Label(ref parent);
        a.mov(eax, Yield);
        a.syscall();
        a.dec(r14);
        a.jnz(round);
        Stop(a);
        Leave(a);
    }

    /// <summary><c>trial_echo(handle)</c>: sends back what it receives, until there is an error, which it returns.</summary>
    private static void Echo(MachineCode code)
    {
        Assembler a = code.Code;
        Label next = a.CreateLabel();
        Label end = a.CreateLabel();
        code.Function("trial_echo");
        Enter(a);
        a.mov(r12, rdi);
        a.mov(r13, rdi);
        a.shl(r13, 32);
        a.Label(ref next);
        a.mov(eax, Receive);
        a.mov(rdi, r12);
        a.syscall();
        a.test(al, 127);
        a.jnz(end);
        a.and(eax, 0x1F00); // what the message's items are
        a.or(rax, r13);
        a.or(rax, Send);
        a.syscall();
        a.test(al, 127);
        a.jz(next);
        a.Label(ref end);
        a.and(eax, 127);
        Leave(a);
    }

    private static void Enter(Assembler a)
    {
        foreach (AssemblerRegister64 register in Kept)
            a.push(register);
    }

    private static void Leave(Assembler a)
    {
        foreach (AssemblerRegister64 register in Kept.Reverse())
            a.pop(register);
        a.ret();
    }

    // The reading goes to the stack: no register is left.
    private static void Start(Assembler a)
    {
        a.rdtsc();
        a.shl(rdx, 32);
        a.or(rax, rdx);
        a.push(rax);
    }

    private static void Stop(Assembler a)
    {
        a.rdtsc();
        a.shl(rdx, 32);
        a.or(rax, rdx);
        a.pop(rcx);
        a.sub(rax, rcx);
    }
}
