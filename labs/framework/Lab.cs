using Euralios.Grader.NUnit;
using NUnit.Framework;

namespace Euralios.Labs;

/// <summary>The lab's checks, one test each; they are defined in <c>lab.yaml</c>.</summary>
[TestFixture]
public sealed class Lab : LabFixture;
