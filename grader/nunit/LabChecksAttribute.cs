using Euralios.Grader.Lab;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace Euralios.Grader.NUnit;

/// <summary>
/// Makes a test of every check in the lab of the fixture's assembly. (A source of test cases in the base class would not know which lab it
/// is asked for.) A <c>lab.yaml</c> that cannot be read becomes one test, which fails with what is wrong in it.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LabChecksAttribute : NUnitAttribute, ITestBuilder, IImplyFixture
{
    private readonly NUnitTestCaseBuilder builder = new();

    /// <inheritdoc/>
    public IEnumerable<TestMethod> BuildFrom(IMethodInfo method, Test? suite)
    {
        try
        {
            return [.. LabFolder.Read(method.TypeInfo.Type).Checks.Select(check => Test(method, suite, check))];
        }
        catch (LabFormatException malformed)
        {
            var parameters = new TestCaseParameters([LabReader.FileName]) { TestName = LabReader.FileName };
            var test = builder.BuildTestMethod(method, suite, parameters);
            test.MakeInvalid(malformed.Message);
            return [test];
        }
    }

    private TestMethod Test(IMethodInfo method, Test? suite, CheckDefinition check)
    {
        var points = check.Points == 1 ? "1 point" : $"{check.Points} points";
        var parameters = new TestCaseParameters([check.Id])
        {
            TestName = check.Points > 0 ? $"{check.Task} {check.Title} [{points}]" : $"{check.Task} {check.Title}",
        };
        parameters.Properties.Add(PropertyNames.Category, check.Task);
        return builder.BuildTestMethod(method, suite, parameters);
    }
}
