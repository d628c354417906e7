"""Who said it: the speaker a sentence names for what it tells, and how it is said."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)
# ruff: noqa: SIM905 (word lists read best as prose)

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.text.figures import Figure, FigureKind, figures
from bot.text.lowercase import lowered
from bot.text.quotations import Quotation, quotations, unquoted
from bot.text.speech_cues import CUES, Cue, Cues

__all__ = [
    "Attribution",
    "Cue",
    "attribution",
    "is_casualty_count",
    "is_claim",
    "is_measure",
    "is_orphan",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who said what a sentence tells. `speaker` is empty when the sentence does not name one."""

    speaker: str
    cue: str
    kind: Cue

    @property
    def is_pronoun(self) -> bool:
        """Whether the speaker is named only by a word that points elsewhere."""
        return self.speaker.lower() in _PRONOUNS


_PRONOUNS = frozenset(
    "he she they it i we you who er sie es wir il elle ils elles on nous él ella ellos ellas "
    "هو هي هم".split()
)
_LONGEST_SPEAKER = 12  # words; what is longer is a clause, and its end names the speaker
_SHORT_QUOTATION = 3  # words; "so-called" marks and titles need no speaker
_BESIDE = 80  # characters between a count and the word that says what befell them
_MEASURES = re.compile(
    r"(?:year|month|week|day|hour|minute|second|time|mile|km|kilomet|met(?:er|re)|feet|foot|inch|"
    r"degree|point|goal|game|percent|jahr|monat|woche|tag|stunde|minute|an(?:s|née)|mois|"
    r"semaine|jour|"
    r"heure|año|mes(?:es)?\b|semana|día|hora|سن|عام|أسبوع|يوم|ساع)"
)
_TITLE = r"\b(?:Dr|Prof|Mrs?|Ms|Gen|Sen|Rep|Gov|Sra?|Mme|Mlle|MM?|Ing|Lic|د|أ)\."
_AND = re.compile(r"\b(?:and|but)(?: then| also| later)?\s*$")
_WHO = re.compile(r",? (?:who|which|qui|quienes)\s*$")
_VERB = re.compile(
    r"\w{2,}ed|was|were|is|are|has|have|had|will|would|said|told|left|met|won|lost|made"
)
_HEAD = re.compile(rf"(?:{_TITLE}|\d[.,]\d|[^,،;؛:.!?؟()«»“”\"–—])+")
_POINTING = re.compile(
    r"(?:^|[.;:] *)(?:das|dies|(?:así )?lo|c['’]est ce qu['’]) *$", re.IGNORECASE
)
_BREAK = re.compile(r"[;؛:«»“”\"–—]")
_NAMING = re.compile(r"\b(?:called|dubbed|so-called|known as|titled|named|entitled)\W{0,3}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    """The cues of a language, compiled once; `any_cue` and `casualties` are for `lowered` text."""

    cues: Cues
    any_cue: re.Pattern[str]
    kinds: tuple[tuple[re.Pattern[str], Cue], ...]
    joins: re.Pattern[str]
    casualties: re.Pattern[str]
    follows: re.Pattern[str]
    when: re.Pattern[str]
    name: re.Pattern[str]


@lru_cache(maxsize=8)
def _patterns(language: str) -> _Patterns:
    """Return the patterns of a two-letter language; English where it is not known."""
    cues = CUES.get(language, CUES["en"])
    verbs = "|".join(cues.verbs)
    return _Patterns(
        cues=cues,
        any_cue=re.compile(
            rf"\b(?:(?P<before>{lowered(cues.before)})(?:\b|(?<=\bل))"
            rf"|(?P<after>{lowered(cues.after)})\b"
            rf"|(?P<vague>{lowered(cues.vague)})\b|(?P<verb>{lowered(verbs)})\b)"
        ),
        kinds=tuple((re.compile(verb, re.IGNORECASE), kind) for verb, kind in cues.verbs.items()),
        joins=re.compile(rf"(?:^|[\s,])(?:{cues.joins})(?=\s|$)", re.IGNORECASE),
        casualties=re.compile(rf"\b(?:{lowered(cues.casualties)})\b"),
        follows=re.compile(cues.follows),
        when=re.compile(cues.when),
        name=re.compile(cues.name),
    )


def _of(language: str | None) -> _Patterns:
    """Return the patterns of `language`, however it is written."""
    return _patterns((language or "en")[:2].lower())


@lru_cache(maxsize=8192)  # asked again for claims and orphans
def attribution(sentence: str, language: str | None = None) -> Attribution | None:
    """Return who says what `sentence` tells, or None when it tells it as fact.

    What somebody says inside a quotation does not count. A named speaker wins over a pronoun,
    a pronoun over none.

    >>> attribution("At least 14 people died, the coast guard said.")
    Attribution(speaker='the coast guard', cue='said', kind=<Cue.SAID: 'said'>)
    >>> attribution("Le maire a démenti tout retard.", "fr").kind
    <Cue.DENIAL: 'denial'>
    """
    patterns = _of(language)
    if not patterns.any_cue.search(lowered(sentence)):
        return None
    told = unquoted(sentence)
    found = [_said(told, match, patterns) for match in patterns.any_cue.finditer(lowered(told))]
    return max(found, key=_certainty, default=None)


def _certainty(said: Attribution) -> int:
    """Return how much an attribution tells of its speaker."""
    return 0 if not said.speaker else 1 if said.is_pronoun else 2


def is_casualty_count(sentence: str, language: str | None = None) -> bool:
    """Tell whether `sentence` counts dead, injured or missing people.

    >>> is_casualty_count("Five people were killed."), is_casualty_count("Five boats sank.")
    (True, False)
    """
    casualties, lower = _of(language).casualties, lowered(sentence)
    if not casualties.search(lower):
        return False
    return any(
        casualties.search(lower, max(0, figure.start - _BESIDE), figure.end + _BESIDE)
        for figure in figures(sentence, language)
        if figure.kind is FigureKind.COUNT and not is_measure(figure)
    )


def is_measure(figure: Figure) -> bool:
    """Tell whether a figure measures time or size: "three years", "40 km".

    >>> [is_measure(figure) for figure in figures("Three years, three homes")]
    [True, False]
    """
    return _MEASURES.match(" ".join(figure.near)) is not None


def is_claim(sentence: str, language: str | None = None) -> bool:
    """Tell whether `sentence` needs its speaker: an accusation, denial, estimate or casualty count.

    >>> is_claim("The union accused the ministry of delay."), is_claim("The bridge opened.")
    (True, False)
    """
    said = attribution(sentence, language)
    return (said is not None and said.kind is not Cue.SAID) or is_casualty_count(sentence, language)


def is_orphan(sentence: str, language: str | None = None) -> bool:
    """Tell whether `sentence` quotes somebody without saying whom.

    >>> is_orphan("“We were told nothing.”"), is_orphan("“We knew,” said Petra Holm.")
    (True, False)
    """
    quoted = [q for q in quotations(sentence) if _is_speech(sentence, q)]
    if not quoted:
        return False
    said = attribution(sentence, language)
    return said is None or not said.speaker


def _is_speech(sentence: str, quotation: Quotation) -> bool:
    """Tell whether a quotation is what somebody said, not a title or a distanced word."""
    if not quotation.closed:
        return True
    length = len(quotation.text.split())
    return length > _SHORT_QUOTATION and not _NAMING.search(sentence[: quotation.start])


def _said(told: str, match: re.Match[str], patterns: _Patterns) -> Attribution:
    """Return the attribution that one cue makes, found in `told` in lower case."""
    cue = told[match.start() : match.end()]
    if match["vague"]:
        by = re.search(r"\bby ([^,.;]+)", told[match.end() :])
        return Attribution(speaker=by[1].strip() if by else "", cue=cue, kind=Cue.CLAIM)
    if match["before"]:
        return Attribution(
            speaker=_following(told[match.end() :], patterns), cue=cue, kind=Cue.SAID
        )
    if match["after"]:
        return Attribution(
            speaker=_preceding(told[: match.start()], patterns), cue=cue, kind=Cue.SAID
        )
    kind = next(kind for verb, kind in patterns.kinds if verb.match(told, match.start()))
    return Attribution(speaker=_subject(told, match, patterns), cue=cue, kind=kind)


def _subject(told: str, match: re.Match[str], patterns: _Patterns) -> str:
    """Return the subject of a verb of saying: before it, else after it ("said Petra Holm")."""
    before, after = told[: match.start()], told[match.end() :].lstrip()
    when = patterns.when.match(after)
    after = after[when.end() :] if when else after
    if who := _WHO.search(before):
        return _preceding(before[: who.start()], patterns)
    if _AND.search(before) and (subject := _opening(before)):
        return subject
    if told.endswith("ing", match.start(), match.end()) and before.rstrip().endswith(","):
        return _opening(before)
    if patterns.cues.verb_first or _inverts(before, after, patterns):
        return _following(after, patterns)
    return _preceding(before, patterns) or _following(after, patterns)


def _opening(before: str) -> str:
    """Return the subject of the clause before ", saying": its words up to its verb.

    >>> _opening("The parents' group rejected the call, ")
    "The parents' group"
    """
    clause = _BREAK.split(before)[-1].split(",")[0].split()
    ends = [at for at, word in enumerate(clause) if at and _VERB.fullmatch(word)]
    return " ".join(clause[: ends[0]]) if ends else ""


def _inverts(before: str, after: str, patterns: _Patterns) -> bool:
    """Tell whether the speaker follows the verb: "…, sagte der Minister", "Lo dijo la juez"."""
    if _POINTING.search(before):
        return True
    return before.rstrip().endswith(",") and patterns.follows.match(after) is not None


def _following(after: str, patterns: _Patterns) -> str:
    """Return the words that name a speaker right after a cue."""
    clause = after.lstrip(" ـ:,\u00a0")
    head = _HEAD.match(clause)
    name = head[0] if head else ""
    join = patterns.joins.search(name)
    name = (name[: join.start()] if join else name).strip()
    named = patterns.name.match(name)
    return _short(named[0] if named else name, keep_end=False)


def _preceding(before: str, patterns: _Patterns) -> str:
    """Return the words that name a speaker right before a cue, stepping over an apposition.

    In "the governor, Ines Marrow, said" and "Lind, a spokesman, hinted" the comma right before
    the verb closes an apposition, and the name stands before that.
    """
    clause = _BREAK.split(before)[-1]
    parts = clause.rstrip().split(",")
    while len(parts) > 1 and not parts[-1].strip():
        parts.pop()
    closed = clause.rstrip().endswith(",")
    if closed and len(parts) == 1:  # "..., teilte die Polizei mit": the speaker follows
        return ""
    name = ",".join(parts[-2:]) if closed else parts[-1]
    joins = list(patterns.joins.finditer(name))
    return _short((name[joins[-1].end() :] if joins else name).strip(" ,\u00a0"), keep_end=True)


def _short(name: str, *, keep_end: bool) -> str:
    """Return at most so many words of a name as a name can have."""
    words = name.split()
    return " ".join(words[-_LONGEST_SPEAKER:] if keep_end else words[:_LONGEST_SPEAKER])
