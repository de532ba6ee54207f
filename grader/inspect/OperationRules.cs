using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Euralios.Grader.Inspect;

/// <summary>
/// What the code does, whatever it looks like: allocation, delegates, and the members that the compiler calls without their names being
/// written (operators, conversions, enumerators, deconstruction, patterns, indexes, string handlers).
/// </summary>
internal sealed class OperationRules(SemanticModel model, Reach reach, Findings findings)
{
    private const string Delegates = "the kernel has no heap for delegates; write a method and call it";

    public void Check(SyntaxNode root)
    {
        foreach (var operation in Roots(root).SelectMany(operation => operation.DescendantsAndSelf()))
        {
            CheckAllocation(operation);
            CheckPointer(operation);
            foreach (var symbol in Called(operation).OfType<ISymbol>())
            {
                Reached(operation.Syntax, symbol);
            }
        }

        foreach (var node in root.DescendantNodes())
        {
            switch (node)
            {
                case CommonForEachStatementSyntax loop:
                    CheckForEach(loop);
                    break;
                case AssignmentExpressionSyntax assignment:
                    CheckDeconstruction(assignment, model.GetDeconstructionInfo(assignment));
                    break;
            }
        }
    }

    /// <summary>The outermost operation of each body, initializer and default value. Attributes have rules of their own.</summary>
    private IEnumerable<IOperation> Roots(SyntaxNode node)
    {
        if (node is AttributeListSyntax)
        {
            return [];
        }

        // Declarations of types and members have no operation, a body has one that holds all of it.
        return model.GetOperation(node) is { } operation ? [operation] : node.ChildNodes().SelectMany(Roots);
    }

    private void CheckAllocation(IOperation operation)
    {
        var node = operation.Syntax;
        switch (operation)
        {
            case ITypeParameterObjectCreationOperation:
                findings.Add(node, Rule.Allocation, "`new` of a type parameter needs reflection; pass the value in");
                break;
            case ITupleBinaryOperation:
                findings.Add(node, Rule.OutOfReach, "comparing tuples hides which operators are called; compare their parts");
                break;
            case IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IDynamicObjectCreationOperation:
                findings.Add(node, Rule.Reflection, "there is no `dynamic` here; name the type");
                break;
            case IUsingOperation { Resources: { } resource }:
                CheckDisposed(resource);
                break;
            case IUsingDeclarationOperation declaration:
                CheckDisposed(declaration.DeclarationGroup);
                break;
            default:
                if (!reach.IsProgram)
                {
                    CheckKernelAllocation(operation);
                }

                break;
        }
    }

    /// <summary>What `using` disposes of without a name.</summary>
    private void CheckDisposed(IOperation resource)
    {
        foreach (var type in resource.DescendantsAndSelf().OfType<IVariableDeclaratorOperation>().Select(variable => variable.Symbol.Type)
            .Append(resource.Type).OfType<ITypeSymbol>())
        {
            Reached(resource.Syntax, type);
        }
    }

    private void CheckKernelAllocation(IOperation operation)
    {
        var node = operation.Syntax;
        switch (operation)
        {
            case IObjectCreationOperation { Type.IsReferenceType: true } or IAnonymousObjectCreationOperation:
            case IWithOperation { Type.IsReferenceType: true }:
                findings.Add(node, Rule.Allocation, "the kernel allocates no objects; use a struct");
                break;
            case IArrayCreationOperation { IsImplicit: true }:
                findings.Add(node, Rule.Allocation, "this call makes an array, and the kernel allocates none; call a form without `params`");
                break;
            case IArrayCreationOperation:
                findings.Add(node, Rule.Allocation, "the kernel allocates no arrays; use a table that the lab hands out, or `stackalloc` to a Span");
                break;
            case ICollectionExpressionOperation collection when !IsConstantSpan(collection):
                findings.Add(node, Rule.Allocation, "this needs memory from a heap; use a ReadOnlySpan of constants, or `stackalloc` to a Span");
                break;
            case IInterpolatedStringOperation { ConstantValue.HasValue: false, Parent: not IInterpolatedStringHandlerCreationOperation } text
                when text.Type?.SpecialType == SpecialType.System_String && !IsHandled(text):
            case IBinaryOperation { Type.SpecialType: SpecialType.System_String, ConstantValue.HasValue: false }:
            case ICompoundAssignmentOperation { Type.SpecialType: SpecialType.System_String }:
                findings.Add(node, Rule.Allocation, "the kernel has no heap for new strings; use constant text");
                break;
            case IConversionOperation conversion when conversion.GetConversion().IsBoxing:
                findings.Add(node, Rule.Allocation, "this puts a value in a box on the heap, and the kernel has none; keep its own type");
                break;
            case IDelegateCreationOperation or IAnonymousFunctionOperation:
                findings.Add(node, Rule.Delegate, Delegates);
                break;
        }
    }

