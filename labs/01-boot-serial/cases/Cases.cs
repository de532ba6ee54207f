namespace Merriwig.Lab;

/// <summary>The table of cases, task by task. The names' first words are what <c>lab.yaml</c> sorts them by.</summary>
internal static unsafe class Cases
{
    internal static void Table(ref CaseTable table)
    {
        table.Add("initialize-line-format", &InitializeCases.LineFormat);
        table.Add("initialize-every-rate", &InitializeCases.EveryRate);
        table.Add("initialize-slowest-rates", &InitializeCases.SlowestRates);
        table.Add("initialize-interrupts-off", &InitializeCases.InterruptsOff);
        table.Add("initialize-latch-left-open", &InitializeCases.LatchLeftOpen);
        table.Add("initialize-fifos-on-and-empty", &InitializeCases.FifosOnAndEmpty);
        table.Add("initialize-ready", &InitializeCases.Ready);
        table.Add("initialize-transmits-nothing", &InitializeCases.TransmitsNothing);
        table.Add("initialize-twice", &InitializeCases.Twice);
        table.Add("refuse-zero", &RefuseCases.Zero);
        table.Add("refuse-too-fast", &RefuseCases.TooFast);
        table.Add("refuse-not-exact", &RefuseCases.NotExact);
        table.Add("refuse-too-slow", &RefuseCases.TooSlow);

        table.Add("transmit-every-value", &TransmitCases.EveryValue);
        table.Add("transmit-waits-for-the-holding-register", &TransmitCases.WaitsForTheHoldingRegister);
        table.Add("transmit-does-not-wait-longer", &TransmitCases.DoesNotWaitLonger);
        table.Add("transmit-while-bytes-arrive", &TransmitCases.WhileBytesArrive);
        table.Add("text-as-it-is", &TextCases.AsItIs);
        table.Add("text-line-feeds", &TextCases.LineFeeds);
        table.Add("text-beyond-ascii", &TextCases.BeyondAscii);
        table.Add("text-seeded", &TextCases.Seeded);

        table.Add("receive-one", &ReceiveCases.One);
        table.Add("receive-nothing", &ReceiveCases.Nothing);
        table.Add("receive-every-value", &ReceiveCases.EveryValue);
        table.Add("receive-in-order", &ReceiveCases.InOrder);
        table.Add("receive-after-overrun", &ReceiveCases.AfterOverrun);
        table.Add("receive-while-transmitting", &ReceiveCases.WhileTransmitting);
        table.Add("receive-seeded", &ReceiveCases.Seeded);

        table.Add("decimal-zero", &DecimalCases.Zero);
        table.Add("decimal-around-powers-of-ten", &DecimalCases.AroundPowersOfTen);
        table.Add("decimal-largest", &DecimalCases.Largest);
        table.Add("decimal-seeded", &DecimalCases.Seeded);
        table.Add("hexadecimal-zero", &HexadecimalCases.Zero);
        table.Add("hexadecimal-around-powers-of-sixteen", &HexadecimalCases.AroundPowersOfSixteen);
        table.Add("hexadecimal-every-digit", &HexadecimalCases.EveryDigit);
        table.Add("hexadecimal-leading-zeros", &HexadecimalCases.LeadingZeros);
        table.Add("hexadecimal-wider-than-asked", &HexadecimalCases.WiderThanAsked);
        table.Add("hexadecimal-seeded", &HexadecimalCases.Seeded);
        table.Add("short-decimal", &ShortBufferCases.Decimal);
        table.Add("short-hexadecimal", &ShortBufferCases.Hexadecimal);
    }
}
