using Guildhall.Engine.Matching;
using Guildhall.Talent.Public;
using Guildhall.Talent.Taxonomy;
using Xunit;

namespace Guildhall.Tests.Engine.Matching;

/// <summary>Sentences as clients write them, against the taxonomy as it ships: what is found, counted.</summary>
public class SentencesTests
{
    static readonly (string Text, string Skills)[] sentences =
    [
        ("need someone to fix our k8s ingress and move CI to GitHub Actions", "kubernetes ci-cd github-actions"),
        ("Our React app is slow on phones, find out why and repair it", "react"),
        ("Rebuild the checkout in Next.js with Stripe payments", "nextjs stripe"),
        ("Looking for a Laravel dev who also knows Vue", "laravel vue"),
        ("I want my WordPress shop moved to Shopify before summer", "wordpress shopify"),
        ("Write terraform modules for three AWS accounts", "terraform aws"),
        ("Senior Go engineer for a payments ledger on Postgres", "go postgresql"),
        ("We need a logo and a small brand guide", "logo-design branding"),
        ("Edit ten short videos a week in Premiere Pro, some After Effects", "premiere-pro after-effects"),
        ("Dashboard in Power BI fed from our SQL Server", "data-visualization power-bi sql-server"),
        ("Someone to build a chat bot with LangChain and OpenAI, RAG over our manuals", "langchain rag llm-apps"),
        ("Port an Android app written in Kotlin to iOS in Swift", "android kotlin ios swift"),
        ("Set up Google Analytics and Tag Manager on a Webflow site", "google-analytics google-tag-manager webflow"),
        ("Draw our floor plan in AutoCad and render it in Blender", "blender cad-drafting"),
        ("Bookkeeping in QuickBooks, about four hours a month", "bookkeeping"),
        ("Native Spanish translator for a software manual, uses CAT tools", "cat-tools translation"),
        ("Technical SEO audit, then keyword research for forty pages", "technical-seo keyword-research"),
        ("Flutter developer, Firebase backend, push notifications", "flutter firebase push-notifications"),
        ("Unreal Engine level designer for a small horror game", "unreal-engine"),
        ("Smart contract audit of a Solidity vault before launch", "smart-contract-audit solidity"),
        ("Our API in Django needs Celery jobs and a Redis cache", "django celery redis caching"),
        ("Migrate from Jenkins to GitLab CI", "jenkins gitlab-ci"),
        ("Python script that scrapes prices every night", "python web-scraping"),
        ("We use Airtable and Zapier and want it all in Postgres", "airtable zapier postgresql"),
        ("Pentest of a Node.js API behind Cloudflare", "penetration-testing nodejs cloudflare"),
        ("Fix flaky Playwright tests, Cypress is a plus", "playwright cypress"),
        ("UX research with ten interviews and a Figma prototype", "ux-research figma"),
        ("C# developer, .NET 9 and Blazor", "csharp dotnet blazor"),
        ("C++ and Qt for a measuring instrument", "cpp qt"),
        ("R scripts for survey statistics, Shiny app welcome", "r shiny statistics"),
        ("Firmware for an ESP32 that talks MQTT over wifi", "firmware esp32 mqtt"),
        ("PCB layout for a battery charger", "pcb-design"),
        ("Snowflake plus dbt, five years of experience", "snowflake dbt"),
        ("Train a PyTorch model for images and serve it with FastAPI", "pytorch fastapi"),
        ("Elasticsearch relevance is bad, make search find things", "elasticsearch"),
        ("Help Us Go Live next week with our new site", ""),
        ("We will rest in spring and react in summer", ""),
        ("No WordPress please, plain HTML and CSS", "html css"),
        ("Anything without jQuery", ""),
        ("Instead of Angular we now want Svelte", "svelte"),
        ("Kubernets cluster, Prometeus and Grafana", "kubernetes prometheus grafana"),
        ("Typscript and Reactjs, a bit of Tailwnd", "typescript react tailwind-css"),
        ("Postgress tuning for a slow report", "postgresql"),
        ("Wordpres theme with Elementr", "wordpress elementor"),
        ("Ilustrator files for a T-shirt", "illustrator"),
        ("Necesitamos a alguien que arregle el ingress de k8s y pase el CI a GitHub Actions",
            "kubernetes ci-cd github-actions"),
        ("Busco programador de PHP con experiencia en Laravel", "php laravel"),
        ("Tienda en Shopify con correos en Klaviyo", "shopify klaviyo"),
        ("Diseño de logotipo para una panadería", "logo-design"),
        ("Traducir un contrato del inglés, experiencia en traducción jurídica", "legal-translation"),
        ("Edición de vídeo para un canal de YouTube", "video-editing"),
        ("Se busca ilustradora para un libro infantil", ""),
        ("Migrar una base de datos de Oracle a PostgreSQL", "oracle-database postgresql"),
        ("Desarrollador senior de React Native, Firebase deseable", "react-native firebase"),
        ("Contabilidad y nóminas de una empresa pequeña", "accounting payroll"),
        ("Redacción de artículos de blog y gestión de redes sociales", "social-media"),
        ("App en Flutter con mapas y pagos con Mercado Pago", "flutter mercado-pago"),
        ("Automatizar facturas con n8n y Google Sheets", "n8n google-sheets"),
        ("Sin WordPress, por favor; mejor Astro", "astro"),
        ("Auditoría de seguridad de una API en Node", "security-audit nodejs"),
        ("Experto en Power BI, cinco informes", "power-bi"),
        ("Modelado 3D en Blender y renders de producto", "3d-modeling blender"),
        ("Subtítulos en español para doce vídeos", "subtitling"),
        ("Atención al cliente por Zendesk, turno de noche", "customer-support zendesk"),
        ("Programar un Arduino con sensores de humedad", "arduino"),
        ("Pruebas automáticas con Selenium y Pytest", "selenium pytest"),
        ("Mantener servidores Linux con Ansible y Docker", "linux ansible docker"),
        ("Campañas de Google Ads para un dentista", "google-ads"),
        ("Kubernets y Terrafrom en produccion", "kubernetes terraform"),
        ("Data entry into Excel, basic", "data-entry excel"),
        ("voice over in neutral Spanish for an app tutorial", "voice-over"),
        ("Salesforce admin who can write Apex", "salesforce apex"),
        ("Our Vue 3 front end needs Pinia instead of Vuex", "vue pinia"),
        ("Move our site from Wix to Webflow, keep the SEO", "wix webflow seo"),
        ("Need an interior designer who works in SketchUp and Revit", "sketchup revit"),
        ("Landing page copy that sells, B2B SaaS", ""),
        ("Login with Google for our app", "oauth"),
    ];

