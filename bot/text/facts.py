"""What hard news a sentence carries: a toll, an accusation, a plan that changed, a sum."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)
# ruff: noqa: SIM905 (word lists read best as prose)

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.text.alternatives import any_of
from bot.text.attribution import Attribution, Cue, attribution, is_casualty_count, is_orphan
from bot.text.figures import Figure, FigureKind, figures
from bot.text.lowercase import lowered
from bot.text.quotations import quotations


class Fact(StrEnum):
    """A kind of news that readers of hard news miss when a summary leaves it out."""

    TOLL = "toll"
    ACCUSATION = "accusation"
    DENIAL = "denial"
    CLAIM = "claim"
    PLAN = "plan"
    APPOINTMENT = "appointment"
    SUM = "sum"


class Quoted(StrEnum):
    """How much of a sentence belongs to a quotation that holds more than that sentence."""

    NOT = ""
    PARTLY = "partly"
    WHOLLY = "wholly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The news in a sentence and whether it says who vouches for it.

    `sourced`: a speaker is named, and by more than a pronoun. `orphan`: it quotes nobody knows
    whom. `counts` are the values of what is counted and `units` of what, `victims` how they
    came to harm: for telling whether a count has changed.
    """

    kinds: frozenset[Fact]
    said: Attribution | None
    sourced: bool
    orphan: bool
    counts: frozenset[Decimal]
    units: frozenset[str]
    victims: frozenset[str]


_DAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|tomorrow|today|next (?:week|month|year)|"
    r"a (?:day|week|month)|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)|"
    r"(?:two|three|four|five|six|\d+) (?:days|weeks|months|hours)|\d{1,2}(?::\d\d)? ?[ap]\.?m"
)
_MOVED = {
    "en": re.compile(
        rf"(?i:\b(?:postpon\w+|reschedul\w+|put off|put back|brought forward|pushed back|"
        r"called off|cancell?ed|adjourn\w+|a day (?:later|earlier|late|early|sooner)|"
        r"(?:later|earlier|sooner) than (?:planned|scheduled|expected|announced)|"
        r"(?:originally|initially|previously|first) (?:scheduled|planned|set|due|announced|"
        r"expected)|"
        r"had been (?:scheduled|planned|set|due) (?:for|to)))\b"
        rf"|(?i:\b(?:moved|shifted|delayed|deferred|extended|brought|pushed|"
        rf"slipped)\b[^.;]{{0,20}}?"
        rf"\b(?:to|until|till|by|from|into)\b)(?=[^.;]{{0,25}}\b(?:{_DAY}|\d))"
        rf"|(?i:\b(?:(?:will|would|is|are|was|were|to) now|now (?:on|due|set|scheduled|expected|"
        rf"planned|take|begin|start))\b)"
        rf"(?=[^.]{{0,80}}\b(?:{_DAY}))"
    ),
    "de": re.compile(
        r"(?i:\b(?:verschoben|verschieb\w+|vertag\w+|verlegt|vorgezogen|abgesagt|verlänger\w+|"
        r"(?:einen|eine|zwei|drei) (?:Tage?|Wochen?) (?:später|früher)|ursprünglich (?:für|"
        r"geplant|vorgesehen)|nun (?:am|erst))\b)"
    ),
    "fr": re.compile(
        r"(?i:\b(?:report(?:é|ée|és|ées)\b(?! par)|repouss\w+ (?:à|au|jusqu|d['’]un)|ajourn\w+|"
        r"annul(?:é|ée|és|ées)|avanc(?:é|ée) (?:à|au|d['’]un)|"
        r"prolong\w+|initialement prévu\w*|(?:un jour|une semaine) plus t(?:ard|ôt)|"
        r"aura finalement lieu))"
    ),
    "es": re.compile(
        r"(?i:\b(?:aplaz\w+|pospus\w+|pospuest\w+|posterg\w+|cancelad\w+|adelant(?:ó|ada|"
        r"ado) (?:a|al)|"
        r"reprogram\w+|prorrog\w+|(?:un día|una semana) (?:después|antes)|"
        r"inicialmente previst\w+))"
    ),
    "ar": re.compile(r"(?:تأجيل|تأجلت?|أُ?رجئت?|إرجاء|تأجل|بدلا من|ألغيت?|تقديم موعد|كان مقررا)"),
}
_APPOINTED = re.compile(
    r"(?i:\b(?:will|would|is to|are to|due to|scheduled (?:to|for)|set to|expected to|"
    r"plans? to)\b)"
    rf"(?=[^.]{{0,90}}\b(?:{_DAY}))"
    r"(?=[^.]{0,120}\b(?i:meet\w*|talks|summit|vote|hearing|election|trial|strike|session|"
    r"decision|deadline|open|begin|resume|start))"
)
_CLAIMS = {
    Cue.ACCUSATION: Fact.ACCUSATION,
    Cue.DENIAL: Fact.DENIAL,
    Cue.HINT: Fact.ACCUSATION,
    Cue.CLAIM: Fact.CLAIM,
    Cue.ESTIMATE: Fact.CLAIM,
}
_CORRECTION = re.compile(
    r"(?i:\b(?:correction|corrects|an earlier version|earlier version of|Korrektur|Berichtigung|"
    r"in einer früheren (?:Fassung|Version)|rectificatif|correctif|une version précédente|"
    r"fe de erratas|una versión anterior))|تصحيح"
)
_MOVES = (
    *("postpon", "reschedul", "put off", "put back", "brought", "push", "called off", "cancel"),
    *("adjourn", "a day ", "later than", "earlier than", "sooner", "originally", "initially"),
    *("previously", "first sched", "first plan", "first set", "first due", "first ann"),
    *("first exp", "had been sch", "had been pl", "had been set", "had been due", "moved"),
    *("shifted", "delay", "defer", "extend", "slipped", " now "),
)
_HINTS = (
    *(
        "kill dead death wound injur hurt missing toll fatal casualt bodies drown victim displac "
        "accus blam condemn denounc denied denies deny reject refut disput dismiss claim alleg "
        "insist argue maintain contend assert believ estimat predict forecast projected projects "
        "reckon hint suggest implied implies signal indicate"
    ).split(),
    *(" die", "died", "think", "thought", "reportedly"),
    *_MOVES,
)
"""What stands in every English sentence of hard news but those that name a sum or a date."""
_ANY_MOVE, _ANY_HINT = re.compile(any_of(_MOVES)), re.compile(any_of(_HINTS))
_INTENDS = re.compile(
    r"\b(?:will|would|is to|are to|due to|scheduled (?:to|for)|set to|expected to|plans? to)\b"
)
"""As `_APPOINTED` begins. Of text in lower case, where it is found in less than half the time."""
_SUMS = re.compile(
    r"[$€£]|illion|dollar|euro|pounds|(?:\d{3}|hundred|thousand|dozen)[^.]{0,40}"
    r"(?:jobs|people|homes|houses|families|refugees|workers|residents|civilians|troops|soldiers|posts)"
)
_LARGE_SUM, _MANY = 100_000, 100
_MOSTLY = 0.4  # of a sentence's words, quoted
_ANSWERS = re.compile(r"(?i:repl(?:ied|ies)|respond(?:ed|s)|answer(?:ed|s)|ask(?:ed|s))")
_MATTERS = frozenset(
    "jobs people homes houses families refugees workers residents civilians troops soldiers "
    "posts "
    "häuser menschen stellen arbeitsplätze personnes emplois logements personas empleos "
    "viviendas شخص وظيفة منزل".split()
)
HARMS = {
    "dead": re.compile(
        r"(?i:kill|dead|\bdie[sd]?\b|death|toll|fatal|bodies|\btote|starb|getötet|ums leben|tué|"
        r"mort|"
        r"décè|muert|murier|murió|falleci)|قتل|قتيل"
    ),
    "hurt": re.compile(r"(?i:injur|wound|\bhurt|verletz|bless|herid)|جرح|جريح|صاب|صيب"),
    "missing": re.compile(r"(?i:missing|vermiss|disparu|desaparecid)|مفقود"),
}
_BACKGROUND = re.compile(
    r"(?i:\b(?:since|seit|depuis|desde)\b[^.;]{0,60}?\b(?:19|20)\d\d\b)|منذ[^.؛]{0,40}?(?:19|20)\d\d"
    r"|(?i:\b(?:in|over|during) the (?:past|last) (?:\w+ )?(?:years|decades?)\b)"
    r"|(?i:\bin den (?:vergangenen|letzten) (?:\w+ )?Jahren\b|\bces (?:\w+ )?dernières années\b"
    r"|\ben los últimos (?:\w+ )?años\b)|خلال السنوات"
)
_YEARS = ("19", "20", "years", "decade", "Jahren", "années", "años", "السنوات")
_LATIN = re.compile(r"[A-Za-z]")
_OFFICE = re.compile(
    r"(?i:\b(?:spokes\w+|minist\w+|police|army|government|opposition|union|company|council|"
    r"office|"
    r"court|prosecutors?|party|president|mayor|governor|embassy|rebels?|militia|operator|bank|"
    r"board|commission|association|observator\w+|monitors?|authorit\w+|agency|committee|"
    r"Regierung|Partei|Polizei|Gewerkschaft|Staatsanwaltschaft|Behörden?|Konzern|"
    r"préfecture|gouvernement|syndicat|parti|mairie|maire|parquet|armée|"
    r"gobierno|sindicato|partido|policía|fiscalía|ejército|alcalde|alcaldesa|consejer[oa])\b)"
)


