"""Verifies a summary against its sources: what in it is not borne out, rule by rule.

A sentence that stands word for word where it is cited needs no further proof. Any other, such
as one a model wrote, is compared with the sentences it cites. A new rule is a new function in
`RULES`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bot.models import Article, ArticleId, Citation, Finding, Sentence, Summary
from bot.text.attribution import Cue, attribution, is_casualty_count
from bot.text.figures import Figure, figures
from bot.text.quotations import quotations
from bot.text.sentences import sentences
from bot.text.words import fold, is_stop, names, stem, stems, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sentence of a summary beside what it cites.

    `cited` are the texts at the citations that exist; `articles` are those they stand in.
    """

    number: int
    sentence: Sentence
    cited: tuple[str, ...]
    articles: tuple[Article, ...]
    language: str | None

    @property
    def is_verbatim(self) -> bool:
        """Whether the sentence is part of one of the texts it cites, as it stands."""
        return bool(self.sentence.text.strip()) and any(
            self.sentence.text in text for text in self.cited
        )

    def finding(self, rule: str, words_at_fault: str, detail: str) -> Finding:
        """Return a finding about this sentence."""
        return Finding(sentence=self.number, rule=rule, words=words_at_fault, detail=detail)


Rule = Callable[[Claim, Mapping[ArticleId, Article]], Iterator[Finding]]

_SUPPORTED = 0.6  # share of the words of a paraphrase that its sources have
_ALIKE = 0.34  # share of the words of a source sentence that a claim must have to retell it
_SHORTEST_QUOTATION = 2  # words
_NEGATION = re.compile(
    r"\b(?:not|never|no longer|cannot|neither|nor|without|nicht|kein(?:e[nrsm]?)?|nie|ne|n'|"
    r"jamais|"
    r"no|nunca|tampoco|sin)\b|n't\b|(?<!\w)(?:لم|لن|لا|ليس|ليست|غير|دون)(?!\w)"
)
_TO_NEGATED = 4  # words from "not" to what it denies: "has not yet been charged"
_DAYS = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|"
    r"august|"
    r"september|october|november|december|yesterday|tomorrow|montag|dienstag|mittwoch|donnerstag|"
    r"freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|"
    r"miercoles|jueves|viernes|sabado|domingo)\b"
)
_OPPOSITES = tuple(
    (re.compile(rf"\b(?:{one})\b"), re.compile(rf"\b(?:{other})\b"))
    for one, other in (
        (
            "rose|risen|rises|gained|climbed|increased|grew",
            "fell|fallen|falls|lost|dropped|decreased|shrank",
        ),
        ("opened|reopened|opens", "closed|shut|closes"),
        ("won|wins", "lost|loses"),
        ("confirmed|confirms|admitted|admits", "denied|denies"),
        ("accepted|accepts|approved|approves", "rejected|rejects|refused|refuses"),
        ("stiegen|stieg|steigt", "fielen|fiel|sanken|sank|sinkt"),
    )
)
_MAYBE = re.compile(
    r"\b(?:may|might|could|considering|consider|hopes?|proposed?|plans?|planned|hinted)\b"
)
_SURELY = re.compile(r"\b(?:will|did|has decided|have decided)\b")


def check(summary: Summary, articles: Mapping[ArticleId, Article]) -> tuple[Finding, ...]:
    """Return what in `summary` the articles do not bear out; nothing when all of it stands.

    Works for any summary, ours or a model's. `articles` are the sources by id; citing one that
    is not there is a finding.
    """
    return tuple(
        finding
        for number, sentence in enumerate(summary.sentences)
        for rule in RULES
        for finding in rule(_claim(number, sentence, articles), articles)
    )


def _claim(number: int, sentence: Sentence, articles: Mapping[ArticleId, Article]) -> Claim:
    """Return a sentence with the texts it cites."""
    found = [(cite, articles[cite.article]) for cite in sentence.cites if cite.article in articles]
    return Claim(
        number=number,
        sentence=sentence,
        cited=tuple(a.text[c.start : c.end] for c, a in found if _exists(c, a)),
        articles=tuple(article for _, article in found),
        language=found[0][1].language if found else None,
    )


def _exists(cite: Citation, article: Article) -> bool:
    """Tell whether a citation names characters that its article has."""
    return 0 <= cite.start < cite.end <= len(article.text)


