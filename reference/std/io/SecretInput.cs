namespace Euralios.Std;

/// <summary>Reads what nobody is to see, a password.</summary>
public static class SecretInput
{
    /// <summary>Reads a line without showing it; false at the end of the input.</summary>
    public static bool TryReadLine(out string line) => StandardInput.TryReadSecret(out line);
}
