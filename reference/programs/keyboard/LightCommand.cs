namespace Euralios.Programs.Keyboard;

/// <summary>
/// The command that sets the keyboard's lights, a byte at a time: 0xED, then the lights, each of which the keyboard acknowledges among the keys that it
/// sends. So nobody waits for it.
/// </summary>
internal sealed class LightCommand
{
    private const byte SetLights = 0xED;
    private const byte Acknowledge = 0xFA;
    private const byte Resend = 0xFE;
    private const int Attempts = 3;

    private Locks wanted;
    private Locks sent;
    private State state;
    private int attempt;
    private bool isLate;

    private enum State : byte
    {
        Idle,
        Command,
        Lights,
    }

    /// <summary>Says what the lights are to show. Returns whether a byte is to be sent to the keyboard now.</summary>
    internal bool Set(Locks lights, out byte command)
    {
        wanted = lights;
        command = SetLights;

        // The answer to the command before takes the new lights along. If it has not come until the lock after that, it will not come.
        if (state != State.Idle && !isLate)
        {
            isLate = true;
            return false;
        }

        state = State.Command;
        attempt = 0;
        isLate = false;
        return true;
    }

    /// <summary>Takes a byte of the keyboard's that may be an answer to this command.</summary>
    /// <param name="value">The byte.</param>
    /// <param name="answersBack">Whether a byte is to be sent to the keyboard now.</param>
    /// <param name="command">That byte.</param>
    /// <returns>Whether it was an answer, and no key.</returns>
    internal bool TryTake(byte value, out bool answersBack, out byte command)
    {
        answersBack = false;
        command = 0;

        // No key has these codes.
        if (value is not (Acknowledge or Resend))
            return false;
        if (state == State.Idle)
            return true;
        if (value == Resend)
        {
            // A keyboard without lights refuses for ever.
            answersBack = ++attempt < Attempts;
            command = state == State.Command ? SetLights : (byte)sent;
            state = answersBack ? state : State.Idle;
        }
        else if (state == State.Command)
        {
            state = State.Lights;
            sent = wanted;
            command = (byte)sent;
            answersBack = true;
        }
        else
        {
            state = State.Idle;
            answersBack = sent != wanted && Set(wanted, out command);
        }

        return true;
    }

    /// <summary>The byte could not be sent.</summary>
    internal void Forget() => state = State.Idle;
}