def _cites(claim: Claim, articles: Mapping[ArticleId, Article]) -> Iterator[Finding]:
    """A sentence cites at least one article, and only articles there are."""
    if not claim.sentence.cites:
        yield claim.finding("cites", "", "The sentence cites nothing.")
    for cite in claim.sentence.cites:
        if cite.article not in articles:
            yield claim.finding("cites", cite.article, "There is no such article.")


def _span(claim: Claim, articles: Mapping[ArticleId, Article]) -> Iterator[Finding]:
    """A citation names characters that stand in its article."""
    for cite in claim.sentence.cites:
        article = articles.get(cite.article)
        if article is not None and not _exists(cite, article):
            place = f"{cite.article} {cite.start}-{cite.end}"
            detail = f"The article has {len(article.text)} characters, and not these."
            yield claim.finding("span", place, detail)


def _figure(claim: Claim, _: Mapping[ArticleId, Article]) -> Iterator[Finding]:
    """A figure stands in what is cited, of the same thing and as sure."""
    text = claim.sentence.text
    given = [f for cited in claim.cited for f in figures(cited, claim.language)]
    there = fold(" ".join(claim.cited))
    for figure in figures(text, claim.language):
        same = [f for f in given if f.value == figure.value and _comparable(f, figure)]
        shown = text[figure.start : figure.end]
        if not same:
            yield claim.finding("figure", shown, "The cited text has no such figure.")
        elif not any(_of_same_thing(f, figure) for f in same) and fold(figure.unit) not in there:
            detail = f"The cited text counts {same[0].unit}, not {figure.unit}."
            yield claim.finding("figure", shown, detail)
        elif all(f.hedge != figure.hedge for f in same):
            detail = f"The cited text says {same[0].hedge or 'exactly'}."
            yield claim.finding("figure", shown, detail)


