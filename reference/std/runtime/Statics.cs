using Internal.Runtime;

namespace Euralios.Std;

/// <summary>
/// Makes an image's static fields ready: the objects that hold references, then constructors that must run before <c>Main</c>. Until this has
/// run, no code may touch a static field with a reference.
/// </summary>
internal static unsafe class Statics
{
    // ILC's numbers of tables.
    private const int ReferenceStatics = 201;
    private const int EagerConstructors = 205;
    private const int ModuleInitializers = 213;

    // Bits of a block that has not become a reference yet.
    private const int Uninitialized = 1;
    private const int HasContents = 2;
    private const int BlockBits = 3;

    private const int ObjectOverhead = 16; // header and method table

    internal static void Initialize()
    {
        for (ModuleHeader** module = MachineCode.ModulesStart(); module < MachineCode.ModulesEnd(); module++)
        {
            if (ModuleHeader.TryFind(*module, ReferenceStatics, out byte* start, out byte* end))
                MakeObjects((int*)start, (int*)end);
        }

        Run(EagerConstructors);
        Run(ModuleInitializers);
    }

    /// <summary>Each entry is the distance to a block, in which the object's address takes the place of its description.</summary>
    private static void MakeObjects(int* entry, int* end)
    {
        for (; entry < end; entry++)
        {
            var block = (int*)Target(entry);
            if ((*block & Uninitialized) == 0)
                continue;
            var type = (MethodTable*)((byte*)block + (*block & ~BlockBits));
            byte* instance = (byte*)Heap.NewObject(type);
            if ((*block & HasContents) != 0)
            {
                byte* contents = Target(block + 1);
                for (uint i = 0; i < type->_baseSize - ObjectOverhead; i++)
                    instance[sizeof(nint) + i] = contents[i];
            }

            *(byte**)block = instance;
        }
    }

    /// <summary>Calls each function of a table of distances.</summary>
    private static void Run(int table)
    {
        for (ModuleHeader** module = MachineCode.ModulesStart(); module < MachineCode.ModulesEnd(); module++)
        {
            if (!ModuleHeader.TryFind(*module, table, out byte* start, out byte* end))
                continue;
            for (var entry = (int*)start; entry < (int*)end; entry++)
                ((delegate*<void>)Target(entry))();
        }
    }

    private static byte* Target(int* distance) => (byte*)distance + *distance;
}
