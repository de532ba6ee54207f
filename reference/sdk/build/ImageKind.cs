namespace Euralios.Sdk.Build;

/// <summary>The two kinds of image.</summary>
public enum ImageKind
{
    /// <summary>Merriwig: booted by PVH, runs in the top 2 GiB, keeps the kernel rules.</summary>
    Kernel,

    /// <summary>A program in ring 3: started by its <c>Main</c>, with the standard library under it.</summary>
    Program,
}
