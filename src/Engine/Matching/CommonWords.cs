using System.Collections.Frozen;
using Guildhall.Engine.Search;

namespace Guildhall.Engine.Matching;

/// <summary>
/// Everyday words that are also the names of skills, or one typing mistake away from one. Folded forms.
/// </summary>
static class CommonWords
{
    static readonly FrozenSet<string> ambiguous = Set(
        "access affinity ai ant apex apollo ar arc ash assembly astro atom backbone base bash beam bolt bootstrap " +
        "brackets bridge bubble bun c caddy calc camel capacitor celery chai chef cobalt consul coral core " +
        "crystal cucumber cypress d dart dash delphi dimension draw drill echo eclipse electron elm ember es " +
        "excel expo express fabric fiber flask flow flux forge foundation foundry framer gatsby gem ghost gin go " +
        "grape groovy helm hive hotwire houdini ignite impala impress ink ionic jasmine jest julia jump karma " +
        "lambda less lift linear liquid lit looker make mantle maven maya medusa meteor mocha motion movie nest " +
        "next nix node nomad notion nuke outlook packer pascal pearl phoenix pig play pm polymer presto prism " +
        "processing procreate ps puppet pyramid q r radix rails react remix render rest rhino rocket ros ruby rush " +
        "rust sails sales salt sanity sap scratch sentry shell shiny signal sketch slack slim smarty snowflake soap " +
        "solid solo spark split spring square stencil storm strategy sway swift swing tableau teams titanium " +
        "tokio unity v vault vertex vite vr wave word writer zig zoom");

    static readonly FrozenSet<string> ordinary = Set(
        "alpine arruino articulated articulately blended branches bravo breve casco caution clark cloning closure " +
        "closures coaches coche coches collab comercial comerciales commercially composed composer composers " +
        "composition conference conferences confidence contained debia debias electronic electronics elementary " +
        "elemento elementos escape express expressed ficcion filing filings filling filmmaker filmmakers fluent " +
        "friction gasto gastos gesto grade grades gusta gustas guste inventar invento inventory investor " +
        "investors itunes jungle kickstart linked lumin magneto market markets matamos matte narrative narratives " +
        "nivel nodes novela officer officers opener patient patients perfect phase phases photo photos ponia " +
        "portraits postre posture prefiere prefieres premier prima prisa projecting promethean prospective " +
        "protecting realization recreating relocation relocations reporte reportes rewriting router routers " +
        "routine routines sacala scale scales solidify space spaces speech state states strap strip strips " +
        "subletting submitting tarado testing there three tirado tomografia tomography trade trades tradicion traido " +
        "transaction transactions transition transitions");

    // Of the ambiguous ones, those that "in", "with" or "using" makes clear: nobody reacts "in react".
    static readonly FrozenSet<string> clearAfterIn = Set(
        "react go rust swift dart ruby julia flask phoenix elixir unity godot bootstrap express excel " +
        "tableau notion r c d");

    static readonly FrozenSet<string> company = Set(
        "api apis aplicacion app apps backend cli code coder codigo coding desarrollador desarrolladora " +
        "desarrolladores dev developer developers devs engineer engineers especialista experience experiencia " +
        "expert experta experto experts framework frontend ingeniera ingeniero lang language lenguaje library " +
        "plantilla plantillas plugin plugins programador programadora programadores programmer programmers " +
        "programming projects proyectos script scripts sdk server site skills specialist stack store template " +
        "templates theme tienda website");

    /// <summary>
    /// True for a name that is also an everyday word: it needs company or its capital letter to count.
    /// </summary>
    public static bool IsAmbiguous(string word) => word.Length == 1 || ambiguous.Contains(word);

    /// <summary>True for an everyday word that must not be taken for a mistyped skill.</summary>
    public static bool Contains(string word) =>
        ordinary.Contains(word) || ambiguous.Contains(word) || StopWords.Contains(word);

    /// <summary>True for an ambiguous name that a preposition before it makes clear.</summary>
    public static bool IsClearAfterIn(string word) => clearAfterIn.Contains(word);

    /// <summary>True for a word that, standing next to an ambiguous name, shows that the skill is meant.</summary>
    public static bool IsCompany(string word) => company.Contains(word);

    static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
