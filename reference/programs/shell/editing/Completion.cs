using System.Collections.Generic;
using System.Text;

namespace Euralios.Shell;

/// <summary>What there is to complete words with.</summary>
internal interface ICompletionSource
{
    /// <summary>The names of commands: built-in ones and programs.</summary>
    List<string> Commands();

    /// <summary>What is in a directory; the empty path is the current one, and <c>~</c> the home directory.</summary>
    bool TryList(string directory, out List<ListedName> names);
}

/// <summary>What Tab makes of the word before the cursor.</summary>
internal sealed class Completion
{
    private Completion(int start, string? replacement, List<string> candidates)
    {
        Start = start;
        Replacement = replacement;
        Candidates = candidates;
    }

    /// <summary>Where the word begins.</summary>
    internal int Start { get; }

    /// <summary>What stands there instead; null where nothing can be added.</summary>
    internal string? Replacement { get; }

    /// <summary>The names that fit.</summary>
    internal List<string> Candidates { get; }

    /// <summary>Completes the last word of a text: a command where one is expected, else a path.</summary>
    internal static Completion Of(string text, ICompletionSource source)
    {
        int start = StartOfWord(text, out bool isCommand);
        string typed = text.Substring(start);
        string word = Unquote(typed);
        int slash = word.LastIndexOf('/');
        string prefix = word.Substring(slash + 1);
        List<string> candidates = [];
        if (isCommand && slash < 0)
            AddCommands(source, prefix, candidates);
        else if (source.TryList(word.Substring(0, slash + 1), out List<ListedName> names))
            AddNames(names, prefix, candidates);
        candidates.Sort(string.CompareOrdinal);
        if (candidates.Count == 0)
            return new Completion(start, null, candidates);
        string common = CommonPrefix(candidates);
        bool isUnique = candidates.Count == 1;
        string replacement = Quote(word.Substring(0, slash + 1) + common) + (isUnique && !common.EndsWith('/') ? " " : "");

        // Quotes that the person typed are not taken away for nothing.
        bool isMore = isUnique || common.Length > prefix.Length;
        return new Completion(start, isMore ? replacement : null, candidates);
    }

    private static void AddCommands(ICompletionSource source, string prefix, List<string> candidates)
    {
        foreach (string name in source.Commands())
        {
            if (name.StartsWith(prefix, System.StringComparison.Ordinal) && !candidates.Contains(name))
                candidates.Add(name);
        }
    }

    private static void AddNames(List<ListedName> names, string prefix, List<string> candidates)
    {
        foreach (ListedName name in names)
        {
            if (name.Name.StartsWith(prefix, System.StringComparison.Ordinal) && (prefix.Length > 0 || !name.Name.StartsWith('.')))
                candidates.Add(name.IsDirectory ? name.Name + "/" : name.Name);
        }
    }

    private static string CommonPrefix(List<string> words)
    {
        string common = words[0];
        foreach (string word in words)
        {
            int length = 0;
            while (length < common.Length && length < word.Length && common[length] == word[length])
                length++;
            common = common.Substring(0, length);
        }

        return common;
    }

    /// <summary>Where the last word begins, and whether a command is expected there.</summary>
    private static int StartOfWord(string text, out bool isCommand)
    {
        int start = 0;
        char quote = '\0';
        bool isFirst = true;
        isCommand = true;
        for (int i = 0; i < text.Length; i++)
        {
            char character = text[i];
            if (quote != '\0')
            {
                if (character == quote)
                    quote = '\0';
            }
            else if (character == '\\')
            {
                i++;
            }
            else if (character is '\'' or '"')
            {
                quote = character;
            }
            else if (character is ' ' or '\t' or '|' or '&' or ';' or '<' or '>')
            {
                bool isAfterWord = i > start && text.Substring(start, i - start).Trim() is not ("" or "!");
                if (character is '|' or '&' or ';')
                    isFirst = true;
                else if (isAfterWord || character is '<' or '>')
                    isFirst = false;
                start = i + 1;
            }

            isCommand = isFirst;
        }

        return start;
    }

    private static string Unquote(string word)
    {
        var text = new StringBuilder();
        char quote = '\0';
        for (int i = 0; i < word.Length; i++)
        {
            if (quote == '\0' && word[i] is '\'' or '"')
                quote = word[i];
            else if (word[i] == quote)
                quote = '\0';
            else if (word[i] == '\\' && quote != '\'' && i + 1 < word.Length)
                text.Append(word[++i]);
            else
                text.Append(word[i]);
        }

        return text.ToString();
    }

    private static string Quote(string word)
    {
        var text = new StringBuilder();
        foreach (char character in word)
        {
            if (character is ' ' or '\t' or '\'' or '"' or '\\' or '|' or '&' or ';' or '<' or '>' or '(' or ')' or '*' or '?' or '[' or '$' or '#' or '`' or '!')
                text.Append('\\');
            text.Append(character);
        }

        return text.ToString();
    }
}
