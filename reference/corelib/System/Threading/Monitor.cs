namespace System.Threading;

/// <summary>
/// What the C# compiler turns <c>lock</c> on an object into. Objects have no locks: the build refuses a program that gets here and says so.
/// </summary>
public static class Monitor
{
    public static void Enter(object obj, ref bool lockTaken) => throw new NotSupportedException();

    public static void Exit(object obj) => throw new NotSupportedException();
}
