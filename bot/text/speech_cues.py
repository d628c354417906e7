"""The words by which texts say who said something, language by language: data for attribution."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

from dataclasses import dataclass
from enum import StrEnum


class Cue(StrEnum):
    """How something is said. All but plain telling must not be told as fact."""

    SAID = "said"
    CLAIM = "claim"
    DENIAL = "denial"
    ACCUSATION = "accusation"
    ESTIMATE = "estimate"
    HINT = "hint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The cues of one language.

    `verbs` maps verbs, given as patterns, to what they do; a speaker stands before or after.
    `before` are phrases that a speaker follows ("according to"), `after` those that follow a
    speaker ("zufolge"). `vague` say that somebody said it, not who. `joins` part clauses.
    `casualties` are the words of death and injury. `verb_first` where subjects follow verbs.
    `follows` is how a speaker begins who follows a verb right after a comma ("…, sagte der
    Minister"), `when` what may stand between ("a annoncé mardi le maire"). `name` is how far a
    speaker's name goes, where capitals tell.
    """

    verbs: dict[str, Cue]
    before: str
    after: str = "(?!)"
    vague: str = "(?!)"
    joins: str = "(?!)"
    casualties: str
    verb_first: bool = False
    follows: str = "(?!)"
    when: str = "(?!)"
    name: str = "(?!)"


_HAVE = "(?:l['’])?(?:a|ont)"  # "l'a annoncé": the object stands before the verb


def _verbs(**patterns: str) -> dict[str, Cue]:
    """Return verb patterns by what they do."""
    return {pattern: Cue(kind) for kind, pattern in patterns.items()}


