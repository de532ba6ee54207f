namespace Euralios.Grader.Checks;

/// <summary>Finds a lab's own judges, and its peers, by class name: its assembly, loaded by whoever runs the checks.</summary>
public interface IJudgeSource
{
    /// <summary>A judge, or null when the lab's assembly has no such class (an instructor's judge in a student's copy).</summary>
    IJudge? Find(string className);

    /// <summary>A peer of the network, new each time, or null when the assembly has no such class.</summary>
    Boot.INetworkPeer? FindPeer(string className) => null;
}