def _comparable(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are of kinds that can mean the same; money is of one currency."""
    return one.kind == other.kind and (one.kind != "money" or one.unit == other.unit)


def _of_same_thing(one: Figure, other: Figure) -> bool:
    """Tell whether two figures may count the same thing: one names none, or they share a word."""
    if not one.near or not other.near or one.kind != "count":
        return True
    return bool({stem(fold(word)) for word in one.near} & {stem(fold(word)) for word in other.near})


def _quotation(claim: Claim, _: Mapping[ArticleId, Article]) -> Iterator[Finding]:
    """What is quoted stands within one cited sentence, and its speaker beside it."""
    given = [" ".join(words(s)) for text in claim.cited for s in sentences(text, claim.language)]
    for quotation in quotations(claim.sentence.text):
        parts = [" ".join(words(p)) for p in re.split(r"\.\.\.|…|\[[^\]]*\]", quotation.text)]
        if len(quotation.text.split()) < _SHORTEST_QUOTATION:
            continue
        if not any(all(part in sentence for part in parts) for sentence in given):
            detail = "No cited sentence has these words."
            yield claim.finding("quotation", quotation.text, detail)


def _name(claim: Claim, _: Mapping[ArticleId, Article]) -> Iterator[Finding]:
    """A name stands in a cited article, its words together. German capitals show no names."""
    if (claim.language or "").startswith("de"):
        return
    there = [f" {' '.join(words(f'{a.title} . {a.text}'))} " for a in claim.articles]
    initials = {i for a in claim.articles for i in _initials(a.text)}
    for name in names(claim.sentence.text):
        plain = " ".join(words(name))
        if not any(f" {plain} " in text for text in there) and plain not in initials:
            yield claim.finding("name", name, "No cited article has this name.")


def _initials(text: str) -> Iterator[str]:
    """Yield the initials of the longer names in a text: they may stand for them."""
    for name in names(text):
        capitals = [word[0] for word in name.split() if word[:1].isupper()]
        if len(capitals) > 1:
            yield "".join(capitals).lower()


def _day(claim: Claim, _: Mapping[ArticleId, Article]) -> Iterator[Finding]:
    """A weekday or month is one that the cited text names."""
    there = fold(" ".join(claim.cited))
    for match in _DAYS.finditer(fold(claim.sentence.text)):
        if match[0] not in there:
            yield claim.finding("day", match[0], "The cited text does not name this day.")


def _attribution(claim: Claim, _: Mapping[ArticleId, Article]) -> Iterator[Finding]:
    """An accusation, denial, claim, estimate, toll or quotation keeps its speaker."""
    own = frozenset(words(claim.sentence.text))
    content = frozenset(stems(claim.sentence.text, claim.language))
    for text in _retold(claim, content):
        said = attribution(text, claim.language)
        if said is None or not said.speaker or said.is_pronoun or not _must_keep(claim, text):
            continue
        speaker = [w for w in words(said.speaker) if not is_stop(w, claim.language)]
        if speaker and not own & set(speaker):
            yield claim.finding("attribution", said.speaker, "Who said so is left out.")


def _retold(claim: Claim, content: frozenset[str]) -> Iterator[str]:
    """Yield the cited sentences that a claim retells."""
    for text in claim.cited:
        for sentence in sentences(text, claim.language):
            given = set(stems(sentence, claim.language))
            if len(given & content) >= _ALIKE * max(1, min(len(given), len(content))):
                yield sentence


def _must_keep(claim: Claim, text: str) -> bool:
    """Tell whether a cited sentence is one whose speaker may not be lost."""
    said = attribution(text, claim.language)
    quotes = bool(quotations(claim.sentence.text)) and bool(quotations(text))
    unsure = said is not None and said.kind is not Cue.SAID
    return quotes or unsure or is_casualty_count(claim.sentence.text, claim.language)


def _polarity(claim: Claim, _: Mapping[ArticleId, Article]) -> Iterator[Finding]:
    """What the cited text denies is not affirmed, nor the other way round."""
    own, own_denied = _affirmed_and_denied(claim.sentence.text, claim.language)
    sides = [_affirmed_and_denied(text, claim.language) for text in claim.cited]
    affirmed = {word for side, _ in sides for word in side}
    denied = {word for _, side in sides for word in side}
    for word in sorted((own & denied - affirmed) | (own_denied & affirmed - denied)):
        yield claim.finding("polarity", word, "The cited text says the opposite.")


def _affirmed_and_denied(text: str, language: str | None) -> tuple[set[str], set[str]]:
    """Return the stems that a text affirms, and those that stand right after a "not"."""
    folded = fold(text)
    ends = [match.end() for match in _NEGATION.finditer(folded)]
    denied = {
        stem
        for end in ends
        for stem in stems(
            " ".join(re.split(r"[,;.:]", folded[end:])[0].split()[:_TO_NEGATED]), language
        )
    }
    return set(stems(text, language)) - denied, denied


def _direction(claim: Claim, _: Mapping[ArticleId, Article]) -> Iterator[Finding]:
    """What rose did not fall, and what may be is not what will be."""
    text, there = fold(claim.sentence.text), fold(" ".join(claim.cited))
    for pair in _OPPOSITES:
        for mine, other in (pair, pair[::-1]):
            match = mine.search(text)
            if match and not mine.search(there) and other.search(there):
                yield claim.finding("direction", match[0], "The cited text says the opposite.")
    sure = _SURELY.search(text)
    if sure and _only_maybe(claim, text[sure.end() :]):
        yield claim.finding("direction", sure[0], "The cited text says only that it may.")


def _only_maybe(claim: Claim, after: str) -> bool:
    """Tell whether what a claim says will be is, in each cited sentence that has it, a maybe."""
    verb = set(stems(after, claim.language)[:1])
    found = [
        fold(sentence)
        for text in claim.cited
        for sentence in sentences(text, claim.language)
        if verb & set(stems(sentence, claim.language))
    ]
    return bool(found) and all(_MAYBE.search(text) and not _SURELY.search(text) for text in found)


def _support(claim: Claim, _: Mapping[ArticleId, Article]) -> Iterator[Finding]:
    """Most of what a sentence says is said in what it cites."""
    own = set(stems(claim.sentence.text, claim.language))
    there = {word for text in claim.cited for word in stems(text, claim.language)}
    missing = own - there
    if claim.cited and own and len(missing) > (1 - _SUPPORTED) * len(own):
        detail = "Too much of the sentence is not in the cited text."
        yield claim.finding("support", " ".join(sorted(missing)), detail)


def _unless_verbatim(rule: Rule) -> Rule:
    """Return a rule that lets pass what stands word for word in its source."""

    def passing(claim: Claim, articles: Mapping[ArticleId, Article]) -> Iterator[Finding]:
        if not claim.is_verbatim:
            yield from rule(claim, articles)

    return passing


RULES: tuple[Rule, ...] = (
    _cites,
    _span,
    *map(
        _unless_verbatim,
        (_figure, _quotation, _name, _day, _attribution, _polarity, _direction, _support),
    ),
)