CUES = {
    "en": Cues(
        verbs=_verbs(
            accusation=r"accus(?:ed|es|ing)|blam(?:ed|es|ing)|condemn(?:ed|s)|denounc(?:ed|es)",
            denial=r"den(?:ied|ies|ying)|reject(?:ed|s) (?:the |any )?(?:claims?|accusations?|"
            r"allegations?|charges?|reports?|suggestions?|criticism|complaints?|warnings?)|refut(?:ed|es)|disput(?:ed|es)|"
            r"dismiss(?:ed|es)",
            claim=r"claim(?:ed|s|ing)?|alleg(?:ed|es|ing)|insist(?:ed|s)|argu(?:ed|es)|"
            r"maintain(?:ed|s)|contend(?:ed|s)|assert(?:ed|s)|believ(?:ed|es|e)?|"
            r"thinks?|suspect(?:ed|s)? (?:that|him|her|them|a|an|the)",
            estimate=r"(?<!\ban )(?<!\bthe )estimat(?:ed|es|e)|"
            r"predict(?:ed|s)|forecasts?|project(?:ed|s) that|"
            r"reckon(?:ed|s)",
            hint=r"hint(?:ed|s|ing)|suggest(?:ed|s)|impl(?:ied|ies)|signal(?:led|ed|s) that|"
            r"indicat(?:ed|es)",
            said=r"said|says|saying|told|tells|stated|states|add(?:ed|s)|announc(?:ed|es)|"
            r"warn(?:ed|s|ing)|report(?:ed|s)|confirm(?:ed|s)|admit(?:ted|s)|acknowledg(?:ed|es)|"
            r"testified|tweeted|wrote|writes|explain(?:ed|s)|not(?:ed|es) that|declar(?:ed|es)|"
            r"vow(?:ed|s)|urg(?:ed|es)|reveal(?:ed|s) that|conclud(?:ed|es)|describ(?:ed|es)|"
            r"(?<!be )(?<!is )(?<!was )(?<!been )(?<!are )(?<!were )called|quoted|pledg(?:ed|"
            r"es)|repl(?:ied|ies)|recall(?:ed|s)|complain(?:ed|s)|"
            r"joked|recounted|remembers|agreed|stressed|continued|asked|responded|remarked|"
            r"tell reporters|say|promis(?:ed|es)|calling",
        ),
        before=r"according to|in the words of|citing",
        vague=r"reportedly|allegedly|purportedly|is said to|are said to|(?:is|are|was|were|"
        r"been) accused of",
        joins=r"that|but|and|while|as|when|after|although|because|which|who|where|if|since|with",
        casualties=r"kill(?:ed|s|ing)|dead|di(?:ed|e|es)|deaths?|wounded|injur(?:ed|ies|ing|es)|"
        r"hurt|"
        r"missing|death toll|toll|fatalit(?:y|ies)|casualt(?:y|ies)|bodies|drowned|victims|"
        r"displaced",
    ),
    "de": Cues(
        verbs=_verbs(
            accusation=r"verdächtig(?:t|en|te|ten)|(?:warf|warfen|wirft|werfen)\b(?=[^.]*\bvor\b)|beschuldigten?|"
            r"beschuldigt|"
            r"bezichtigten?|macht(?:e|en)?\b(?=[^.]*\bverantwortlich\b)|kritisiert(?:e|en)?",
            denial=r"bestritt(?:en)?|bestreite[tn]|dementiert(?:e|en)?|leugne(?:te|ten|t)|"
            r"(?:wies|wiesen|weist|weisen)\b(?=[^.]*\bzurück\b)|zurückw(?:ies|iesen|eist)",
            claim=r"behaupte(?:te|ten|t|n)|beharrte[n]?",
            estimate=r"schätz(?:te|ten|t|en)|rechne(?:t|te|ten|n)|prognostizier(?:te|t|ten)",
            hint=r"deute(?:te|ten|t|n)\b(?=[^.]*\ban\b)|andeute(?:te|ten|t)",
            said=r"sagten?|sagt|sagen|erklär(?:te|ten|t|en)|teil(?:te|ten|t|"
            r"en)\b(?=[^.]*\bmit\b)|mitteil(?:te|ten|t)|angab(?:en)?|angibt|bekanntgab(?:en)?|"
            r"ankündig(?:te|ten|t)|einräum(?:te|ten|t)|räum(?:te|ten|t|en)\b(?=[^.]*\bein\b)|"
            r"(?:sprach|sprachen|spricht) von|bezeichne(?:te|ten|t)|"
            r"berichte(?:te|ten|t|n)|beton(?:te|ten|t)|warn(?:te|ten|t)|bestätig(?:te|ten|t|en)|"
            r"kündig(?:te|ten|t|en)\b(?=[^.]*\ban\b)|melde(?:te|ten|t|n)|äußer(?:te|ten|t)|"
            r"schrieb(?:en)?|forder(?:te|ten|t|n)|gab(?:en)?\b(?=[^.]*\b(?:an|bekannt)\b)|"
            r"nannten?",
        ),
        before=r"laut|nach Angaben (?:von|vom|der|des|aus)|nach Auskunft (?:von|der|des)|"
        r"nach Einschätzung (?:von|der|des)",
        after=r"zufolge",
        vague=r"angeblich|mutmaßlich|dem Vernehmen nach|hieß es|heißt es",
        joins=r"dass|aber|und|während|als|weil|obwohl|nachdem|da|wie|so",
        follows=r"(?:d(?:er|ie|as)|ein(?:e|er)?|sein(?:e|er)?|ihr(?:e|er)?) |[A-ZÄÖÜ]",
        when=r"(?:am )?(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag(?:abend|morgen|nachmittag)? |"
        r"(?:am )?(?:Mittwoch(?:abend|morgen)?|Sonnabend) |(?:gestern|heute) |am (?:Abend|Morgen) ",
        name=r"(?:[a-zäöüß]+ )*[A-ZÄÖÜ]\S*"
        r"(?: (?:(?:de[rs]|von|vom|und|für|im|aus|zu|zur) )*[A-ZÄÖÜ\d]\S*)*",
        casualties=r"getötet|tot(?:e|en|er)?|starb(?:en)?|gestorben|ums leben|verletz(?:t|te|"
        r"ten|ter)|"
        r"opfer|vermiss(?:t|te|ten)|todesopfer|leichen?",
    ),
    "fr": Cues(
        verbs=_verbs(
            accusation=rf"{_HAVE} soupçonné|soupçonn(?:e|ent)|"
            rf"{_HAVE} accusé|accus(?:e|ent|ait|ant)|{_HAVE} dénoncé|dénonc(?:e|"
            r"ent)|"
            rf"{_HAVE} reproché|reproch(?:e|ent)",
            denial=rf"{_HAVE} démenti|dément(?:ent)?|{_HAVE} nié|ni(?:e|ent) (?:avoir|que|"
            r"toute)|"
            rf"{_HAVE} rejeté|rejett?e(?:nt)?|{_HAVE} réfuté",
            claim=rf"{_HAVE} prétendu|préten(?:d|dent)|{_HAVE} assuré|assur(?:e|ent)|"
            r"affirm(?:e|ent|ait)|"
            rf"{_HAVE} affirmé|{_HAVE} soutenu",
            estimate=rf"{_HAVE} estimé|estim(?:e|ent|ait)|prévoi(?:t|ent)",
            hint=rf"{_HAVE} laissé entendre|laiss(?:e|ent) entendre|{_HAVE} suggéré",
            said=rf"{_HAVE} (?:déclaré|dit|indiqué|annoncé|ajouté|précisé|expliqué|confirmé|"
            r"rapporté|"
            r"averti|souligné|écrit|reconnu|fait savoir)|déclar(?:e|ent)|indiqu(?:e|ent|ait)|"
            r"annonc(?:e|ent)|précis(?:e|ent)|expliqu(?:e|ent)|confirm(?:e|ent)|ajout(?:e|ent)|"
            r"dit",
        ),
        before=r"selon|d['’]après|de source|de l['’]avis (?:du|des|de la|de)",
        vague=r"aurai(?:t|ent)|présumé(?:e|s|es)?|supposé(?:e|s|es)?",
        joins=r"que|qu|mais|et|tandis|alors|lorsque|après|avant|car|qui",
        follows=r"(?:les?|la|une?|sa|son|ses|leurs?|M\.|Mme) |l['’]|[A-ZÀÂÉÈÊÎÔ]",
        when=r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: (?:matin|soir))? |hier ",
        casualties=r"tué(?:e|s|es)?|mort(?:e|s|es)?|décédé(?:e|s|es)?|blessé(?:e|s|es)?|"
        r"disparu(?:e|s|es)?|victimes?|bilan|décès",
    ),
    "es": Cues(
        verbs=_verbs(
            accusation=r"sospech(?:a|an|ó|aron)|acus(?:ó|aron|a|an)|culp(?:ó|aron|a)|denunci(?:ó|aron|a|an)|"
            r"responsabiliz(?:ó|aron)",
            denial=r"neg(?:ó|aron)|nieg(?:a|an)|desm(?:intió|intieron|iente|ienten)|rechaz(?:ó|"
            r"aron|a)",
            claim=r"asegur(?:ó|aron|a|an)|sost(?:uvo|uvieron|iene)|alega|alegó|insist(?:ió|"
            r"ieron|e)",
            estimate=r"(?<!se )(?:estim(?:ó|aron|a|an)|calcul(?:ó|aron|a|an)|prev(?:é|én))",
            hint=r"insinu(?:ó|aron|a)|sugir(?:ió|ieron)|dej(?:ó|aron) entrever|dio a entender",
            said=r"dij(?:o|eron)|dice|dicen|afirm(?:ó|aron|a|an)|declar(?:ó|aron|a)|anunci(?:ó|"
            r"aron|a)|"
            r"señal(?:ó|aron|a)|inform(?:ó|aron|a)|indic(?:ó|aron|a)|agreg(?:ó|aron)|añad(?:ió|"
            r"ieron)|"
            r"explic(?:ó|aron|a)|confirm(?:ó|aron|a)|advirt(?:ió|ieron)|report(?:ó|aron|a)|"
            r"precis(?:ó|aron|a)|reconoc(?:ió|ieron)|pid(?:ió|ieron)",
        ),
        before=r"según|de acuerdo con|a juicio de",
        vague=r"presunt(?:o|a|os|as|amente)|supuest(?:o|a|os|as|amente)|habría(?:n)?",
        joins=r"que|pero|y|mientras|cuando|después|antes|porque|aunque",
        follows=r"(?:el|la|los|las|una?|su|sus) |[A-ZÁÉÍÓÚÑ]",
        when=r"(?:el |este )?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo) |ayer |hoy ",
        casualties=r"muert(?:o|a|os|as|e|es)|murió|murieron|fallecid(?:o|a|os|as)|falleci(?:ó|"
        r"eron)|"
        r"herid(?:o|a|os|as)|desaparecid(?:o|a|os|as)|víctimas?|asesinad(?:o|a|os|as)",
    ),
    "ar": Cues(
        verbs=_verbs(
            accusation=r"[وف]?(?:ي|ت)?(?:اتهمت?|تهم|اتهموا|حمّ?لت?)|"
            r"[وف]?(?:نددت?|ندّدت?|أدانت?|دانت?|استنكرت?|انتقدت?)",
            denial=r"[وف]?(?:نفى|نفت|نفوا|ينفي|تنفي|أنكرت?|ينكر|تنكر|فنّ?دت?|كذّ?بت?)|"
            r"[وف]?(?:رفض|رفضت)\b(?=[^.]*(?:اتهام|مزاعم|ادعاء))",
            claim=r"[وف]?(?:زعمت?|ادعى|ادعت|يزعم|تزعم|اعتبرت?|رأى|رأت|وصفت?)",
            estimate=r"[وف]?(?:قدّ?رت?|يقدر|تقدر|توقعت?)",
            hint=r"[وف]?(?:لمّ?حت?|ألمحت?|أشارت?)",
            said=r"[وف]?(?:قالت?|قالوا|يقول|تقول|أعلنت?|أكدت?|أفادت?|ذكرت?|صرحت?|صرّحت?|أضافت?|"
            r"أوضحت?|حذرت?|أخبرت?|أضاف|كشفت?|شددت?|لفتت?|تابعت?|طالبت?|اعترفت?|هددت?|"
            r"(?:ي|ت)(?:ؤكد|علن|ضيف|ذكر|وضح|حذر))",
        ),
        before=r"[وف]?(?:(?:وفق|طبق)(?:ا|ًا|اً) ل|بحسب|حسب|وفق|نقلا عن|على حد قول|على لسان)",
        when=r"(?:ذلك )?(?:يوم )?(?:أمس |اليوم |مساء |صباح )*"
        r"(?:(?:الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد) )?",
        vague=r"يُزعم|مزعوم(?:ة)?",
        joins=r"إن|أن|إنه|إنها|أنه|أنها|لكن|بأن|بـ",
        casualties=r"(?:ال)?قتلى|قتيلا?|قُ?تلوا?|قُ?تلت?|مقتل|(?:ال)?جرحى|جريحا?|إصابة|أصيبوا?|"
        r"(?:ال)?ضحايا|"
        r"(?:ال)?مفقودين|لقوا|وفاة|القتلى",
        verb_first=True,
    ),
}  # fmt: skip

