using NUnit.Framework;

namespace Euralios.Grader.NUnit;

/// <summary>A failed check. Where in the grader it was reported helps nobody, so it has no stack trace.</summary>
internal sealed class CheckFailure(string message) : AssertionException(message)
{
    public override string? StackTrace => null;
}
