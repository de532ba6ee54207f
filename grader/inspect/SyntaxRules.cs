using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Euralios.Grader.Inspect;

/// <summary>What the text alone shows: keywords, directives and forms of C# that a graded file may not use.</summary>
internal sealed class SyntaxRules(SemanticModel model, bool isProgram, Findings findings)
{
    private const string Pointers = "pointers are not for graded files; use the spans and types that the lab hands out";
    private const string Exceptions = "the kernel has no exceptions; return an error value";
    private const string StateMachines = "the kernel has no heap for state machines; write a loop";
    private const string Tasks = "there are no tasks to wait for; write a loop";

    public void Check(SyntaxNode root)
    {
        foreach (var node in root.DescendantNodesAndSelf())
        {
            CheckNode(node);
        }

        foreach (var token in root.DescendantTokens())
        {
            CheckToken(token);
        }

        foreach (var trivia in root.DescendantTrivia(descendIntoTrivia: true).Where(trivia => trivia.IsDirective))
        {
            if (trivia.GetStructure() is not (RegionDirectiveTriviaSyntax or EndRegionDirectiveTriviaSyntax))
            {
                findings.Add(trivia.GetLocation(), Rule.Directive, "only #region and #endregion are allowed here; remove this directive");
            }
        }
    }

    private void CheckToken(SyntaxToken token)
    {
        var (code, text) = token.Kind() switch
        {
            SyntaxKind.UnsafeKeyword => (Rule.Unsafe, "`unsafe` is not for graded files; use the spans and types that the lab hands out"),
            SyntaxKind.ExternKeyword => (Rule.Extern, "`extern` is not for graded files; call what the lab hands out"),
            SyntaxKind.AsyncKeyword => (Rule.StateMachine, isProgram ? Tasks : StateMachines),
            _ => ("", ""),
        };
        if (code.Length > 0)
        {
            findings.Add(token.GetLocation(), code, text);
        }
    }

    private void CheckNode(SyntaxNode node)
    {
        switch (node)
        {
            case PointerTypeSyntax or FunctionPointerTypeSyntax or FixedStatementSyntax:
            case MakeRefExpressionSyntax or RefTypeExpressionSyntax or RefValueExpressionSyntax:
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression or (int)SyntaxKind.PointerIndirectionExpression }:
            case VariableDeclaratorSyntax { ArgumentList: not null }:
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.ArgListExpression }:
            case ParameterSyntax { Identifier.RawKind: (int)SyntaxKind.ArgListKeyword }:
                findings.Add(node, Rule.Unsafe, Pointers);
                break;
            case StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax when YieldsPointer((ExpressionSyntax)node):
                findings.Add(node, Rule.Unsafe, "`stackalloc` to a pointer is not for graded files; keep it in a Span");
                break;
            case ThrowStatementSyntax or ThrowExpressionSyntax or TryStatementSyntax when !isProgram:
                findings.Add(node, Rule.Exception, Exceptions);
                break;
            case LockStatementSyntax when !isProgram:
                findings.Add(node, Rule.Exception, "interrupts are off in the kernel, so there is nothing to lock; remove `lock`");
                break;
            case UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword } when !isProgram:
                findings.Add(node, Rule.Exception, "`using` needs exceptions, which the kernel has not; call the method that releases it");
                break;
            case AnonymousFunctionExpressionSyntax or QueryExpressionSyntax when !isProgram:
            case DelegateDeclarationSyntax or EventFieldDeclarationSyntax or EventDeclarationSyntax when !isProgram:
                findings.Add(node, Rule.Delegate, "the kernel has no heap for delegates; write a method and call it");
                break;
            case YieldStatementSyntax when !isProgram:
            case AwaitExpressionSyntax:
                findings.Add(node, Rule.StateMachine, isProgram ? Tasks : StateMachines);
                break;
            case TypeOfExpressionSyntax:
                findings.Add(node, Rule.Reflection, "there is no reflection here; remove `typeof`");
                break;
            case IdentifierNameSyntax { Identifier.Text: "dynamic" } when model.GetTypeInfo(node).Type is IDynamicTypeSymbol:
                findings.Add(node, Rule.Reflection, "there is no `dynamic` here; name the type");
                break;
            case DestructorDeclarationSyntax:
                findings.Add(node, Rule.StaticState, "nothing here calls finalizers; release things where you are done with them");
                break;
        }
    }

    private bool YieldsPointer(ExpressionSyntax node)
    {
        var type = model.GetTypeInfo(node);
        return type.Type is null or IPointerTypeSymbol || type.ConvertedType is IPointerTypeSymbol;
    }
}
