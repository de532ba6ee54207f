using System.Text.Json;
using Euralios.Grader.Boot;
using Iced.Intel;
using NUnit.Framework;
using static Iced.Intel.AssemblerRegisters;

namespace Euralios.Grader.Tests.Boot;

/// <summary>The same request gives the same record, byte for byte, whatever else the host is doing.</summary>
internal sealed class DeterminismTests : BootTest
{
    /// <summary>Writes all that a guest can know about time, between stops and sleeps, and ends as it is told.</summary>
    private static TestKernel Clock(Action<Assembler> end) => new TestKernel(c =>
    {
        c.Print(TestCode.Console, "started\n");
        for (int i = 0; i < 20; i++)
        {
            c.Seed(TestKernel.Data);
            c.mov(eax, __dword_ptr[TestKernel.Data]);
            c.PrintEax(TestCode.Trace);
            c.Work();
            c.rdtsc();
            c.PrintEax(TestCode.Trace);
            c.@in(al, 0x40);
            c.PrintEax(TestCode.Trace);
            c.Checkpoint(2, TestKernel.Data + 0x100, 4, (uint)i);
        }
        end(c);
    })
        .With(TestKernel.Table, TestKernel.InspectionTable(0x54505345, 1, (TestKernel.Data, 32, 1, 1, 0)))
        .With(TestKernel.Data + 0x100, "tick"u8.ToArray());

    [Test]
    public async Task A_record_does_not_depend_on_the_hosts_load([Values("finishes", "resets", "dies", "passes its limit")] string how)
    {
        using TestKernel kernel = Clock(c =>
        {
            switch (how)
            {
                case "finishes":
                    c.End(1);
                    break;
                case "resets":
                    c.TripleFault();
                    break;
                case "passes its limit":
                    c.Loop();
                    break;
            }
        });
        BootRequest request = Request(kernel, Roomy with { Instructions = 20_000_000 });

        string quiet = Canonical(await BootRunner.RunAsync(request));
        string busy;
        using (new Load())
            busy = Canonical(await BootRunner.RunAsync(request));

        Assert.That(busy, Is.EqualTo(quiet));
    }

    [Test]
    public async Task Boots_at_the_same_time_do_not_meet()
    {
        using TestKernel kernel = Clock(c => c.End(1));
        BootRequest first = Request(kernel), second = first with { Seed = new byte[16] };
        string[] apart = [Canonical(await BootRunner.RunAsync(first)), Canonical(await BootRunner.RunAsync(second))];

        BootRecord[] together = await Task.WhenAll(BootRunner.RunAsync(first), BootRunner.RunAsync(second));

        Assert.That(together.Select(Canonical), Is.EqualTo(apart));
        Assert.That(apart[0], Is.Not.EqualTo(apart[1]), "the seed is part of the trace");
    }

    private static string Canonical(BootRecord record) => JsonSerializer.Serialize(record);

    /// <summary>Keeps every processor busy twice over.</summary>
    private sealed class Load : IDisposable
    {
        private readonly List<Thread> _threads = [];
        private volatile bool _over;

        public Load()
        {
            for (int i = 0; i < 2 * Environment.ProcessorCount; i++)
            {
                var thread = new Thread(Spin);
                thread.Start();
                _threads.Add(thread);
            }
        }

        public void Dispose()
        {
            _over = true;
            foreach (Thread thread in _threads)
                thread.Join();
        }

        private void Spin()
        {
            while (!_over)
                Thread.SpinWait(1000);
        }
    }
}
