"""The sentences a summary may be made of, each with what is known of it."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.condense._openers import is_dangling, is_furniture
from bot.models import Article, Citation
from bot.text.quotations import quotations
from bot.text.sentences import sentence_spans
from bot.text.words import fold, stems

MOST_SENTENCES = 400  # of one story: what stands below that in a very long text is never news
_CLOSING = "\"'”’»“) "
_DETACHED = re.compile(r"[\"”']\s")  # the end of a quotation that the sentence before has lost
_STOP = re.compile(r"[.!?…؟。]\s")
_FEWEST = 20  # of one article, however many there are


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A sentence at its place in an article of the story.

    `article` and `place` count from 0. `cites` are all places where the same words stand.
    `leans` when it opens on a word that points at the sentence before; `quoted` when it is part
    of a quotation that began before it or goes on after it.
    """

    text: str
    article: int
    place: int
    cites: tuple[Citation, ...]
    length: int
    stems: Counter[str]
    language: str | None
    leans: bool
    furniture: bool
    asks: bool
    quoted: bool
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


def _of(article: Article, *, number: int, most: int) -> Iterator[Candidate]:
    """Yield the sentences of one article that say anything."""
    spans = sentence_spans(article.text, article.language)[:most]
    running = _running_quotations(article.text)
    repeats_title = fold(article.title).strip(" .")
    place = 0
    for start, end in spans:
        text = article.text[start:end]
        if "\n" in text or fold(text).strip(" .") == repeats_title:
            continue
        yield Candidate(
            text=text,
            article=number,
            place=place,
            cites=(Citation(article=article.id, start=start, end=end),),
            length=len(text.split()),
            stems=Counter(stems(text, article.language)),
            language=article.language,
            leans=place > 0 and is_dangling(text, article.language),
            furniture=is_furniture(text),
            asks=text.rstrip(_CLOSING).endswith(("?", "؟", "？")),
            quoted=_DETACHED.match(text) is not None
            or any(a < end and start < b and not start <= a < b <= end for a, b in running),
            outlets=frozenset({article.outlet or article.source}),
        )
        place += 1


def _running_quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Return where quotations stand that may hold more than one sentence.

    One that opens a paragraph and is not closed goes on in the next; one that opens within it
    and is not closed is more often a mark that was lost.
    """
    found = []
    place = 0
    for paragraph in text.split("\n\n"):
        found += [
            (place + quotation.start, place + quotation.end)
            for quotation in quotations(paragraph)
            if (_STOP.search(quotation.text) if quotation.closed else _opens(paragraph))
        ]
        place += len(paragraph) + 2
    return tuple(found)


def _opens(paragraph: str) -> bool:
    """Tell whether a paragraph begins with a quotation."""
    return paragraph.startswith(("“", "„", "«", "»", '"'))


def _merged(one: Candidate, other: Candidate) -> Candidate:
    """Return the candidate that stands at the places of both."""
    return replace(
        one,
        cites=(*one.cites, *other.cites),
        place=min(one.place, other.place),
        outlets=one.outlets | other.outlets,
    )
