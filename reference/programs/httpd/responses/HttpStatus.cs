namespace Euralios.Programs.Http;

/// <summary>The status codes that are sent (RFC 9110, section 15).</summary>
internal static class HttpStatus
{
    internal const int Ok = 200;
    internal const int PartialContent = 206;
    internal const int MovedPermanently = 301;
    internal const int BadRequest = 400;
    internal const int NotFound = 404;
    internal const int MethodNotAllowed = 405;
    internal const int RequestTimeout = 408;
    internal const int TargetTooLong = 414;
    internal const int RangeNotSatisfiable = 416;
    internal const int FieldsTooLarge = 431;
    internal const int ServerError = 500;
    internal const int VersionNotSupported = 505;

    internal static string Reason(int status) => status switch
    {
        Ok => "OK",
        PartialContent => "Partial Content",
        MovedPermanently => "Moved Permanently",
        BadRequest => "Bad Request",
        NotFound => "Not Found",
        MethodNotAllowed => "Method Not Allowed",
        RequestTimeout => "Request Timeout",
        TargetTooLong => "URI Too Long",
        RangeNotSatisfiable => "Range Not Satisfiable",
        FieldsTooLarge => "Request Header Fields Too Large",
        VersionNotSupported => "HTTP Version Not Supported",
        _ => "Internal Server Error",
    };
}
