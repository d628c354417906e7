"""The words by which texts deny, speak of a figure and name offices, language by language."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """The patterns of one language.

    `denies` are verbs of denial, `back` objects that point at what was said before, `gives` verbs
    by which somebody gives a figure, `accuses` verbs that charge somebody, `no` negations before
    a noun, `not_` those anywhere. `contrast` parts two speakers of one sentence. `role` names what
    somebody is within an office, `pronoun` who was named before.
    """

    denies: re.Pattern[str]
    back: re.Pattern[str]
    gives: re.Pattern[str]
    accuses: re.Pattern[str]
    no: re.Pattern[str]
    not_: re.Pattern[str]
    contrast: re.Pattern[str]
    role: re.Pattern[str]
    pronoun: re.Pattern[str]


def _word(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


_UNTRUE = r"(?:un)?true|false|baseless|unfounded|nonsense|lies?|invented|fabricated|wrong"

SPEECH = {
    "en": Speech(
        denies=_word(
            r"(?<!was )(?<!were )(?<!been )(?<!be )(?<!is )(?<!are )(?:den(?:y|ies|ied)|"
            r"disput(?:e|es|ed)|reject(?:s|ed)?|contradict(?:s|ed)?|"
            r"refut(?:es|ed)|dismiss(?:es|ed)|disagree(?:s|d)?|contest(?:s|ed))|"
            rf"call(?:s|ed) [^.;]{{2,40}}? (?:{_UNTRUE})|"
            rf"(?:said|says) (?:that )?(?:this|that|it|the \w+) (?:is|was|were|are) (?:{_UNTRUE})|"
            r"sees? no \w+ in|saw no \w+ in|(?:considers?|considered) (?:this|that|it) \w+"
        ),
        back=_word(
            r"this|that|it|these|those|them|so|any (?:such \w+|wrongdoing|involvement)|"
            r"(?:the|that|this|these|those|all|any|her|his|their|its) "
            r"(?:accusation|allegation|charge|claim|account|report|version|figure|number|"
            r"statement|suggestion|criticism)s?"
        ),
        gives=_word(
            r"gives?|gave|puts?(?! (?:off|back|out|up|down))|names?|named|counts?|counted|"
            r"speaks? of|spoke of|cites?|cited|considers?|stood by|stands by|expects?|"
            r"had counted|had given"
        ),
        accuses=_word(r"accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing)|alleg(?:e|es|ed|ing)"),
        no=_word(r"no|not any|without(?: any)?|never(?: \w+)?|nor|not a(?: single)?"),
        not_=_word(r"no|not|never|none|nobody|nothing|neither|without|cannot|\w+n['’]t"),
        contrast=re.compile(r"[;:]|,? (?:while|whereas|but|although|though) |, (?:and )?"),
        role=_word(
            r"spokes(?:man|woman|person|people)|(?:vice[- ])?(?:chair(?:man|woman|person)?|"
            r"presidents?)|leaders?|directors?|heads?|chiefs?|secretary|speaker|lawyers?|"
            r"officials?|officers?|inspectors?|engineers?|representatives?|managers?|owners?|"
            r"minister|chief executive|commander|coach|curator|economist|adviser|members?"
        ),
        pronoun=_word(r"he|she|it|they|his|her|its|their"),
    ),
    "de": Speech(
        denies=_word(
            r"bestreite[tn]|bestritt(?:en)?|dementier(?:t|te|ten|en)|leugne[tn]|leugnete|"
            r"widerspricht|widersprach(?:en)?|(?:wies|wiesen|weist|weisen)(?=[^.]* zurück)|"
            r"(?:nannte|nennt|nannten)(?=[^.]* (?:falsch|unwahr|haltlos|erfunden))"
        ),
        back=_word(
            r"das|dies|dem|es|ihn|sie|"
            r"(?:den|die|diese|diesen|alle|jede|einen|eine) (?:Vorw[uü]rfe?|Angaben?|"
            r"Darstellung(?:en)?|Berichte?|Behauptung(?:en)?|Anschuldigung(?:en)?|Zahl(?:en)?)"
        ),
        gives=_word(
            r"zählte[n]?|zählt|spr(?:ach|icht|achen|echen) von|nenn(?:t|en)|nannte[n]?|"
            r"beziffer(?:t|te|n)|ging(?:en)? von|geh(?:t|en) von|war von"
        ),
        accuses=_word(
            r"(?:wirft|warf|werfen|warfen)(?=[^.]* vor)|beschuldig(?:t|te|ten|en)|"
            r"bezichtig(?:t|te|ten)|(?:macht|machte|machten)(?=[^.]* verantwortlich)"
        ),
        no=_word(r"kein(?:e|en|er|em|es)?|ohne|nie(?:mals)?"),
        not_=_word(r"nicht|kein(?:e|en|er|em|es)?|nie(?:mals)?|niemand|nichts|ohne"),
        contrast=re.compile(r"[;:]|,? (?:während|aber|doch|und|hingegen|dagegen) |, "),
        role=_word(
            r"Sprecher(?:in|s)?|Vorsitzende[rn]?|Chef(?:in)?|Leiter(?:in)?|Direktor(?:in)?|"
            r"Präsident(?:in)?|Sekretär(?:in|s)?|Anw[aä]lt(?:in)?|Geschäftsführer(?:in)?|"
            r"\w+sprecher(?:in)?|\w+chef(?:in)?"
        ),
        pronoun=_word(r"er|sie|es|seine?|ihre?|ihr|dessen|deren"),
    ),
    "fr": Speech(
        denies=_word(
            r"démen(?:t|tent|ti|tie|tir)|contest(?:e|ent|é)|ni(?:e|ent|é)|rejett?(?:e|ent|é)|"
            r"réfut(?:e|ent|é)|rejeté|qualifi\w+ [^.;]{2,40}? (?:fauss?e?s?|infondée?s?|mensonges?)"
        ),
        back=_word(
            r"l['’]?|le|la|les|ce que|cela|ça|ce point|toute?|"
            r"(?:cette|ces|les|l['’]|ce|tout) ?(?:accusations?|allégations?|version|chiffres?|"
            r"affirmations?|reproches?|violation)"
        ),
        gives=_word(
            r"avance(?:nt)?|compte(?:nt)?|parle(?:nt)? de|évoque(?:nt)?|donne(?:nt)?|"
            r"(?:a|ont) (?:compté|avancé|évoqué|recensé|dénombré)|estime(?:nt)?|recense(?:nt)?"
        ),
        accuses=_word(r"accus(?:e|ent|é|ait)|reproch(?:e|ent|é|ait)|dénonc(?:e|ent|é)"),
        no=_word(r"aucune?|pas de|pas d['’]|sans|plus de|plus d['’]|jamais"),
        not_=_word(r"ne|n['’]\w+|aucune?|sans|jamais|personne|rien"),
        contrast=re.compile(r"[;:]|,? (?:tandis qu['’e]|alors qu['’e]|mais|et) ?|, "),
        role=_word(
            r"porte-parole|présidente?|cheff?e?|directeur|directrice|secrétaire|avocate?|"
            r"responsable|maire|dirigeante?|propriétaire"
        ),
        pronoun=_word(r"il|elle|ils|elles|son|sa|ses|leur|leurs"),
    ),
    "es": Speech(
        denies=_word(
            r"nieg(?:a|an)|neg(?:ó|aron)|desm(?:iente|ienten|intió|intieron)|rechaz(?:a|an|ó|aron)|"
            r"refut(?:a|ó)|contradi(?:ce|jo)"
        ),
        back=_word(
            r"lo|eso|esto|las?|los|(?:la|las|esa|esas|el|los|ese|esos) (?:acusaci(?:ón|ones)|"
            r"versi(?:ón|ones)|cifras?|afirmaci(?:ón|ones)|informes?)"
        ),
        gives=_word(r"cifr(?:a|an|ó|aron) en|habl(?:a|an|ó|aron) de|cont(?:ó|aron)|da|dan|dio"),
        accuses=_word(r"acus(?:a|an|ó|aron)|culp(?:a|an|ó|aron)|denunci(?:a|an|ó|aron)"),
        no=_word(r"ning(?:ún|una)|sin|nunca"),
        not_=_word(r"no|nunca|ning(?:ún|una)|nadie|nada|sin"),
        contrast=re.compile(r"[;:]|,? (?:mientras|pero|y) (?:que )?|, "),
        role=_word(r"portavoz|president[ea]|líder|director(?:a)?|jef[ea]|secretari[oa]|abogad[oa]"),
        pronoun=_word(r"él|ella|ellos|ellas|su|sus"),
    ),
    "ar": Speech(
        denies=_word(
            r"[وف]?(?:نفى|نفت|نفوا|ينفي|تنفي|أنكرت?|ينكر|تنكر|رفضت?|يرفض|ترفض|كذّ?بت?|فندت?)"
        ),
        back=_word(r"ذلك|هذا|هذه|الأمر|الاتهامات?|المزاعم|صحة|التهمة|الرقم|الرواية"),
        gives=_word(r"[وف]?(?:قدّ?رت?|أحصت?|أحصى|تحدثت?|يقول|تقول|قالت?|ذكرت?)"),
        accuses=_word(r"[وف]?(?:ي|ت)?(?:اتهمت?|تهم|اتهموا)"),
        no=_word(r"لا|لم|لن|ليس(?:ت)?|أي|دون|بدون"),
        not_=_word(r"لا|لم|لن|ليس(?:ت)?|دون|بدون|غير"),
        contrast=re.compile(r"[؛:]|،? (?:بينما|لكن|فيما|في حين|أما) ?|، ?"),
        role=_word(
            r"(?:ال)?(?:متحدثة?|ناطقة?|رئيسة?|مديرة?|وزيرة?|قائدة?|محامية?)(?:ها|ه|هم)?"
            r"|رئيستها|رئيسها|رئيسته"
        ),
        pronoun=_word(r"هو|هي|هم"),
    ),
}  # fmt: skip


def speech(language: str | None) -> Speech:
    """Return the patterns of a language, those of English where it is not known."""
    return SPEECH.get((language or "en")[:2].lower(), SPEECH["en"])


def points_back(text: str, language: str | None = None) -> bool:
    """Tell whether a sentence denies something that the sentence before it says.

    >>> points_back("Belic denied that."), points_back("The ministry denies a breach.")
    (True, False)
    """
    forms = speech(language)
    cue = forms.denies.search(text)
    if cue is None:
        return False
    after = forms.back.match(text[cue.end() :].strip())
    return after is not None or forms.back.search(cue[0]) is not None
