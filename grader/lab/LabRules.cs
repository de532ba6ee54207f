using System.Globalization;

namespace Euralios.Grader.Lab;

/// <summary>
/// What must hold between the parts of a lab: names are unique and lead somewhere, <c>after</c> has no cycle, the points add up, each task has
/// three hints, expected files exist.
/// </summary>
internal sealed class LabRules(string folder)
{
    private readonly List<(LabTask Task, YamlSection Section)> _tasks = [];
    private readonly List<(CheckDefinition Check, YamlSection Section)> _checks = [];

    /// <summary>The whole file, for problems that belong to no entry.</summary>
    public YamlSection? Root { get; set; }

    public void Remember(LabTask task, YamlSection section) => _tasks.Add((task, section));

    public void Remember(CheckDefinition check, YamlSection section) => _checks.Add((check, section));

    public void Check(LabDefinition lab)
    {
        Unique(_tasks.Select(entry => (entry.Task.Id, entry.Section)), "task");
        Unique(_checks.Select(entry => (entry.Check.Id, entry.Section)), "check");
        foreach (var file in lab.Submit.GroupBy(file => file.Skeleton, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            Root?.Problem("submit", $"expected each skeleton once, found `{file.Key}` twice");
        }

        CheckPrograms(lab);
        foreach (var (task, section) in _tasks)
        {
            CheckTask(task, section);
        }

        var total = lab.Tasks.Sum(task => task.Points);
        if (total != 100)
        {
            Root?.Problem("tasks", $"expected the tasks' points to add up to 100, found {total}");
        }

        foreach (var (check, section) in _checks)
        {
            CheckCheck(check, section, lab);
        }

        FindCycle();
    }

    /// <summary>Programs need a first one that starts them; projects of the lab's own are there.</summary>
    private void CheckPrograms(LabDefinition lab)
    {
        if (lab.Init is null)
        {
            if (lab.Programs.Count > 0)
            {
                Root?.Problem("programs", "expected `init:` in the lab, the project of the first program, for `programs`; found nothing");
            }

            return;
        }

        if (Path.GetFileNameWithoutExtension(lab.Init) != LabPrograms.First)
        {
            Root?.Problem("init", $"expected the first program's project to be called `init.csproj`, found `{Path.GetFileName(lab.Init)}`");
        }

        var names = LabPrograms.Given(lab, "").Select(program => program.Name).Append(LabPrograms.NameOfImage(lab));
        foreach (var again in names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            Root?.Problem("programs", $"expected a name for each program, found `{again.Key}` again");
        }

        foreach (var (key, project) in lab.Programs.Where(LabPrograms.IsProject).Select(project => ("programs", project)).Prepend(("init", lab.Init)))
        {
            if (!File.Exists(Path.Combine(folder, project)))
            {
                Root?.Problem(key, $"expected the project `{project}`, found no such file");
            }
        }
    }

    private void CheckTask(LabTask task, YamlSection section)
    {
        var sum = _checks.Where(entry => entry.Check.Task == task.Id).Sum(entry => entry.Check.Points);
        if (sum != task.Points)
        {
            section.Problem("points", $"expected the points of task {task.Id} to be the sum of its checks' points, {sum}, found {task.Points}");
        }

        if (task.Hints.Count != 3)
        {
            section.Problem("hints", $"expected three hints, found {task.Hints.Count}");
        }

        var number = Path.GetFileName(folder).Split('-')[0].TrimStart('0');
        if (task.Id.Length > 0 && (!task.Id.StartsWith(number + ".", StringComparison.Ordinal) || !IsNumber(task.Id[(number.Length + 1)..])))
        {
            section.Problem("id", $"expected the lab's number and the task's, such as `{number}.1`, found `{task.Id}`");
        }
    }

    private void CheckCheck(CheckDefinition check, YamlSection section, LabDefinition lab)
    {
        Known("task", check.Task, lab.Tasks.Select(task => task.Id));
        if (check.Boot is { } boot)
        {
            Known("boot", boot, lab.Boots.Select(definition => definition.Id));
        }

        foreach (var earlier in check.After)
        {
            Known("after", earlier, lab.Checks.Select(other => other.Id));
        }

        switch (check.Kind)
        {
            case CheckKind.Host when check.Points != 0:
                section.Problem("points", $"expected 0 points for a host check, found {check.Points}");
                break;
            case CheckKind.Host when lab.Host is null:
                section.Problem("kind", "expected `host:` in the lab for a host check, found nothing");
                break;
            case CheckKind.Differential when check.Visibility != Visibility.Instructor:
                section.Problem("visibility", "expected `instructor` for a differential check, which needs the reference, found `student`");
                break;
            case CheckKind.Wire when BootOf(check) is { Network: null }:
                section.Problem("boot", $"expected a boot with `network:` for a wire check, found `{check.Boot}` without one");
                break;
            case CheckKind.Budget when BootOf(check)?.Machine.IcountShift is > 0 and var shift:
                section.Problem("boot", $"expected a boot with `shift: 0` for a budget check, which counts instructions, found {shift}");
                break;
            // What only instructors have is absent from a student's copy: the check then says so, and the file is read all the same.
            case CheckKind.Trace or CheckKind.Console when check.Visibility == Visibility.Student && check.Arguments.ContainsKey("expected"):
                var name = CheckReader.ExpectedFile(check);
                if (!File.Exists(Path.Combine(folder, name)))
                {
                    section.Problem(section.Has("expected") ? "expected" : "boot", $"expected the file `{name}`, found no such file");
                }

                break;
        }

        BootDefinition? BootOf(CheckDefinition definition) => lab.Boots.FirstOrDefault(boot => boot.Id == definition.Boot);

        void Known(string key, string name, IEnumerable<string> names)
        {
            var all = names.Where(other => other.Length > 0).ToList();
            if (name.Length > 0 && !all.Contains(name))
            {
                var hint = NearestName.Of(name, all) is { } nearest ? $"; did you mean `{nearest}`?" : "";
                section.Problem(key, $"expected a {(key == "after" ? "check" : key)} of this lab, found `{name}`{hint}");
            }
        }
    }

    private static void Unique(IEnumerable<(string Id, YamlSection Section)> entries, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, section) in entries.Where(entry => entry.Id.Length > 0))
        {
            if (!seen.Add(id))
            {
                section.Problem("id", $"expected an id that no other {what} has, found `{id}` again");
            }
        }
    }

    /// <summary>Depth-first along <c>after</c>; a check met again on its own path closes a cycle.</summary>
    private void FindCycle()
    {
        var entries = _checks.GroupBy(entry => entry.Check.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First());
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (check, _) in _checks)
        {
            Visit(check.Id, []);
        }

        void Visit(string id, List<string> path)
        {
            if (path.IndexOf(id) is >= 0 and var start)
            {
                var cycle = string.Join(" -> ", path.Skip(start).Append(id));
                entries[id].Section.Problem("after", $"expected checks that do not wait for one another in a circle, found {cycle}");
                return;
            }

            if (!done.Contains(id) && entries.TryGetValue(id, out var entry))
            {
                path.Add(id);
                foreach (var earlier in entry.Check.After)
                {
                    Visit(earlier, path);
                }

                path.RemoveAt(path.Count - 1);
                done.Add(id);
            }
        }
    }

    private static bool IsNumber(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
