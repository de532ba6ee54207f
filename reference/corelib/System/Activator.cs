namespace System;

/// <summary>What the C# compiler turns <c>new T()</c> into. The build refuses a program that gets here and says so.</summary>
public static class Activator
{
    public static T CreateInstance<T>() => throw new NotSupportedException();
}
