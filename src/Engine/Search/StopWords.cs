namespace Guildhall.Engine.Search;

/// <summary>English and Spanish words that say nothing about a job, left out of text matching. Folded forms.</summary>
static class StopWords
{
    const string english =
        "a about after all also am an and any are as at be because been before being but by can could did do " +
        "does doing done each for from get give had has have having he her here him his how i if in into is " +
        "it its just let like ll make many me more most must my need needed needs new no nor not of off on " +
        "one only or other our out over please re s same shall she should so some someone such t than that " +
        "the their them then there these they this those through to too under until up us use used using ve " +
        "very via want was we were what when where which while who why will with within without work working " +
        "would you your";

    const string spanish =
        "al algo algun alguien alguna ante antes asi aun aunque cada como con cual cuando cuya de debe deben " +
        "del desde donde dos el ella ellas ellos en entre era es esa ese eso esta estan estar este esto estos " +
        "fue ha hace hacer han hasta hay la las le les lo los mas me mi mis mucho muy necesita necesitamos " +
        "necesito ni nos nosotros nuestra nuestro o otra otro para pero por porque que quien quiero se sea " +
        "ser si sin sobre solo son su sus tambien tan tiene tienen tengo toda todo todos trabajar trabajo tu " +
        "un una unas uno unos usar y ya yo";

    static readonly HashSet<string> words = [.. english.Split(' '), .. spanish.Split(' ')];

    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup =
        words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> folded) => lookup.Contains(folded);
}
