namespace System;

/// <summary>An exception that is thrown ends the program: nothing catches it.</summary>
public class Exception
{
    private readonly string? message;

    public Exception()
    {
    }

    public Exception(string? message) => this.message = message;

    public Exception(string? message, Exception? innerException)
        : this(message) => InnerException = innerException;

    public Exception? InnerException { get; }

    public virtual string Message => message ?? DefaultMessage;

    /// <summary>What it says where the one who threw it said nothing.</summary>
    internal virtual string DefaultMessage => "Exception of type '" + TypeName + "' was thrown.";

    /// <summary>The name of the nearest type of the core library: there is no reflection to ask for a program's own.</summary>
    internal virtual string TypeName => "System.Exception";
}
