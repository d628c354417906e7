"""The words by which texts deny, leave open and look back, language by language: data for stance.

Words are folded: lower case, without accents.
"""

# ruff: noqa: SIM905 (word lists read best as prose)

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceWords:
    """The words of one language.

    `negations` deny what follows them; `refusals` are verbs that do so too. `figurative` are
    phrases with a negation that deny nothing ("no less than"). `maybes` leave open what follows,
    `surely` are words that make it certain. `ago` are phrases that put a thing in the past,
    `past` words that do so loosely, `future` those before a year that is still to come.
    `infinitive_last` where the verb that a maybe governs ends its clause.
    """

    negations: frozenset[str]
    refusals: str
    figurative: str
    maybes: str
    surely: str
    ago: str
    past: str
    future: str
    infinitive_last: bool = False


_ENGLISH_NOT = (
    "not never no cannot neither nor without none nobody nothing didnt isnt wasnt doesnt wont cant "
    "couldnt wouldnt hasnt havent hadnt arent werent dont shouldnt"
)

STANCE = {
    "en": StanceWords(
        negations=frozenset(_ENGLISH_NOT.split()),
        refusals=r"(?:fail|refus|reject|declin|lack|prevent|avoid|oppos|prohibit|forbid|dismiss|"
        r"disput|refut|scrap|abandon|cancel|shelv)\w*|dropped|den(?:y|ie[ds]|ying)|unable|"
        r"ban(?:s|ned)?|bar(?:s|red)|stop(?:s|ped)?|halt(?:s|ed)?",
        figurative=r"\b(?:no (?:less|fewer|more|later|earlier|doubt|wonder) than|no doubt|not only|"
        r"not just|not less than|no matter|nothing but)\b",
        maybes=r"\b(?:may|might|could(?! not)|would have|considering|considers?|"
        r"hop(?:es?|ed|ing) to|propos(?:es|ed|ing)|plan(?:s|ned|ning)? to|hint(?:s|ed)|possibly|"
        r"perhaps|probably|likely|(?:is|are|was|were|be) (?:due|set|scheduled|slated) to|"
        r"expected to|aims? to|wants?|weigh(?:s|ing)|mull(?:s|ing)|contemplat\w+|intends? to|"
        r"seeks? to|threaten(?:s|ed)? to|rul(?:e|es|ed|ing) out|if|"
        r"still (?:have|has|needs?)(?: to)?|yet to)\b",
        surely=r"\b(?:will|did|shall|(?:has|have) (?:decided|agreed|chosen)|is to|are to)\b",
        ago=r"\b(?:\w+ (?:years?|months?|weeks?|decades?) (?:ago|earlier)|last (?:year|month|"
        r"spring|summer|autumn|winter|decade)|the previous year|a year (?:ago|earlier))\b",
        past=r"\b(?:ago|earlier|(?:years?|months?|weeks?|decades?) (?:before|prior)|"
        r"previous(?:ly)?|former(?:ly)?|then|at the time|last|once|decades?)\b",
        future=r"\b(?:by|before|until|till|end of|from|through)"
        r"(?: the| early| late| mid| end of)* $",
    ),
    "de": StanceWords(
        negations=frozenset(
            "nicht kein keine keinen keinem keiner keines nie niemals ohne weder niemand "
            "nichts".split()
        ),
        refusals=r"(?:verweiger|ablehn|lehnt|bestritt|bestreit|dementi|leugn|scheiter)\w*",
        figurative=r"\b(?:nicht (?:nur|weniger als|mehr als|zuletzt))\b",
        maybes=r"\b(?:konnten?|durften?|mochten?|mogliche?rweise|vielleicht|plan(?:t|en|te|ten)|"
        r"erwag(?:t|en)|wohl|will|wollen|falls|voraussichtlich)\b",
        surely=r"\b(?:werden|wird|hat|haben)\b",
        ago=r"\b(?:vor (?:\w+ )?(?:jahren|monaten|wochen|jahrzehnten)|im vergangenen jahr|"
        r"im vorjahr|letztes jahr|vor einem jahr)\b",
        past=r"\b(?:vor|damals|fruher(?:e[nrs]?)?|zuvor|einst|vergangene[nmrs]?|vorjahr\w*|"
        r"ehemalig\w*)\b",
        future=r"\b(?:bis|vor|ab|ende|anfang|mitte)(?: ende| anfang)? $",
        infinitive_last=True,
    ),
    "fr": StanceWords(
        negations=frozenset("pas jamais aucun aucune sans ni nullement guere".split()),
        refusals=r"(?:refus|rejet|dement|echou|interdi)\w*|nie|nient",
        figurative=r"\b(?:pas (?:moins|plus) de|pas seulement|non seulement)\b",
        maybes=r"\b(?:pourrai(?:t|ent)|devrai(?:t|ent)|peut-etre|envisage(?:nt)?|"
        r"prevoi(?:t|ent) de|souhaite(?:nt)?|veu(?:t|lent)|espere(?:nt)?|"
        r"serai(?:t|ent)|aurai(?:t|ent)|probablement)\b",
        surely=r"\b(?:va|vont|a decide|ont decide)\b",
        ago=r"\b(?:il y a (?:\w+ )?(?:ans?|mois|semaines|decennies)|l'an dernier|l'annee derniere|"
        r"le mois dernier)\b",
        past=r"\b(?:il y a|alors|auparavant|ancien(?:ne)?s?|derniere?|precedent\w*|jadis)\b",
        future=r"\b(?:d'ici|avant|jusqu'en|fin|a partir de|des)(?: fin)? (?:a )?$",
    ),
    "es": StanceWords(
        negations=frozenset("no nunca jamas tampoco sin ningun ninguna ninguno ni nada".split()),
        refusals=r"(?:rechaz|desm[ie]|prohib|evit)\w*|nieg\w+|neg(?:o|aron)",
        figurative=r"\b(?:no (?:menos|mas) de|no solo)\b",
        maybes=r"\b(?:podria[n]?|deberia[n]?|quiza[s]?|tal vez|plane(?:a|an)|preve[n]? que|"
        r"pretende[n]?|espera[n]?|quiere[n]?|habria[n]?|probablemente|puede que)\b",
        surely=r"\b(?:va a|van a|ha decidido|han decidido)\b",
        ago=r"\b(?:hace (?:\w+ )?(?:anos?|meses|semanas|decadas)|el ano pasado|el mes pasado)\b",
        past=r"\b(?:hace|entonces|antes|anterior\w*|pasad[oa]s?|antigu[oa]s?|ex)\b",
        future=r"\b(?:antes de|hasta|para|a partir de|finales de)(?: finales de)? $",
    ),
    "ar": StanceWords(
        negations=frozenset("لم لن لا ليس ليست غير دون بدون عدم ولم ولن ولا فلم فلن".split()),
        refusals=r"[وف]?(?:نفى|نفي|نفت|نفوا|رفض\w*|أنكر\w*|فشل\w*)",
        figurative=r"(?:لا يقل عن|ما لا يقل عن|لا يزيد عن|لا يزال|لا تزال)",
        maybes=r"(?<!\w)(?:قد|ربما|يمكن|يحتمل|يتوقع|يعتزم|تعتزم|يخطط|تخطط)(?!\w)",
        surely=r"(?<!\w)(?:سوف|س\w+)(?!\w)",
        ago=r"(?:قبل (?:عام|سنة|عامين|سنتين|\w+ (?:سنوات|أعوام|أشهر))|العام الماضي|الشهر الماضي)",
        past=r"(?:قبل|سابق\w*|الماضي\w*|آنذاك)",
        future=r"(?:قبل|حتى|بحلول)(?: نهاية)?(?: عام)? $",
    ),
}  # fmt: skip


def stance_words(language: str | None) -> StanceWords:
    """Return the words of `language`; English where it is not known.

    >>> "nicht" in stance_words("de-AT").negations
    True
    """
    return STANCE.get((language or "en")[:2].lower(), STANCE["en"])
