namespace System.IO
{
    public class IOException : SystemException
    {
        public IOException()
        {
        }

        public IOException(string? message)
            : base(message)
        {
        }

        internal override string TypeName => "System.IO.IOException";
    }

    public class FileNotFoundException : IOException
    {
        public FileNotFoundException()
        {
        }

        public FileNotFoundException(string? message)
            : base(message)
        {
        }

        public FileNotFoundException(string? message, string? fileName)
            : base(message) => FileName = fileName;

        public string? FileName { get; }

        internal override string TypeName => "System.IO.FileNotFoundException";
    }

    public class DirectoryNotFoundException : IOException
    {
        public DirectoryNotFoundException()
        {
        }

        public DirectoryNotFoundException(string? message)
            : base(message)
        {
        }

        internal override string TypeName => "System.IO.DirectoryNotFoundException";
    }

    public class EndOfStreamException : IOException
    {
        public EndOfStreamException()
        {
        }

        public EndOfStreamException(string? message)
            : base(message)
        {
        }

        internal override string TypeName => "System.IO.EndOfStreamException";
    }
}

namespace System
{
    public class UnauthorizedAccessException : SystemException
    {
        public UnauthorizedAccessException()
        {
        }

        public UnauthorizedAccessException(string? message)
            : base(message)
        {
        }

        internal override string TypeName => "System.UnauthorizedAccessException";
    }
}
