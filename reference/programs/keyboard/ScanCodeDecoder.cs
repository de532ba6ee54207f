namespace Euralios.Programs.Keyboard;

/// <summary>A key went down (again and again while it is held), or up.</summary>
internal readonly struct KeyEvent(int position, bool isPress)
{
    /// <summary>Which key; see <see cref="Keyboard.Position"/>.</summary>
    internal int Position { get; } = position;

    internal bool IsPress { get; } = isPress;
}

/// <summary>
/// From the bytes of scan code set 1 to keys: one byte, with bit 7 where the key goes up; 0xE0 before it for keys that the first PC's keyboard
/// did not have; six bytes for Pause. Any byte is taken at any time.
/// </summary>
internal sealed class ScanCodeDecoder
{
    private const byte ExtendedPrefix = 0xE0;
    private const byte PausePrefix = 0xE1;
    private const byte Release = 0x80;

    private int pauseBytes;
    private bool isExtended;

    /// <summary>Takes a byte; true if it completes a key's press or release.</summary>
    internal bool TryTake(byte value, out KeyEvent key)
    {
        key = default;

        // 0x00 and 0xFF: the keyboard lost keys. What had begun is not continued.
        if (value is 0x00 or 0xFF)
        {
            Reset();
            return false;
        }

        if (value is ExtendedPrefix or PausePrefix)
        {
            Reset();
            isExtended = value == ExtendedPrefix;
            pauseBytes = value == PausePrefix ? 2 : 0;
            return false;
        }

        // Pause: E1 1D 45 when it goes down, and E1 9D C5 at once after that.
        if (pauseBytes > 0)
        {
            pauseBytes--;
            if (pauseBytes > 0)
                return false;
            key = new KeyEvent(Position.Pause, (value & Release) == 0);
            return true;
        }

        int position = (value & ~Release) | (isExtended ? Position.Extended : 0);
        bool isFake = position is (Position.LeftShift | Position.Extended) or (Position.RightShift | Position.Extended);
        isExtended = false;

        // Around the grey keys the keyboard pretends that Shift goes up or down, for the sake of the first PC's programs.
        if (isFake || (position & ~Position.Extended) == 0)
            return false;
        key = new KeyEvent(position, (value & Release) == 0);
        return true;
    }

    private void Reset()
    {
        isExtended = false;
        pauseBytes = 0;
    }
}
