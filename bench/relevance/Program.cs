using Guildhall.Relevance;

string? Option(string name) =>
    Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

switch (args)
{
    case ["rank", var folder, ..]:
        return RankFolder.Run(folder, Option("--history"), Option("--out"));
    case ["evaluate", var folder, ..]:
        return Evaluate.Run(folder, Option("--history"), int.Parse(Option("--folds") ?? "0"));
    case ["split", var folder, var target]:
        return Split.Run(folder, target);
    case ["learn", var data, var target]:
        return Learn.Run(data, target);
    default:
        Console.Error.WriteLine("""
            relevance rank FOLDER [--history FILE] [--out FILE]     the run: 100 best profiles for every job
            relevance evaluate FOLDER [--history FILE | --folds N]  hidden rare skills; exit code 1 if it fails
            relevance split FOLDER OUT                              a part to tune on, a part to test on, a history
            relevance learn DATA FILE                               makes the shipped knowledge from open data
            """);
        return 2;
}
