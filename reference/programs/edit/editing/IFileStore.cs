using Euralios.Std;

namespace Euralios.Programs.Edit;

/// <summary>Where texts are saved.</summary>
internal interface IFileStore
{
    /// <summary>Whether there is a file, or anything else, at a path.</summary>
    bool Exists(string path);

    /// <summary>Saves a text. What was in the file is there until all of the text is.</summary>
    bool TrySave(string path, TextBuffer text, out Error error);
}
