using Guildhall.Engine.Search;

namespace Guildhall.Matching;

/// <summary>
/// Words of a sentence that name no work: how long, how soon, how many. They order as any other, but that somebody's
/// text has "weeks" in it is no reason worth telling.
/// </summary>
static class FillerWords
{
    const string english =
        "one two three four five six seven eight nine ten couple few several hour day week weekend month year time " +
        "today tonight tomorrow now soon later quick quickly fast asap urgent urgently start look looking find help " +
        "hire wanted ready able good great best nice speak speaking thank hello hi";

    const string spanish =
        "dos tres cuatro cinco seis siete ocho nueve diez par vario hora dia semana mese ano tiempo hoy manana ahora " +
        "pronto luego rapido rapida urgente empezar busco busca buscamos buscando encontrar ayuda contratar bueno " +
        "buena gran mejor habla hable hablar gracia favor hola";

    static readonly HashSet<string> words = [.. english.Split(' '), .. spanish.Split(' ')];

    /// <param name="typed">A word as it was typed.</param>
    public static bool Contains(string typed) => words.Contains(TermVector.Stem(Tokenizer.Normalize(typed)));
}