    private static bool IsHandled(IInterpolatedStringOperation text)
    {
        for (var parent = text.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IInterpolatedStringHandlerCreationOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Constants in a ReadOnlySpan lie in the image.</summary>
    private bool IsConstantSpan(ICollectionExpressionOperation collection) =>
        collection.Type is { Name: "ReadOnlySpan" } type && IsSpan(type) && collection.Elements.All(element => element.ConstantValue.HasValue);

    private bool IsSpan(ITypeSymbol type) => type is { Name: "Span" or "ReadOnlySpan", ContainingNamespace.Name: "System" } && reach.IsCore(type);

    private void CheckPointer(IOperation operation)
    {
        if (operation.Type is IPointerTypeSymbol or IFunctionPointerTypeSymbol)
        {
            findings.Add(operation.Syntax, Rule.Unsafe, "pointers are not for graded files; use the spans and types that the lab hands out");
        }
    }

    private static IEnumerable<ISymbol?> Called(IOperation operation) => operation switch
    {
        IInvocationOperation call => [call.TargetMethod],
        IObjectCreationOperation creation => [creation.Constructor],
        IMemberReferenceOperation reference => [reference.Member],
        IConversionOperation conversion => [conversion.OperatorMethod],
        IBinaryOperation binary => [binary.OperatorMethod],
        IUnaryOperation unary => [unary.OperatorMethod],
        IIncrementOrDecrementOperation step => [step.OperatorMethod],
        ICompoundAssignmentOperation compound => [compound.OperatorMethod, compound.InConversion.MethodSymbol, compound.OutConversion.MethodSymbol],
        ICoalesceOperation coalesce => [coalesce.ValueConversion.MethodSymbol],
        IImplicitIndexerReferenceOperation index => [index.LengthSymbol, index.IndexerSymbol],
        IRangeOperation range => [range.Method],
        IRecursivePatternOperation pattern => [pattern.DeconstructSymbol, pattern.MatchedType],
        IListPatternOperation list => [list.LengthSymbol, list.IndexerSymbol],
        ISlicePatternOperation slice => [slice.SliceSymbol],
        ICollectionExpressionOperation collection => [collection.ConstructMethod],
        ISpreadOperation spread => [spread.ElementConversion.MethodSymbol],
        IWithOperation with => [with.CloneMethod],
        _ => [],
    };

    private void CheckForEach(CommonForEachStatementSyntax loop)
    {
        // The compiler walks arrays, strings and spans by index, and calls none of what the model names for them.
        var collection = model.GetTypeInfo(loop.Expression).Type;
        if (collection is IArrayTypeSymbol or { SpecialType: SpecialType.System_String } || (collection is not null && IsSpan(collection)))
        {
            return;
        }

        var info = model.GetForEachStatementInfo(loop);
        ISymbol?[] called =
        [
            info.GetEnumeratorMethod,
            info.MoveNextMethod,
            info.CurrentProperty,
            info.ElementConversion.MethodSymbol,
            info.CurrentConversion.MethodSymbol,
        ];
        foreach (var symbol in called.OfType<ISymbol>())
        {
            Reached(loop.Expression, symbol);
        }

        if (info.DisposeMethod is not null && reach.IsProgram)
        {
            Reached(loop.Expression, info.DisposeMethod);
        }
        else if (info.DisposeMethod is not null)
        {
            findings.Add(
                loop.Expression, Rule.Exception, "this enumerator must be disposed of, which needs exceptions; use one without Dispose, or a for loop");
        }

        if (loop is ForEachVariableStatementSyntax variables)
        {
            CheckDeconstruction(loop, model.GetDeconstructionInfo(variables));
        }
    }

    private void CheckDeconstruction(SyntaxNode node, DeconstructionInfo info)
    {
        if (info.Method is { } method)
        {
            Reached(node, method);
        }

        if (info.Conversion?.MethodSymbol is { } conversion)
        {
            Reached(node, conversion);
        }

        // A struct without parts is what the model returns where there is nothing to take apart.
        foreach (var nested in info.Nested.IsDefaultOrEmpty ? [] : info.Nested)
        {
            CheckDeconstruction(node, nested);
        }
    }

    private void Reached(SyntaxNode node, ISymbol symbol)
    {
        // Where a name inside has been reported, the operation is no news.
        if (!reach.Allows(symbol) && !findings.Has(Rule.OutOfReach, node))
        {
            OutOfReach.Report(findings, reach, node.GetLocation(), symbol);
        }
    }
}
