namespace Euralios.Grader.Boot;

/// <summary>A program that the kit stands on is not installed, or too old. The message is one line that names it and says how to install it.</summary>
public sealed class ToolMissingException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One line for a person: the tool, what is wrong, the command that installs it.</param>
    public ToolMissingException(string message) : base(message)
    {
    }
}
