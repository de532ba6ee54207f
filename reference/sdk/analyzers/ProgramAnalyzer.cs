using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Euralios.Sdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Euralios.Sdk.Analyzers;

/// <summary>
/// Shows what a program must not have at its place in the source, in an editor as in a build. What it cannot see, because no source says it, the build
/// finds in the assembly.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProgramAnalyzer : DiagnosticAnalyzer
{
    private static readonly Dictionary<ProgramRule, DiagnosticDescriptor> Descriptors = ProgramRule.All.ToDictionary(rule => rule, Describe);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. ProgramRule.All.Select(rule => Descriptors[rule])];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);

        // By syntax where that says it all: nothing is bound for it.
        context.RegisterSyntaxNodeAction(CheckCatch, SyntaxKind.CatchClause);
        context.RegisterSyntaxNodeAction(
            CheckAsync,
            SyntaxKind.MethodDeclaration,
            SyntaxKind.LocalFunctionStatement,
            SyntaxKind.SimpleLambdaExpression,
            SyntaxKind.ParenthesizedLambdaExpression,
            SyntaxKind.AnonymousMethodExpression,
            SyntaxKind.AwaitExpression);
        context.RegisterSyntaxNodeAction(CheckDynamic, SyntaxKind.IdentifierName);
        context.RegisterOperationAction(CheckLock, OperationKind.Lock);
        context.RegisterOperationAction(CheckArray, OperationKind.ArrayCreation);
        context.RegisterOperationAction(
            made => Report(made.ReportDiagnostic, ProgramRule.NewOfParameter, made.ContainingSymbol, made.Operation.Syntax.GetLocation()),
            OperationKind.TypeParameterObjectCreation);
        context.RegisterOperationAction(CheckCall, OperationKind.Invocation);
        context.RegisterSymbolAction(CheckMethod, SymbolKind.Method);
        context.RegisterSymbolAction(CheckField, SymbolKind.Field);
    }

    private static DiagnosticDescriptor Describe(ProgramRule rule) => new(
        rule.Id,
        rule.Title,
        messageFormat: "{0}",
        category: "EuraliOS",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: rule.Help,
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    private static void CheckCatch(SyntaxNodeAnalysisContext context) =>
        Report(context.ReportDiagnostic, ProgramRule.Catch, context.ContainingSymbol!, ((CatchClauseSyntax)context.Node).CatchKeyword.GetLocation());

    private static void CheckAsync(SyntaxNodeAnalysisContext context)
    {
        SyntaxToken word = context.Node switch
        {
            MethodDeclarationSyntax method => method.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.AsyncKeyword)),
            LocalFunctionStatementSyntax function => function.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.AsyncKeyword)),
            AnonymousFunctionExpressionSyntax function => function.AsyncKeyword,

            // Statements outside of types wait without a word before.
            AwaitExpressionSyntax { Parent: var parent } wait when IsOutsideOfTypes(parent) => wait.AwaitKeyword,
            _ => default,
        };
        if (word.IsKind(SyntaxKind.AsyncKeyword) || word.IsKind(SyntaxKind.AwaitKeyword))
            Report(context.ReportDiagnostic, ProgramRule.Async, context.ContainingSymbol!, word.GetLocation());
    }

    private static bool IsOutsideOfTypes(SyntaxNode? node)
    {
        while (node is not (null or GlobalStatementSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax))
            node = node.Parent;
        return node is GlobalStatementSyntax;
    }

    private static void CheckDynamic(SyntaxNodeAnalysisContext context)
    {
        var name = (IdentifierNameSyntax)context.Node;
        if (name.Identifier.ValueText == "dynamic"
            && context.SemanticModel.GetTypeInfo(name, context.CancellationToken).Type is IDynamicTypeSymbol)
        {
            Report(context.ReportDiagnostic, ProgramRule.Dynamic, context.ContainingSymbol!, name.GetLocation());
        }
    }

    private static void CheckLock(OperationAnalysisContext context)
    {
        IOperation locked = ((ILockOperation)context.Operation).LockedValue;
        if (locked.Type?.ToDisplayString() != "System.Threading.Lock")
            Report(context.ReportDiagnostic, ProgramRule.LockOnObject, context.ContainingSymbol, locked.Syntax.GetLocation());
    }

    private static void CheckArray(OperationAnalysisContext context)
    {
        if (((IArrayCreationOperation)context.Operation).DimensionSizes.Length > 1)
            Report(context.ReportDiagnostic, ProgramRule.ArrayOfRanks, context.ContainingSymbol, context.Operation.Syntax.GetLocation());
    }

    /// <summary>What the compiler calls for <c>lock</c> and <c>new T()</c> may be called by name as well.</summary>
    private static void CheckCall(OperationAnalysisContext context)
    {
        IMethodSymbol called = ((IInvocationOperation)context.Operation).TargetMethod;
        ProgramRule? rule = (called.ContainingType?.Name, called.Name) switch
        {
            ("Monitor", "Enter") => ProgramRule.LockOnObject,
            ("Activator", "CreateInstance") => ProgramRule.NewOfParameter,
            _ => null,
        };
        if (rule is not null && called.ContainingType!.ContainingNamespace.ToDisplayString() is "System.Threading" or "System")
            Report(context.ReportDiagnostic, rule, context.ContainingSymbol, context.Operation.Syntax.GetLocation());
    }

    private static void CheckMethod(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.MethodKind == MethodKind.Destructor)
            Report(context.ReportDiagnostic, ProgramRule.Finalizer, method, method.Locations[0]);
        if (method.IsGenericMethod && (method.IsVirtual || method.IsAbstract || method.IsOverride || method.ExplicitInterfaceImplementations.Length > 0))
            Report(context.ReportDiagnostic, ProgramRule.GenericVirtual, method, method.Locations[0]);
    }

    private static void CheckField(SymbolAnalysisContext context)
    {
        if (context.Symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == "System.ThreadStaticAttribute"))
            Report(context.ReportDiagnostic, ProgramRule.ThreadStatic, context.Symbol, context.Symbol.Locations[0]);
    }

    private static void Report(System.Action<Diagnostic> report, ProgramRule rule, ISymbol member, Location place)
    {
        // Lambdas and local functions are the method's in which they stand.
        while (member.ContainingSymbol is IMethodSymbol or IFieldSymbol or IPropertySymbol)
            member = member.ContainingSymbol;
        report(Diagnostic.Create(Descriptors[rule], place, rule.About(member.ContainingType?.Name ?? "Program", member.MetadataName)));
    }
}
