using Euralios.Sdk.Elf;
using Iced.Intel;
using static Iced.Intel.AssemblerRegisters;

namespace Euralios.Sdk.Assembly;

/// <summary>
/// A program's machine code: its start, the system call, threads, and what code compiled by ILC calls. None of the stubs that call the
/// kernel pushes anything, so that the host can unwind from each of them.
/// </summary>
public static class ProgramStubs
{
    // SYSCALL destroys rcx and r11; the kernel preserves what is not an output of the call.
    private const int ForkThread = 0;
    private const int ExitThread = 1;
    private const int Yield = 9;

    private const int FailureVector = 0x31;

    /// <summary>A program's thread has a stack slot of 2^19 bytes to itself, so a stack address tells threads apart.</summary>
    private const int StackSlotShift = 19;

    // Registers that may hold a call's arguments (System V ABI, 3.2.3).
    private static readonly AssemblerRegister64[] Arguments = [rdi, rsi, rdx, rcx, r8, r9];
    private static readonly AssemblerRegisterXMM[] FloatArguments = [xmm0, xmm1, xmm2, xmm3, xmm4, xmm5, xmm6, xmm7];

    /// <summary>An ELF64 object with what every program is linked with.</summary>
    public static byte[] ObjectFile() => ElfObjectWriter.Write([Section(), .. RuntimeStubs.Sections()]);

    private static ObjectSection Section()
    {
        var code = new MachineCode(".text.program", 64);
        Start(code);
        SystemCall(code);
        Threads(code);
        InterfaceDispatch(code);
        SpillRegisters(code);
        Failure(code);
        PortStubs.Write(code);

        code.Function("read_time_stamp");
        code.Code.rdtsc();
        code.Code.shl(rdx, 32);
        code.Code.or(rax, rdx);
        code.Code.ret();
        foreach (string symbol in (string[])["modules_start", "modules_end", "data_start", "data_end"])
        {
            code.Function("get_" + symbol);
            code.LoadAddress(Register.RAX, symbol);
            code.Code.ret();
        }

        return code.ToSection();
    }

    /// <summary>
    /// The entry. In: rax = the heap's start, rcx = its size, rdx = the argument block or 0, rdi = the environment block or 0; rsp is a
    /// multiple of 16. On to <c>program_start(heap, size, arguments, environment)</c>, which does not return.
    /// </summary>
    private static void Start(MachineCode code)
    {
        Assembler a = code.Code;
        code.Function("_start");
        a.mov(rsi, rcx);
        a.mov(rcx, rdi);
        a.mov(rdi, rax);
        a.xor(ebp, ebp);
        code.Call("program_start");
        a.ud2();
    }

    /// <summary><c>system_call(registers)</c>: rax, rdi, rsi, rdx, r8 from five words, and back into them.</summary>
    private static void SystemCall(MachineCode code)
    {
        Assembler a = code.Code;
        AssemblerRegister64[] registers = [rax, rdi, rsi, rdx, r8];
        code.Function("system_call");
        a.mov(r9, rdi);
        for (int i = 0; i < registers.Length; i++)
            a.mov(registers[i], __qword_ptr[r9 + (i * 8)]);
        a.syscall();
        for (int i = 0; i < registers.Length; i++)
            a.mov(__qword_ptr[r9 + (i * 8)], registers[i]);
        a.ret();
    }

    private static void Threads(MachineCode code)
    {
        Assembler a = code.Code;

        // start_thread(function, argument, out thread id) returns the kernel's error. The new thread returns from the system call on a stack
        // of its own, where there is nobody to return to: it calls function(argument) and ends.
        Label parent = a.CreateLabel();
        Label failed = a.CreateLabel();
        code.Function("start_thread");
        a.mov(r9, rdi);
        a.mov(r10, rsi);
        a.mov(eax, ForkThread);
        a.syscall();
        a.test(rax, rax);
        a.jnz(failed);
        a.test(rdi, rdi);
        a.jnz(parent);
        a.xor(ebp, ebp);
        a.mov(rdi, r10);
        a.call(r9);
        a.xor(edi, edi);
        a.mov(eax, ExitThread);
        a.syscall();
        a.ud2();
        a.Label(ref parent);
        a.mov(__qword_ptr[rdx], rdi);
        a.Label(ref failed);
        a.ret();

        code.Function("yield_thread");
        a.mov(eax, Yield);
        a.syscall();
        a.ret();

        // A number that this thread has and no other of the program.
        code.Function("thread_identity");
        a.mov(rax, rsp);
        a.shr(rax, StackSlotShift);
        a.ret();
    }

    /// <summary>
    /// A call through an interface: r11 = the call's cell, the arguments of the call in their registers. Asks
    /// <c>resolve_interface_call(object, cell)</c> for the method and goes on there, as if it had been called directly.
    /// </summary>
    private static void InterfaceDispatch(MachineCode code)
    {
        Assembler a = code.Code;
        int floats = FloatArguments.Length * 16;
        int frame = floats + (Arguments.Length * 8) + 8; // and 8 more, because the return address leaves rsp at 8 modulo 16
        code.Function("RhpInitialDynamicInterfaceDispatch");
        a.cmp(__dword_ptr[rdi], edi); // a null object faults here, where the host can still unwind
        a.sub(rsp, frame);
        for (int i = 0; i < FloatArguments.Length; i++)
            a.movaps(__xmmword_ptr[rsp + (i * 16)], FloatArguments[i]);
        for (int i = 0; i < Arguments.Length; i++)
            a.mov(__qword_ptr[rsp + floats + (i * 8)], Arguments[i]);
        a.mov(rsi, r11);
        code.Call("resolve_interface_call");
        for (int i = 0; i < FloatArguments.Length; i++)
            a.movaps(FloatArguments[i], __xmmword_ptr[rsp + (i * 16)]);
        for (int i = 0; i < Arguments.Length; i++)
            a.mov(Arguments[i], __qword_ptr[rsp + floats + (i * 8)]);
        a.add(rsp, frame);
        a.jmp(rax);
    }

    /// <summary>For the collector: the registers that a function preserves for its callers, on the stack; then <c>mark_own_stack(their address)</c>.</summary>
    private static void SpillRegisters(MachineCode code)
    {
        Assembler a = code.Code;
        AssemblerRegister64[] preserved = [rbx, rbp, r12, r13, r14, r15];
        int frame = (preserved.Length * 8) + 8; // and 8 more, because the return address leaves rsp at 8 modulo 16
        code.Function("spill_registers");
        a.sub(rsp, frame);
        for (int i = 0; i < preserved.Length; i++)
            a.mov(__qword_ptr[rsp + (i * 8)], preserved[i]);
        a.mov(rdi, rsp);
        code.Call("mark_own_stack");
        a.add(rsp, frame);
        a.ret();
    }

    /// <summary>A check failed, by its number in rdi (<c>System.ManagedFailure</c>): the kernel reports it and ends the process.</summary>
    private static void Failure(MachineCode code)
    {
        Assembler a = code.Code;
        Label stay = a.CreateLabel();
        code.Function("__managed_failure");
        a.@int(FailureVector);
        a.Label(ref stay);
        a.jmp(stay);
    }
}
