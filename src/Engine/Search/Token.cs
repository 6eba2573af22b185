namespace Guildhall.Engine.Search;

/// <summary>One word of a text, folded, with the place it came from.</summary>
/// <param name="Text">The folded word: lower case, without diacritics, at most <see cref="Tokenizer.MaxWord"/>
/// characters.</param>
/// <param name="Start">Index of its first character in the text given to the tokenizer.</param>
/// <param name="Length">Number of characters it covers in that text.</param>
/// <param name="Sentence">Zero-based number of the sentence or line it stands in.</param>
public readonly record struct Token(string Text, int Start, int Length, int Sentence);
