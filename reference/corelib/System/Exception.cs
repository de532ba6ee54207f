namespace System;

public class Exception
{
    private readonly string? message;

    public Exception()
    {
    }

    public Exception(string? message) => this.message = message;

    public virtual string Message => message ?? "";
}
