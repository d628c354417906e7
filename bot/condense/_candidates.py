"""The sentences a summary may be made of, each with what is known of it."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.condense._openers import is_dangling, is_furniture
from bot.condense._quoting import running_quotations
from bot.condense._trimming import as_told, trimmed
from bot.models import Article, Change, Citation, Sentence, Story
from bot.text.attribution import attribution
from bot.text.days import named_days
from bot.text.facts import Quoted
from bot.text.sentences import sentence_spans
from bot.text.words import fold, stems

MOST_SENTENCES = 400  # of one story: what stands below that in a very long text is never news
_DETACHED = re.compile(r"[\"”’']\s")
_CLOSING = "\"'”’»“) "
_MOST_TOGETHER = 3  # sentences of one quotation
_FEWEST = 20  # of one article, however many there are


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A sentence at its place in an article of the story.

    `article` and `place` count from 0. `cites` are all places where the same words stand, or the
    parts of one place that its words come from. `sentences` is more than one for what somebody
    is quoted with at length, told whole.
    `leans` when it opens on a word that points at the sentence before.
    """

    text: str
    article: int
    place: int
    cites: tuple[Citation, ...]
    length: int
    sentences: int
    stems: Counter[str]
    language: str | None
    leans: bool
    furniture: bool
    asks: bool
    quoted: Quoted
    outlets: frozenset[str]


def candidates(articles: Sequence[Article]) -> tuple[Candidate, ...]:
    """Return the sentences of `articles`; what stands word for word in several is one."""
    most = max(_FEWEST, MOST_SENTENCES // max(1, len(articles)))
    first: dict[str, int] = {}
    found: list[Candidate] = []
    for number, article in enumerate(articles):
        for candidate in _of(article, number=number, most=most):
            known = first.setdefault(candidate.text, len(found))
            if known == len(found):
                found.append(candidate)
            elif found[known].article != number:
                found[known] = _merged(found[known], candidate)
    return tuple(found)


def as_sentence(
    one: Candidate, story: Story, *, is_new: bool, change: Change | None = None
) -> Sentence:
    """Return a candidate as it is told, with the dates of the days that it names.

    An article without a date names no day: when it was fetched says nothing of it.
    """
    article, place = story.articles[one.article], one.cites[0].start
    is_dated = article.published_at is not None or article.posts
    days = (
        named_days(one.text, written_at=article.said_at(place), language=one.language)
        if is_dated
        else ()
    )
    return Sentence(text=one.text, cites=one.cites, is_new=is_new, change=change, days=days)


def _of(article: Article, *, number: int, most: int) -> Iterator[Candidate]:
    """Yield the sentences of one article that say anything."""
    whole, language = article.text, article.language
    running = running_quotations(whole)
    repeats_title = fold(article.title).strip(" .")
    sentences = sentence_spans(whole, language)[:most]
    place = 0
    for at, (start, end) in enumerate(sentences):
        if "\n" in whole[start:end]:
            continue
        spans = trimmed(whole, (start, end), language=language, opens=place == 0)
        if fold(as_told(whole, spans)).strip(" .") == repeats_title:
            continue
        quoted = _quoted(spans[0][0], end, running)
        if _is_torn(whole, start, sentences[at + 1 : at + 2], language):
            quoted = Quoted.WHOLLY
        one = _candidate(article, spans, number=number, place=place, quoted=quoted)
        yield one
        last = _spoken_until(sentences[at : at + _MOST_TOGETHER], running) if quoted else 0
        if last and "\n\n" not in whole[start : sentences[at + last][1]]:
            together = ((spans[0][0], sentences[at + last][1]),)
            yield _candidate(
                article, together, number=number, place=place, quoted=Quoted.NOT, sentences=last + 1
            )
        place += 1


def _candidate(  # noqa: PLR0913 - what is known of a sentence before it is looked at
    article: Article,
    spans: Sequence[tuple[int, int]],
    *,
    number: int,
    place: int,
    quoted: Quoted,
    sentences: int = 1,
) -> Candidate:
    """Return what stands at `spans` of the article called `number`."""
    text, language = as_told(article.text, spans), article.language
    return Candidate(
        text=text,
        article=number,
        place=place,
        cites=tuple(Citation(article=article.id, start=a, end=b) for a, b in spans),
        length=len(text.split()),
        sentences=sentences,
        stems=Counter(stems(text, language)),
        language=language,
        leans=is_dangling(text, language, opens=place == 0),
        furniture=is_furniture(text),
        asks=text.rstrip(_CLOSING).endswith(("?", "؟", "？")),
        quoted=quoted,
        outlets=frozenset({article.outlet or article.source}),
    )


def _spoken_until(sentences: Sequence[tuple[int, int]], running: Sequence[tuple[int, int]]) -> int:
    """Return how many sentences after the first a quotation that begins in it takes, if any."""
    begins, ends = sentences[0]
    for a, b in running:
        if begins <= a < ends:
            last = next((at for at, (_, end) in enumerate(sentences) if b <= end), 0)
            inside = any(a < c < b for c, _ in running)
            return 0 if inside else last
    return 0


def _quoted(start: int, end: int, running: Sequence[tuple[int, int]]) -> Quoted:
    """Return how much of a sentence belongs to quotations that run over several sentences."""
    if any(a <= start and end <= b for a, b in running):
        return Quoted.WHOLLY
    crosses = any(a < end and start < b and not start <= a < b <= end for a, b in running)
    return Quoted.PARTLY if crosses else Quoted.NOT


def _is_torn(
    text: str, start: int, following: Sequence[tuple[int, int]], language: str | None
) -> bool:
    """Tell whether a quotation mark that stands by itself parts a sentence from its speaker.

    It opens the sentence, which may then be somebody's words, or what somebody says follows it.
    """
    if _DETACHED.match(text, start):
        return True
    return any(
        _DETACHED.match(text, a) is not None and attribution(text[a:b], language) is not None
        for a, b in following
    )


def _merged(one: Candidate, other: Candidate) -> Candidate:
    """Return the candidate that stands at the places of both.

    What was trimmed within is cited from one article, where its parts belong together.
    """
    whole = len({cite.article for cite in one.cites}) == len(one.cites)
    return replace(
        one,
        cites=(*one.cites, *other.cites) if whole else one.cites,
        place=min(one.place, other.place),
        outlets=one.outlets | other.outlets,
    )
