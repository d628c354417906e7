"""Disagreements and changes of a story in words: one line for its card, lists for its views."""

from collections.abc import Iterable, Mapping, Sequence

from bot.compose.changes import Changed
from bot.models import (
    Article,
    ArticleId,
    ChangeKind,
    Difference,
    Disagreement,
    Line,
    Link,
    Moment,
    Side,
    Span,
    Text,
)
from bot.text.urls import is_web
from bot.text.visible import one_line

NO_DISAGREEMENTS = (
    "No disagreement was found: the reports of this story give no two figures, days or places for "
    "the same thing, and nothing that one says is denied by another."
)
NO_CHANGES = (
    "Nothing has changed in this story so far: no later report gives another figure or day for "
    "something, or corrects an earlier one."
)
_LONGEST_BY = 60
_VALUES_NAMED = 4
_KINDS = {
    Difference.FIGURE: "How many",
    Difference.DAY: "When",
    Difference.PLACE: "Where",
    Difference.CLAIM: "Whether it is so",
}


def differing(found: Sequence[Disagreement]) -> str:
    """Return in one sentence what the sources of a story differ on; empty when on nothing."""
    parts = [part for one in found if (part := _part(one))]
    if not parts:
        return ""
    more = f"; and {len(parts) - 2} more" if len(parts) > 2 else ""  # noqa: PLR2004 (two are read)
    return f"{'; '.join(parts[:2])}{more}."


def _part(one: Disagreement) -> str:
    about = f" on “{one_line(one.about)}”" if one.about else ""
    if one.kind is Difference.CLAIM:
        by = list(dict.fromkeys(_by(side) for side in one.sides))
        return f"disputed between {' and '.join(by[:2])}{about.replace(' on ', ': ', 1)}"
    sides: dict[str, str] = {}
    for side in one.sides:
        sides.setdefault(one_line(side.value), _by(side))
    named = [f"{value} ({by})" for value, by in list(sides.items())[:_VALUES_NAMED]]
    return f"sources differ{about}: {', '.join(named)}"


def _by(side: Side) -> str:
    return one_line(side.by, limit=_LONGEST_BY)


def sides_of(
    one: Disagreement, articles: Mapping[ArticleId, Article], *, zone: str
) -> tuple[str, tuple[Line, ...]]:
    """Return what a disagreement is about, and a line for each of its sides."""
    about = f": {one_line(one.about)}" if one.about else ""
    return f"{_KINDS[one.kind]}{about}", tuple(
        _side(s, one.kind, articles, zone) for s in one.sides
    )


def _side(side: Side, kind: Difference, articles: Mapping[ArticleId, Article], zone: str) -> Line:
    value = "" if kind is Difference.CLAIM else f"{one_line(side.value)} · "
    return (
        Text(f"{value}{_by(side)}: ", bold=True),
        Text(f"{one_line(side.sentence.text)} "),
        *_sources((cite.article for cite in side.sentence.cites), articles),
        Text(" · "),
        Moment(side.at, zone),
    )


def _sources(ids: Iterable[ArticleId], articles: Mapping[ArticleId, Article]) -> Iterable[Span]:
    for name in dict.fromkeys(ids):
        article = articles[name]
        label = one_line(article.outlet) or article.source
        yield Link(label, article.url) if is_web(article.url) else Text(label)


def change_line(one: Changed, *, zone: str) -> Line:
    """Return one change of a story: what is now, what was, who says so and when."""
    article = one.new.article
    words = {
        ChangeKind.UP: f"{one.now}, up from {one.was}:",
        ChangeKind.DOWN: f"{one.now}, down from {one.was}:",
        ChangeKind.MOVED: f"{one.now} instead of {one.was}:",
        ChangeKind.CORRECTED: f"Corrected, it said “{one.was}”:",
    }
    return (
        Moment(one.new.at, zone),
        Text(" · "),
        Text(one_line(words[one.kind]), bold=True),
        Text(f" {one_line(one.new.text)} "),
        *_sources((article.id,), {article.id: article}),
    )


def marked(kind: ChangeKind, was: str) -> str:
    """Return how a sentence that changes what was told is marked.

    >>> marked(ChangeKind.UP, "12"), marked(ChangeKind.CORRECTED, "14")
    ('New (up from 12)', 'Corrected (was 14)')
    """
    if kind is ChangeKind.CORRECTED:
        return f"Corrected (was {was})"
    return f"New ({kind} from {was})"
