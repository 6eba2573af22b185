namespace Guildhall.Bench.Matching;

/// <summary>The words bios and jobs are made of: our own, and invented names for the long tail.</summary>
static class Lexicon
{
    /// <summary>What people of one field talk about, the most usual first.</summary>
    public static readonly string[][] Fields =
    [
        .. """
        website page layout browser component accessible storefront landing animation responsive
        interface markup widget form;
        server endpoint database query cache queue latency schema migration transaction webhook
        throughput concurrency service;
        phone tablet offline notification gesture store release crash screen camera battery widget
        onboarding sync;
        cluster pipeline container deployment monitoring incident rollback ingress registry backup
        network alert capacity cost;
        dataset dashboard warehouse report metric forecast notebook cleaning segmentation cohort
        funnel spreadsheet survey insight;
        model training inference embedding prompt classifier annotation evaluation recommendation
        ranking vision speech agent tuning;
        logo brand poster packaging typography palette illustration vector guideline mockup print
        brochure identity sketch;
        wireframe prototype persona usability interview journey flow heuristic research card sorting
        navigation design handoff;
        article newsletter headline copy editing tone draft proofreading interview storytelling
        glossary caption script essay;
        keyword backlink campaign audience advert conversion bidding creative retention referral
        influencer outreach landing tracking;
        video footage cut colour subtitle storyboard motion transition soundtrack timeline reel
        interview clip lens;
        podcast mixing mastering vocal sample jingle arrangement noise microphone score loop session
        track sound;
        translation interpreter subtitle localisation glossary bilingual transcript legal dialect
        proofreading contract certificate accent document;
        invoice ledger payroll tax audit reconciliation budget receipt statement bookkeeping expense
        depreciation filing forecast;
        contract clause compliance trademark privacy licence dispute tenancy patent negotiation
        policy filing shareholder counsel;
        ticket customer refund chat escalation helpdesk macro onboarding satisfaction phone
        transcript answer feedback community;
        lead prospect cold call demo quota proposal closing territory partner pipeline renewal
        discount meeting;
        sprint backlog roadmap stakeholder milestone risk estimate retrospective planning scope
        resource workshop delivery charter;
        drawing elevation render floor plan facade permit site model lighting interior landscape
        material section;
        circuit firmware board sensor antenna soldering enclosure battery schematic bootloader motor
        calibration prototype bench;
        character level shader texture rig quest physics controller multiplayer sprite engine
        balance playtest lore;
        threat patch firewall phishing audit encryption credential forensics hardening scanner
        incident policy secret token;
        wallet ledger token bridge validator contract custody gas oracle exchange stake vault
        signature audit;
        lesson course syllabus quiz tutor exam curriculum workshop worksheet slide learner feedback
        classroom mentor;
        """.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(field => field.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)),
    ];

    public static readonly string[] Doing =
        """
        build design improve maintain rescue plan review measure repair launch document test simplify automate teach
        move
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    public static readonly string[] How =
        "carefully quickly calmly together remotely patiently weekly daily directly openly steadily cheaply".Split(' ');

    public static readonly string[] For =
        """
        startups agencies schools hospitals museums shops factories farms banks charities cities airlines hotels
        publishers studios clinics builders restaurants insurers universities galleries theatres logistics brewers
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    public static readonly string[] Common =
        """
        years experience team client project deadline quality result simple honest clear long short small large
        first last time work help people problem question answer idea plan price value offer start
        finish change learn care detail reliable friendly focused independent senior junior full part half every several
        different available fast ready
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    static readonly string[] first =
        "ka vel tor mi san dor ari bel cho fen gal hux ist jo lum nev ors pra quil rus".Split(' ');
    static readonly string[] second = "ra lo ni vex ta sho mer bi du fa gor hel ik ja ko lin mo nu pa ric".Split(' ');
    static readonly string[] third =
        "dio lix nar vo thos mex ley ran sky ver zon bit del ium ka lab net o rix sys".Split(' ');

    /// <summary>One of 8,000 · n invented names.</summary>
    public static string Name(int number)
    {
        var name = first[number % 20] + second[number / 20 % 20] + third[number / 400 % 20];
        return number < 8_000 ? name
            : name + first[number / 8_000 % 20] + (number / 160_000 is > 0 and var rest ? rest : "");
    }
}
