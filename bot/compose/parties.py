"""Who speaks, under all the names that a story has for them: a spokesman is his company."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)
# ruff: noqa: SIM905 (word lists read best as prose)

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.compose.speaking import speech
from bot.text.words import fold, is_stop

_OPENING = re.compile(r"[^\w’']+")
_WORD = re.compile(r"[^\W_][\w’'-]*")
_EMPTY = frozenset(
    "had has have not now also still yet again later earlier mr mrs ms dr declined former acting "
    "deputy prime said that who wie als eine ein einer hier herr frau mme m monsieur madame un "
    "une le la les des du".split()
)
_FORMER = re.compile(r"(?i:\b(?:former|ex-|ancien(?:ne)?|ehemalige[rn]?|frühere[rn]?|exjefe))")
_SAME_STEM = 6  # letters by which "Varland" and "Varlandish" are one name
_OFFICE = re.compile(
    r"(?:police|compan(?:y|ies)|unions?|council|boards?|governments?|opposition|insurers?|"
    r"residents|officials|doctors|hospitals?|army|rebels|activists|protesters|organisers|traders|"
    r"ministr(?:y|ies)|office|court|prosecutors?|party|embassy|operator|bank|association|"
    r"authorit(?:y|ies)|agency|committee|owners?|fire|city|town|rescuers|monitors|villagers|"
    r"polizei|gewerkschaft|feuerwehr|ministerium|regierung|partei|behörden?|stadt|unternehmen|"
    r"konzern|verband|veranstalter|armee|gericht|staatsanwaltschaft|krankenhaus|betreiber|"
    r"pompiers|préfecture|gouvernement|syndicats?|parti|mairie|parquet|armée|ville|"
    r"gobierno|sindicato|partido|policía|fiscalía|ejército)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One naming of a speaker: proper `names`, `offices` (nouns), and whether it points back.

    `is_for`: it names one who speaks for an office.
    """

    names: frozenset[str]
    offices: frozenset[str]
    points_back: bool
    is_for: bool


@lru_cache(maxsize=4096)  # a speaker is named over and over
def mention(words: str, language: str | None = None) -> Mention:
    """Return what a naming of a speaker says.

    >>> sorted(mention("board spokesman Teo Almquist").names)
    ['almqui', 'teo']
    >>> mention("Its leader, Rosa Tideman").points_back
    True
    """
    forms = speech(language)
    if left := _FORMER.search(words):  # one who left an office does not speak for it
        words = re.split(r"\b(?:of|at|von|bei|de|del)\b", words, maxsplit=1)[0] or left[0]
    names, offices, points_back = set[str](), set[str](), False
    for match in _WORD.finditer(words):
        word = re.sub(r"['’]s?$", "", match[0])
        plain = fold(word)
        if forms.pronoun.fullmatch(word):
            points_back = True
        elif plain in _EMPTY or forms.role.fullmatch(word) or is_stop(plain, language):
            continue
        elif _is_name(word, first=not _OPENING.sub("", words[: match.start()]), language=language):
            names.add(plain[:_SAME_STEM])
        else:
            offices.add(plain[:_SAME_STEM])
    return Mention(
        names=frozenset(names),
        offices=frozenset(offices),
        points_back=points_back,
        is_for=forms.role.search(words) is not None,
    )


def _is_name(word: str, *, first: bool, language: str | None) -> bool:
    """Tell a proper name by its capital, which proves nothing of offices that open a phrase."""
    if not word[:1].isupper():
        return False
    return not ((first or (language or "en")[:2] == "de") and _OFFICE.fullmatch(word))


def names_office(words: str) -> bool:
    """Tell whether words name somebody who can speak: an office or a proper name.

    >>> names_office("the union"), names_office("For the first time")
    (True, False)
    """
    found = _WORD.findall(words)
    proper = [word for word in found[1:] if word[:1].isupper()]
    return bool(proper) or any(_OFFICE.fullmatch(re.sub(r"^[dl]['’]", "", word)) for word in found)


def is_office(words: str) -> bool:
    """Tell whether words name an office, with whoever speaks for it or without.

    >>> is_office("the city council"), is_office("pensioner Hedda Moll")
    (True, False)
    """
    return any(_OFFICE.fullmatch(re.sub(r"['’]s?$", "", word)) for word in _WORD.findall(words))


_VERB = re.compile(
    r"(?<!\w)(?:habe|hat|haben|hätte|sei|ist|sind|wird|werde|fordert|verlangt|will|bietet|"
    r"réclame|exige|demande|propose|est|sont|ont|avait|reclama|pide|exige|ofrece|"
    r"tiene|había|is|are|was|were|has|have|had|would|demands?|wants?|asks?|offers?|qui|que|der die|"
    r"هذا|هذه|ذلك)(?!\w)",
    re.IGNORECASE,
)
_OF_SOMEBODY = re.compile(r"^[\w’']+ [^,]+, [^\W\d_a-zß-ÿ]")


