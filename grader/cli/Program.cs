using System.CommandLine;
using Euralios.Grader.Cli;
using Euralios.Grader.Cli.Commands;
using Euralios.Grader.Lab;
using Euralios.Grader.Skeletons;
using Euralios.Grader.Tracing;

// The command line. A command is a file in commands/ and a line here.
var root = new RootCommand("EuraliOS Labs: boots what you wrote and holds it against what it should do.")
{
    BootCommand.Create(),
    RunCommand.Create(),
    LabCommand.Create(),
    GradeCommand.Create(),
    VerifyCommand.Create(),
    SkeletonsCommand.Create(),
    TestCommand.Create(),
    BenchCommand.Create(),
    StressCommand.Create(),
    SoakCommand.Create(),
    ScreenshotsCommand.Create(),
    DebugCommand.Create(),
    DoctorCommand.Create(),
    WorkerCommand.Create(),
    RelayCommand.Create(),
};
root.Add(CommonOptions.Root);
root.HelpName = "./kit";
Examples.ShowIn(root);

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    var command = parsed.CommandResult.Command;
    var message = parsed.UnmatchedTokens.Count > 0 ? $"Not understood: {parsed.UnmatchedTokens[0]}." : parsed.Errors[0].Message;
    Console.Error.WriteLine($"{message} Help: ./kit {(command == root ? "" : command.Name + " ")}--help");
    return ExitCode.Usage;
}

try
{
    return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
}
catch (Exception exception) when (Expected(exception))
{
    Console.Error.WriteLine(exception.Message);
    return ExitCode.Usage;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("stopped");
    return ExitCode.Stopped;
}

// What a person can put right is said in a line (a file with several mistakes: a line each). Anything else is a defect of this program,
// and its stack trace is wanted.
static bool Expected(Exception exception) => exception is
    UsageException or LabFormatException or TraceFormatException or SkeletonException
    or Euralios.Sdk.Build.ToolMissingException
    or IOException or InvalidDataException or UnauthorizedAccessException;
