namespace Internal.Runtime.CompilerHelpers;

/// <summary>ILC wants the class to exist; starting up is the kernel's and the standard library's own work.</summary>
internal static class StartupCodeHelpers
{
}
