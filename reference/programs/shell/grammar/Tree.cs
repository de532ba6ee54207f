using System.Collections.Generic;

namespace Euralios.Shell;

/// <summary>Where a command's input comes from or its output goes to.</summary>
internal enum RedirectionKind
{
    /// <summary><c>&lt; FILE</c></summary>
    Input,

    /// <summary><c>&gt; FILE</c></summary>
    Output,

    /// <summary><c>&gt;&gt; FILE</c></summary>
    Append,
}

/// <summary>A redirection to or from a file.</summary>
internal sealed class Redirection(RedirectionKind kind, Word target)
{
    internal RedirectionKind Kind { get; } = kind;

    internal Word Target { get; } = target;
}

/// <summary><c>NAME=value</c> before a command, or alone.</summary>
internal sealed class Assignment(string name, Word value)
{
    internal string Name { get; } = name;

    internal Word Value { get; } = value;
}

/// <summary>A program or a built-in command with its words.</summary>
internal sealed class SimpleCommand
{
    internal List<Assignment> Assignments { get; } = [];

    internal List<Word> Words { get; } = [];

    internal List<Redirection> Redirections { get; } = [];

    internal bool IsEmpty => Assignments.Count + Words.Count + Redirections.Count == 0;
}

/// <summary>Commands of which each reads what the one before writes.</summary>
internal sealed class Pipeline
{
    internal List<SimpleCommand> Commands { get; } = [];

    /// <summary>Whether success is failure, and the reverse: <c>!</c>.</summary>
    internal bool IsNegated { get; set; }
}

/// <summary>When a pipeline of a list is run.</summary>
internal enum Condition
{
    Always,

    /// <summary>After <c>&amp;&amp;</c>: if the last status is 0.</summary>
    Success,

    /// <summary>After <c>||</c>: if it is not.</summary>
    Failure,
}

/// <summary>A pipeline, and when it is run.</summary>
internal readonly struct ConditionalPipeline(Condition condition, Pipeline pipeline)
{
    internal Condition Condition { get; } = condition;

    internal Pipeline Pipeline { get; } = pipeline;
}

/// <summary>Pipelines with <c>&amp;&amp;</c> and <c>||</c> between them.</summary>
internal sealed class AndOrList
{
    internal List<ConditionalPipeline> Pipelines { get; } = [];

    /// <summary>Whether the shell does not wait for it: <c>&amp;</c>.</summary>
    internal bool IsBackground { get; set; }

    /// <summary>As it was typed.</summary>
    internal string Text { get; set; } = "";
}

/// <summary>What is wrong with a text, and where.</summary>
internal sealed class SyntaxError(string message, int position, bool isIncomplete = false)
{
    internal string Message { get; } = message;

    /// <summary>The character's place, from 0.</summary>
    internal int Position { get; } = position;

    /// <summary>Whether more text could mend it.</summary>
    internal bool IsIncomplete { get; } = isIncomplete;
}