def facts(text: str, language: str | None = None, *, quoted: Quoted = Quoted.NOT) -> Facts:
    """Return the hard news in a sentence; who speaks in what is quoted wholly stands elsewhere.

    >>> sorted(facts("Two people were killed, police said. The talks were postponed.").kinds)
    [<Fact.PLAN: 'plan'>, <Fact.TOLL: 'toll'>]
    """
    said = attribution(text, language)
    sourced = said is not None and bool(said.speaker) and not said.is_pronoun
    counted = figures(text, language)
    kinds = set(_dated(text, language))
    if is_casualty_count(text, language) and not (is_correction(text) or looks_back(text)):
        kinds.add(Fact.TOLL)
    if said is not None and sourced and said.kind in _CLAIMS:
        known = said.kind is Cue.DENIAL or _is_someone(said.speaker)
        kinds.add(_CLAIMS[said.kind] if known else Fact.CLAIM)
    if any(_is_sum(figure) for figure in counted):
        kinds.add(Fact.SUM)
    return Facts(
        kinds=frozenset(kinds),
        said=said,
        sourced=sourced,
        orphan=_is_orphan(text, said, language)
        or quoted is Quoted.WHOLLY
        or (quoted is Quoted.PARTLY and (said is None or not said.speaker)),
        counts=frozenset(figure.value for figure in counted if _is_news(figure)),
        units=frozenset(figure.unit for figure in counted if figure.unit),
        victims=_victims(text) if Fact.TOLL in kinds else frozenset(),
    )


def may_be_news(text: str, language: str | None = None) -> bool:
    """Tell at one look whether a sentence may hold hard news, and is worth reading for it.

    Only English is looked at so; of other languages every sentence may.

    >>> may_be_news("Two people were killed."), may_be_news("A band played in the rain.")
    (True, False)
    """
    if (language or "en")[:2].lower() != "en":
        return True
    lower = lowered(text)
    return (
        _ANY_HINT.search(lower) is not None
        or _SUMS.search(text) is not None
        or _appoints(text, lower)
    )


def _is_orphan(text: str, said: Attribution | None, language: str | None) -> bool:
    """Tell whether a sentence is for the most part what nobody knows who said, or to what.

    A few words in marks within what the outlet itself tells are none.
    """
    quoted = quotations(text)
    words = sum(len(one.text.split()) for one in quoted)
    if words < _MOSTLY * len(text.split()) and all(one.closed for one in quoted):
        return False
    return is_orphan(text, language) or (
        said is not None and _ANSWERS.fullmatch(said.cue) is not None
    )


def _victims(text: str) -> frozenset[str]:
    """Return how the people that a text counts came to harm."""
    return frozenset(harm for harm, pattern in HARMS.items() if pattern.search(text))


def _dated(text: str, language: str | None) -> set[Fact]:
    """Return whether a sentence moves a plan or makes one."""
    code = (language or "en")[:2].lower()
    lower = lowered(text)
    if code in _MOVED and code != "en":
        moves = _MOVED[code].search(text) is not None
    else:
        moves = _ANY_MOVE.search(lower) is not None and _MOVED["en"].search(text) is not None
    if moves:
        return {Fact.PLAN}
    return {Fact.APPOINTMENT} if code == "en" and _appoints(text, lower) else set()


def _appoints(text: str, lower: str) -> bool:
    """Tell whether an English sentence, also given in lower case, makes a plan."""
    return _INTENDS.search(lower) is not None and _APPOINTED.search(text) is not None


def is_correction(text: str) -> bool:
    """Tell whether a sentence says what was wrong before.

    >>> is_correction("An earlier version of this report gave a wrong name.")
    True
    """
    return _CORRECTION.search(text) is not None


def looks_back(text: str) -> bool:
    """Tell whether a sentence counts the victims of years: since a war began is no news.

    >>> looks_back("The war has killed 9,000 since 2011."), looks_back("It killed nine on Monday.")
    (True, False)
    """
    if not any(map(text.__contains__, _YEARS)):
        return False
    return _BACKGROUND.search(text) is not None and bool(_victims(text))


def _is_someone(speaker: str) -> bool:
    """Tell a speaker one could ask from "each side" and "critics": a name or an office.

    Scripts without capitals show no names, so there every speaker will do.
    """
    if _OFFICE.search(speaker) or not _LATIN.search(speaker):
        return True
    return any(word[:1].isupper() for word in speaker.split()[1:])


def _is_sum(figure: Figure) -> bool:
    """Tell whether a figure is a sum or a number that matters."""
    if figure.kind is FigureKind.MONEY:
        return figure.value >= _LARGE_SUM
    return figure.kind is FigureKind.COUNT and figure.unit in _MATTERS and figure.value >= _MANY


def _is_news(figure: Figure) -> bool:
    """Tell whether a changed figure would be news: dates and clock times are not figures of it."""
    return figure.kind in {FigureKind.COUNT, FigureKind.MONEY, FigureKind.SHARE}
