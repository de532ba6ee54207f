using System.Text;
using NUnit.Framework;

namespace Euralios.Std.Tests;

/// <summary>The clauses of a parameter string.</summary>
internal sealed class ProcessParameterTests
{
    [Test]
    public void Clauses_follow_in_the_order_of_the_calls()
    {
        ProcessParameters parameters = new ProcessParameters().CopyMounts().Unmount("/dev").Mount(new Handle(12), "/tmp").Interrupt(4)
            .Arguments("edit", "größe.txt").Environment("PWD=/", "A=b");
        Assert.That(parameters.Error, Is.EqualTo(Error.None));
        Assert.That(
            Encoding.UTF8.GetString(parameters.Bytes), Is.EqualTo("C-/dev:m12,/tmp:i4,Aedit\u0003größe.txt\0EPWD=/\u0003A=b\0"));
    }

    [Test]
    public void What_a_clause_cannot_hold_is_an_error()
    {
        Assert.That(new ProcessParameters().Arguments("a\0b").Error, Is.EqualTo(Error.Parameter));
        Assert.That(new ProcessParameters().Arguments("a\u0003b").Error, Is.EqualTo(Error.Parameter));
        Assert.That(new ProcessParameters().Unmount("/a:b").Error, Is.EqualTo(Error.Parameter));
        Assert.That(new ProcessParameters().Arguments("a:b").Error, Is.EqualTo(Error.None));
    }

    [Test]
    public void There_is_room_for_65535_bytes()
    {
        Assert.That(new ProcessParameters().Arguments(new string('x', 65533)).Error, Is.EqualTo(Error.None));
        Assert.That(new ProcessParameters().Arguments(new string('x', 65534)).Error, Is.EqualTo(Error.Parameter));
    }
}
