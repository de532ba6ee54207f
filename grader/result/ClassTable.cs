using CsvHelper;

namespace Euralios.Grader.Result;

/// <summary>The class at a glance: <c>results.csv</c>, one row a submission with its points in each lab.</summary>
public static class ClassTable
{
    // A submission's name is a student's choice, and a spreadsheet takes =, +, - and @ for the start of a formula.
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", Injection = CsvInjection.Escape };

    /// <summary>The table's text. Rows are in the order of <paramref name="documents"/>; an empty field is a lab that was not graded.</summary>
    /// <param name="labs">The labs' ids, in the order of the columns.</param>
    /// <param name="documents">The submissions' results.</param>
    public static string Text(IReadOnlyList<string> labs, IReadOnlyList<ResultsDocument> documents)
    {
        using var text = new StringWriter();
        using (var csv = CsvWriter.Create(text, Options, leaveOpen: true))
        {
            csv.WriteHeader((string[])["submission", .. labs, "total"]);
            foreach (var document in documents)
            {
                csv.WriteField(document.Submission);
                foreach (var lab in labs)
                    csv.WriteField<int>(document.Labs.FirstOrDefault(result => result.Lab == lab)?.Points);

                csv.WriteField(document.Labs.Sum(result => result.Points));
                csv.EndRecord();
            }
        }

        return text.ToString();
    }
}
