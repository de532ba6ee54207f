namespace Euralios.Programs.Keyboard;

/// <summary>
/// Places of keys on the keyboard, by the code of scan code set 1 that a press sends; 0x80 is added where 0xE0 comes before it. What is printed on
/// the key is the layout's business.
/// </summary>
internal static class Position
{
    /// <summary>A value that is no key's.</summary>
    internal const int None = 0;

    internal const int Escape = 0x01;
    internal const int Backspace = 0x0E;
    internal const int Tab = 0x0F;
    internal const int Enter = 0x1C;
    internal const int LeftControl = 0x1D;
    internal const int LeftShift = 0x2A;
    internal const int RightShift = 0x36;
    internal const int KeypadMultiply = 0x37;
    internal const int LeftAlt = 0x38;
    internal const int Space = 0x39;
    internal const int CapsLock = 0x3A;
    internal const int F1 = 0x3B;
    internal const int F10 = 0x44;
    internal const int NumLock = 0x45;
    internal const int ScrollLock = 0x46;
    internal const int Keypad7 = 0x47;
    internal const int KeypadMinus = 0x4A;
    internal const int KeypadPlus = 0x4E;
    internal const int KeypadPoint = 0x53;

    /// <summary>PrintScreen while Alt is held.</summary>
    internal const int SystemRequest = 0x54;
    internal const int F11 = 0x57;
    internal const int F12 = 0x58;

    internal const int KeypadEnter = Extended | 0x1C;
    internal const int RightControl = Extended | 0x1D;
    internal const int KeypadDivide = Extended | 0x35;
    internal const int PrintScreen = Extended | 0x37;
    internal const int RightAlt = Extended | 0x38;

    /// <summary>Pause while Ctrl is held.</summary>
    internal const int Break = Extended | 0x46;
    internal const int Home = Extended | 0x47;
    internal const int Up = Extended | 0x48;
    internal const int PageUp = Extended | 0x49;
    internal const int Left = Extended | 0x4B;
    internal const int Right = Extended | 0x4D;
    internal const int End = Extended | 0x4F;
    internal const int Down = Extended | 0x50;
    internal const int PageDown = Extended | 0x51;
    internal const int Insert = Extended | 0x52;
    internal const int Delete = Extended | 0x53;

    /// <summary>Pause, whose code begins with 0xE1.</summary>
    internal const int Pause = 0x100;

    /// <summary>How many values there are.</summary>
    internal const int Count = 0x101;

    internal const int Extended = 0x80;
}
