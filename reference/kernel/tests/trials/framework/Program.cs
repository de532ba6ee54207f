using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>
/// The one program of the trials. Without arguments it is the first process and runs all trials, each in a process of its own: this program again,
/// with the trial's name and <see cref="TrialWord"/>. A trial's helpers are this program too, with a word that says what they do.
/// </summary>
internal static unsafe class Program
{
    internal const string TrialWord = "trial";

    private static int Main()
    {
        if (Arguments.Words.Length < 2)
            return Runner.Run();
        string word = Arguments.Words[1];
        if (word == Actor.Word)
            return Actor.Play();
        if (word == Child.Word)
            return Child.Play(Arguments.Words[2]);
        if (word != TrialWord || !Groups.TryFind(Arguments.Words[0], out Scenario scenario))
            return 2;

        // The runner waits by then, and a whole tick lies ahead.
        SystemCall.Sleep(1);
        scenario.Body();
        Children.EndAll();
        return 0;
    }
}
