namespace Merriwig.Trials;

/// <summary>Mounts: what a path leads to.</summary>
internal static unsafe class VfsTrials
{
    internal static Scenario[] Table =>
    [
        new("vfs-longest-match", &Paths.LongestMatch),
        new("vfs-whole-components", &Paths.WholeComponents),
        new("vfs-mount-of-the-root", &Paths.MountOfTheRoot),
        new("vfs-trimmed-paths", &Paths.Trimmed),
        new("vfs-duplicates", &Paths.Duplicates),
        new("vfs-umount", &Paths.Unmount),
        new("vfs-path-lengths", &Paths.Lengths),
        new("vfs-mount-takes-the-handle", &Paths.MountTakesTheHandle),
        new("vfs-open-gives-the-rendezvous", &Paths.OpenGivesTheRendezvous),
        new("vfs-list-is-json", &Paths.ListIsJson),
        new("vfs-list-of-many", &Paths.ListOfMany),
        new("vfs-shared-by-threads-and-children", &Paths.SharedByChildren),
    ];
}