def is_name(words: str, language: str | None = None) -> bool:
    """Tell whether words name a speaker and say nothing: no verb, and no pronoun for a name.

    >>> is_name("Police"), is_name("Er habe ein Angebot", "de"), is_name("Its leader, Rosa Tideman")
    (True, False, True)
    """
    if not words or _VERB.search(words):
        return False
    is_pronoun = speech(language).pronoun.match(words) is not None
    return not is_pronoun or _OF_SOMEBODY.match(words) is not None


_CALLED = re.compile(
    r"\b(?P<office>company|operator|firm|group|agency|owner|Unternehmen|Betreiber|Konzern|"
    r"compagnie|entreprise|empresa|Reederei),? (?P<name>[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+){0,3})"
)


def known_as(texts: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return what "the company" is called in a story that names one: "the company Delta Lines".

    >>> known_as(["The ferry company Delta Lines said so."])["compan"] == {"delta", "lines"}
    True
    """
    found: dict[str, frozenset[str]] = {}
    for text in texts:
        for match in _CALLED.finditer(text):
            names = frozenset(fold(word)[:_SAME_STEM] for word in match["name"].split())
            found.setdefault(fold(match["office"])[:_SAME_STEM], names)
    return found


class Parties:
    """Numbers for the speakers of a story; all namings of one speaker have one number."""

    def __init__(
        self,
        places: frozenset[str] = frozenset(),
        known_as: Mapping[str, frozenset[str]] | None = None,
    ) -> None:
        self._places = places
        self._known_as = known_as or {}
        self._names: list[set[str]] = []
        self._offices: list[set[str]] = []
        self._kept: list[int] = []

    def of(self, one: Mention, recent: Sequence[int]) -> int | None:
        """Return who a mention names; `recent` are the speakers before it, the latest last.

        None when it points at nobody known.
        """
        names = one.names - self._places or one.names
        if not names and len(one.offices) == 1:
            names = self._known_as.get(next(iter(one.offices)), names)
        if one.points_back and not names:
            return recent[-1] if recent else None
        if not names and not one.offices:
            return None
        found = self._by_names(names) if names else self._by_office(one.offices, recent)
        if found is None:
            found = self._new()
        is_known = self._tokens(found) >= one.offices
        self._names[found] |= names
        self._offices[found] |= one.offices
        if names and one.points_back and recent:
            self._join(found, recent[-1])
        elif names and one.offices and one.is_for and not is_known:
            self._join_office(found, one.offices)
            if own := self._known_as.get(next(iter(one.offices))):
                other = self._by_names(own)
                if other is not None:
                    self._join(found, other)
        return self.kept(found)

    def kept(self, number: int) -> int:
        """Return the number that a speaker has now."""
        while self._kept[number] != number:
            number = self._kept[number]
        return number

    def _new(self) -> int:
        self._names.append(set())
        self._offices.append(set())
        self._kept.append(len(self._kept))
        return len(self._kept) - 1

    def _alive(self) -> list[int]:
        return [number for number, kept in enumerate(self._kept) if number == kept]

    def _by_names(self, names: frozenset[str]) -> int | None:
        """Return the speaker who shares a name."""
        found = [number for number in self._alive() if self._names[number] & names]
        return max(found, key=lambda number: len(self._names[number] & names), default=None)

    def _by_office(self, offices: frozenset[str], recent: Sequence[int]) -> int | None:
        """Return the speaker of an office: the latest before, else the only one in the story."""
        for number in reversed(recent):
            if self._tokens(number) >= offices:
                return number
        return self._only(offices)

    def _only(self, offices: frozenset[str], *, but: int | None = None) -> int | None:
        found = [n for n in self._alive() if n != but and self._tokens(n) >= offices]
        return found[0] if len(found) == 1 else None

    def _tokens(self, number: int) -> set[str]:
        number = self.kept(number)
        return self._names[number] | self._offices[number]

    def _join_office(self, number: int, offices: frozenset[str]) -> None:
        """Join a spokesman with the office that he speaks for, if there is but one."""
        other = self._only(offices, but=number)
        if other is not None:
            self._join(number, other)

    def _join(self, one: int, other: int) -> None:
        one, other = self.kept(one), self.kept(other)
        if one != other:
            old, new = min(one, other), max(one, other)
            self._names[old] |= self._names[new]
            self._offices[old] |= self._offices[new]
            self._kept[new] = old
