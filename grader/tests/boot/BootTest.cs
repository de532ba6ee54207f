using System.Text;
using Euralios.Grader.Boot;
using Iced.Intel;
using NUnit.Framework;

namespace Euralios.Grader.Tests.Boot;

/// <summary>What the tests of the boot share: a roomy request that each test narrows.</summary>
internal abstract class BootTest
{
    protected static readonly Limits Roomy = new(
        Instructions: 2_000_000_000,
        VirtualTime: TimeSpan.FromMinutes(10),
        ConsoleBytes: 1 << 20,
        TraceBytes: 1 << 20,
        WallClock: TimeSpan.FromMinutes(5));

    protected static readonly byte[] Seed = [.. Enumerable.Range(0xa0, 16).Select(i => (byte)i)];

    protected static BootRequest Request(TestKernel kernel, Limits? limits = null, IReadOnlyList<DialogueStep>? dialogue = null) =>
        new(kernel.Path, "", new Machine(), limits ?? Roomy, Seed, Dialogue: dialogue);

    protected static async Task<BootRecord> BootAsync(Action<Assembler> code, Limits? limits = null, IReadOnlyList<DialogueStep>? dialogue = null)
    {
        using var kernel = new TestKernel(code);
        return await BootRunner.RunAsync(Request(kernel, limits, dialogue));
    }

    protected static string Text(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    /// <summary>The bytes that <see cref="TestCode.Flood"/> writes.</summary>
    protected static byte[] Counting(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)i)];
}