    static readonly Skill[] skills = [.. TaxonomyFiles.Skills().Select((s, id) => new Skill
    {
        Id = id, Slug = s.Slug, Name = s.Words.Name, NameEs = s.Words.NameEs, Category = s.Words.Category,
        Kind = s.Words.Kind, Difficulty = s.Words.Difficulty, Aliases = s.Words.Aliases,
    })];

    static readonly SkillSuggester suggester = new(skills.Select(s => s.Entry()));

    [Fact]
    public void Nineteen_of_twenty_skills_found_are_meant_and_nineteen_of_twenty_meant_are_found()
    {
        var (right, wrong, missed) = (0, 0, 0);
        var faults = new List<string>();
        foreach (var (text, expected) in sentences)
        {
            var meant = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
            var found = suggester.Suggest(text).Select(s => skills[s.SkillId].Slug).ToHashSet();
            right += found.Count(meant.Contains);
            wrong += found.Except(meant).Count();
            missed += meant.Except(found).Count();
            if (!found.SetEquals(meant)) faults.Add($"{text}: {string.Join(' ', found)}");
        }
        var report = $"{right} right, {wrong} wrong, {missed} missed\n{string.Join('\n', faults)}";

        Assert.True(sentences.Length >= 60);
        Assert.True(right >= 19 * wrong && right >= 19 * missed, report);
    }

    [Fact]
    public void A_sentence_takes_less_than_ten_milliseconds()
    {
        foreach (var (text, _) in sentences.Take(10))
            Assert.InRange(MatchSamples.MillisecondsOf(() => suggester.Suggest(text)), 0, 10);
    }

    [Theory]
    [InlineData("need someone to fix our k8s ingress and move CI to GitHub Actions",
        "kubernetes 5 k8s ingress, ci-cd 5 CI, github-actions 5 GitHub Actions")]
    [InlineData("Senior Go engineer, three years of Postgres", "go 8 Go, postgresql 8 Postgres")]
    [InlineData("Experto en Power BI, Figma básico", "power-bi 8 Power BI, figma 3 Figma")]
    public void Each_skill_has_a_level_and_the_words_that_caused_it(string text, string expected) =>
        Assert.Equal(expected, string.Join(", ",
            suggester.Suggest(text).Select(s => $"{skills[s.SkillId].Slug} {s.Level} {s.Words}")));
}
