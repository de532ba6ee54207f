using System;
using System.Globalization;
using Merriwig.Devices;

namespace Merriwig.Tests;

/// <summary>What the real-time clock's registers hold at a point in time.</summary>
internal static class CmosRegisters
{
    /// <summary>The registers at a point in time, in the form that a control register says.</summary>
    internal static CmosTime Of(DateTime time, byte control)
    {
        bool afternoon = (control & CmosTime.Hours24) == 0 && time.Hour >= 12;
        int hour = (control & CmosTime.Hours24) != 0 ? time.Hour : int.Parse(time.ToString("hh", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return new CmosTime
        {
            Second = Encode(time.Second),
            Minute = Encode(time.Minute),
            Hour = (byte)(Encode(hour) | (afternoon ? 0x80 : 0)),
            Day = Encode(time.Day),
            Month = Encode(time.Month),
            Year = Encode(time.Year % 100),
            Control = control,
        };

        // A number whose decimal digits are read as hexadecimal ones is BCD.
        byte Encode(int value) => (control & CmosTime.Binary) != 0 ? (byte)value : Convert.ToByte($"{value}", 16);
    }
}
