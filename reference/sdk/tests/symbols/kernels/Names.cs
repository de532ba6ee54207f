using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using Merriwig.Devices;

namespace Merriwig.Boot
{
    /// <summary>Methods of every kind that has a name of its own. A marker is the name that a person expects of the line's method.</summary>
    internal static class Kernel
    {
        private static ulong sink;

        [RuntimeExport("kernel_main")]
        private static void Main(ulong startInformation)
        {
            Console.Initialize(); // name: Merriwig.Boot.Kernel.Main
            Overloaded(1UL);
            Overloaded('c');
            Generic<Shapes.Square>();
            Generic<char>();
            Pair<Pair<char, Shapes.Square>, ulong> pair = default;
            pair.Store(1);
            sink += pair[2] + pair.Property + new Shapes.Square(3).Area + Shapes.Outer<byte>.Inner.Answer();
            Local(4);

            [MethodImpl(MethodImplOptions.NoInlining)]
            static void Local(ulong value) => sink += value; // name: Merriwig.Boot.Kernel.Main.Local
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static void Overloaded(ulong value) => sink += value; // name: Merriwig.Boot.Kernel.Overloaded

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static void Overloaded(char value) => sink += value; // name: Merriwig.Boot.Kernel.Overloaded

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static void Generic<T>()
            where T : struct => sink += (ulong)Unsafe.SizeOf<T>(); // name: Merriwig.Boot.Kernel.Generic<Shapes.Square> Merriwig.Boot.Kernel.Generic<char>

        internal struct Pair<TFirst, TSecond>
            where TFirst : struct
            where TSecond : struct
        {
            private ulong stored;

            internal ulong Property
            {
                [MethodImpl(MethodImplOptions.NoInlining)]
                get => stored; // name: Merriwig.Boot.Kernel.Pair<Merriwig.Boot.Kernel.Pair<char,Shapes.Square>,ulong>.get_Property
            }

            internal ulong this[ulong index]
            {
                [MethodImpl(MethodImplOptions.NoInlining)]
                get => stored + index; // name: Merriwig.Boot.Kernel.Pair<Merriwig.Boot.Kernel.Pair<char,Shapes.Square>,ulong>.get_Item
            }

            [MethodImpl(MethodImplOptions.NoInlining)]
            internal void Store(ulong value) => stored = value; // name: Merriwig.Boot.Kernel.Pair<Merriwig.Boot.Kernel.Pair<char,Shapes.Square>,ulong>.Store
        }
    }
}

namespace Shapes
{
    internal struct Square
    {
        private ulong side;

        [MethodImpl(MethodImplOptions.NoInlining)]
        internal Square(ulong side) => this.side = side; // name: Shapes.Square..ctor

        internal ulong Area
        {
            [MethodImpl(MethodImplOptions.NoInlining)]
            get => side * side; // name: Shapes.Square.get_Area
        }
    }

    internal static class Outer<T>
    {
        internal static class Inner
        {
            private static ulong asked;

            [MethodImpl(MethodImplOptions.NoInlining)]
            internal static ulong Answer() => ++asked; // name: Shapes.Outer.Inner<byte>.Answer
        }
    }
}