SIDES = (
    r"\b(?:prosecut\w+|opposition|critics?|rebels?|militants?|militia|activists?|plaintiffs?|"
    r"opponents?|supporters?|backers?|farmers|residents|neighbou?rs|protesters|villagers|accusers?|whistleblowers?|rivals?|campaigners?|unions?|witness\w*|survivors?|"
    r"staatsanwalt\w*|opposition\w*|gewerkschaft\w*|kritiker\w*|zeug(?:e|en|in|innen)|"
    r"parquet|procureur\w*|syndicat\w*|temoins?|"
    r"fiscal\w*|oposicion|sindicato\w*|testigos?)\b|النيابة|المعارضة|شهود"
)
"""Speakers, folded, whose word is one side's: what they say is a claim, however it is said."""

GENERIC = (
    r"^(?:the |a |an |its |his |her |their )?(?:company|group|firm|ministry|minister|government|"
    r"officials?|authorit(?:y|ies)|spokes\w+|statement|report|agency|operator|"
    r"court|president|council|office|department|police|unternehmen|konzern|behorden?|ministerium|"
    r"sprecher(?:in)?|groupe|entreprise|ministere|porte-parole|empresa|ministerio|portavoz)$"
)
"""Speakers, folded, named only by what they are: a retelling may call them by their name."""
