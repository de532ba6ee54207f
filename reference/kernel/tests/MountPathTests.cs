using System.Text;
using Merriwig.Vfs;
using NUnit.Framework;

namespace Merriwig.Tests;

/// <summary>Paths of mounts: how they are kept, and which paths lead into them.</summary>
public sealed class MountPathTests
{
    [TestCase("", "")]
    [TestCase("/", "")]
    [TestCase("///", "")]
    [TestCase("/a", "/a")]
    [TestCase("/a/b///", "/a/b")]
    [TestCase("  /a \t\r\n\v\f", "/a")]
    [TestCase(" \n", "")]
    [TestCase("/a/ ", "/a")]
    [TestCase("/a /", "/a ")]
    [TestCase("/a b", "/a b")]
    [TestCase("//a", "//a")]
    [TestCase("a", "a")]
    [TestCase("/é\u00A0", "/é\u00A0")]
    public void Trims(string path, string expected) =>
        Assert.That(Encoding.UTF8.GetString(MountPath.Trim(Encoding.UTF8.GetBytes(path))), Is.EqualTo(expected));

    [TestCase("/ramdisk", "/ramdisk", 8)]
    [TestCase("/ramdisk", "/ramdisk/", 8)]
    [TestCase("/ramdisk", "/ramdisk/bin/shell", 8)]
    [TestCase("/ramdisk", "/ramdiskx", -1)]
    [TestCase("/ramdisk", "/ramdis", -1)]
    [TestCase("/ramdisk", "/ramdisc/", -1)]
    [TestCase("/ramdisk", "ramdisk", -1)]
    [TestCase("/ramdisk", "", -1)]
    [TestCase("/dev/nic", "/dev/nic/x", 8)]
    [TestCase("/dev/nic", "/dev", -1)]
    [TestCase("", "/", 0)]
    [TestCase("", "/a/b", 0)]
    [TestCase("", "a", -1)]
    [TestCase("", "", 0)]
    [TestCase("/é", "/é/a", 3)]
    public void Matches(string mount, string path, int expected) =>
        Assert.That(MountPath.Match(Encoding.UTF8.GetBytes(mount), Encoding.UTF8.GetBytes(path)), Is.EqualTo(expected));
}
