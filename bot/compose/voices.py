"""How many reports are independent: who prints what an agency or a sister paper wrote adds none."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from bot.models import Article
from bot.text.copies import copies
from bot.text.words import fold


def voices(articles: Sequence[Article]) -> int:
    """Return how many independent voices reports have.

    All reports of one outlet, and of outlets of one owner, are one voice. A text that several of
    them print is the voice of whoever wrote it, and so is all that is credited to one agency
    alone. An outlet that prints an agency's text and a report of its own has no part in the
    agency's voice, and its own report is one more.
    """
    publishers = {publisher(article) for article in articles}
    if len(publishers) == 1 and not any(article.agencies for article in articles):
        return 1
    return _independent(tuple(articles))


@lru_cache(maxsize=1_000)
def _independent(articles: tuple[Article, ...]) -> int:
    """Return how many voices reports of several publishers have.

    Remembered: every briefing asks for every story, and to look for copies takes long.
    """
    texts: dict[int, list[Article]] = defaultdict(list)
    numbers = copies([f"{article.title}\n{article.text}" for article in articles])
    for number, article in zip(numbers, articles, strict=True):
        texts[number].append(article)
    return len({_voice(printed) for printed in texts.values()})


def publisher(article: Article) -> str:
    """Return who answers for a report: the outlet's owner, or the outlet.

    A report that names no outlet is known by its source, and without one by itself.
    """
    return fold(article.owner or article.outlet) or article.source or article.id


def _voice(printed: Sequence[Article]) -> frozenset[str]:
    """Return whose voice a text is: the agency's that wrote it, or that of all who print it.

    Whoever prints the same texts as another has them from the same unnamed author.
    """
    agencies = frozenset(agency for article in printed if (agency := _agency(article)))
    return agencies or frozenset(publisher(article) for article in printed)


def _agency(article: Article) -> str:
    """Return the agency that wrote a report: the only one credited, with no name beside it."""
    agencies = {fold(agency) for agency in article.agencies}
    names = {fold(name) for name in article.bylines} - agencies
    return agencies.pop() if len(agencies) == 1 and not names else ""
