using System;
using Euralios.Std;

namespace Euralios.Programs.Pci;

/// <summary>The root: a directory for each function, by vendor and device; a second of the same kind has _2 behind that, and so on.</summary>
internal sealed class PciDirectory : DirectoryNode
{
    private const uint LineMask = 0xFF;

    private readonly IConfigurationSpace space;
    private readonly PciFunction[] functions;
    private readonly string[] names;
    private readonly BaseAddresses addresses;

    internal PciDirectory(IConfigurationSpace space, PciFunction[] functions)
    {
        this.space = space;
        this.functions = functions;
        names = Names(functions);
        addresses = new BaseAddresses(space, functions);
    }

    public override string Description => "PCI bus devices";

    public override DirectoryNode? FindDirectory(string name)
    {
        for (int i = 0; i < names.Length; i++)
        {
            if (names[i] == name)
                return new FunctionDirectory(functions[i]);
        }

        return null;
    }

    public override void List(DirectoryWriter entries)
    {
        // There are few, and the answer is in the order of names.
        for (string? last = null; Next(last) is string name; last = name)
            entries.AddDirectory(name);
    }

    public override bool TryAnswer(in Message question, bool mayWrite, out Message answer)
    {
        answer = new Message(PciTags.NotFound, ulong.MaxValue);
        bool isShort = !question.IsLong;
        switch (question.Tag)
        {
            case PciTags.FindDevice:
                if (isShort && Find(question.First.Value, question.Second.Value) is PciFunction function)
                    answer = new Message(PciTags.Address, function.Address.Value);
                return true;
            case PciTags.ReadBar:
                if (isShort && question.Second.Value < BaseAddresses.Count && TryFind(question.First.Value, out FunctionAddress address))
                {
                    ulong number = question.Second.Value;
                    answer = new Message(PciTags.Bar, addresses.Read(address, (int)number), number);
                }

                return true;
            case PciTags.ReadInterruptLine:
                if (isShort && TryFind(question.First.Value, out address) && TryGetLine(address, out uint line))
                    answer = new Message(PciTags.InterruptLine, line);
                return true;
            case PciTags.EnableBusMastering:
                // Memory is every program's: who may not write may not let a device write either.
                answer = new Message(mayWrite ? Tags.Ok : Tags.Denied);
                if (isShort && mayWrite && TryFind(question.First.Value, out address))
                    EnableBusMastering(address);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The names of functions' directories.</summary>
    internal static string[] Names(PciFunction[] functions)
    {
        var names = new string[functions.Length];
        for (int i = 0; i < names.Length; i++)
        {
            int before = 0;
            for (int j = 0; j < i; j++)
                before += functions[j].Name == functions[i].Name ? 1 : 0;
            names[i] = before == 0 ? functions[i].Name : $"{functions[i].Name}_{before + 1}";
        }

        return names;
    }

    /// <summary>The first name after another.</summary>
    private string? Next(string? last)
    {
        string? next = null;
        foreach (string name in names)
        {
            if ((last is null || string.CompareOrdinal(name, last) > 0) && (next is null || string.CompareOrdinal(name, next) < 0))
                next = name;
        }

        return next;
    }

    private PciFunction? Find(ulong vendor, ulong device)
    {
        foreach (PciFunction function in functions)
        {
            if (function.Vendor == vendor && function.Device == device)
                return function;
        }

        return null;
    }

    /// <summary>The address in a message, of a function that there is.</summary>
    private bool TryFind(ulong value, out FunctionAddress address)
    {
        if (FunctionAddress.TryParse(value, out address))
        {
            foreach (PciFunction function in functions)
            {
                if (function.Address.Value == address.Value)
                    return true;
            }
        }

        return false;
    }

    /// <summary>The line that a function's interrupts arrive at, as the firmware has connected it.</summary>
    private bool TryGetLine(FunctionAddress address, out uint line)
    {
        line = space.Read(address, PciFunction.Interrupt) & LineMask;
        if (!InterruptTrigger.IsPossible(line))
            return false;
        InterruptTrigger.SetLevel(line);
        return true;
    }

    private void EnableBusMastering(FunctionAddress address)
    {
        // The status beside the command is not written: its bits are cleared by ones.
        uint command = space.Read(address, PciFunction.Command) & PciFunction.CommandMask;
        space.Write(address, PciFunction.Command, command | PciFunction.BusMaster);
    }
}

/// <summary>A function's directory, which is empty: QUERY says what the function is.</summary>
internal sealed class FunctionDirectory(PciFunction function) : DirectoryNode
{
    public override string Description => function.Details;
}
