"""The headline of a story: the title that says most plainly what happened, cleaned."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

import re
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from bot.condense._weighing import centroid, cosine, unit
from bot.models import Article, Story, Told
from bot.text.facts import is_correction
from bot.text.figures import figures
from bot.text.visible import one_line
from bot.text.words import stems

_LONGEST = 160
_LABEL = re.compile(
    r"^(?:(?:breaking|live|exclusive|update(?:d)?(?: \d)?|just in|watch|video|photos?|opinion|"
    r"analysis|"
    r"eilmeldung|live-?ticker|en direct|vidéo|última hora|en vivo|عاجل)(?: news|"
    r" updates?)?\s*[:|–—-]\s*)+",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s+[|–—-]\s+(?P<tail>[^|–—]{2,40})$|\s*\|\s*(?P<bar>[^|]{2,40})$")
_LURE = re.compile(
    r"\?|\b(?:you won['’]t believe|here['’]s (?:what|why|how)|what (?:we know|happened next|"
    r"you need)|"
    r"this is (?:what|why|how)|shocking|things (?:to know|you)|live updates?|as it happened|"
    r"in pictures)\b"
    r"|^(?:\d{1,2} |why |how |what )|!$|…$|\.\.\.$",
    re.IGNORECASE,
)
_LURE_COSTS = 0.5
_DAY_COSTS = 0.2  # a title a day older than the newest; by hand, on stories that ran for days
_MOST_DAYS = 2.0
_TOLD_GAINS = 0.8
_OVERTAKEN_COSTS = 0.4


def headline(story: Story, told: Told | None = None, *, beside: str = "") -> str:
    """Return the headline of `story`; with `told`, that of its newest untold article.

    The best title is close to what all articles and the sentences `beside` it say, recent, and
    neither a question nor a lure; its figures are those of these sentences, so that it is not
    overtaken. Empty when no article has a title.
    """
    articles = [article for article in story.articles if clean_title(article)]
    if told is not None:
        fresh = [article for article in articles if article.id not in told.articles]
        if fresh:
            usual = _languages(story)
            newest = max(fresh, key=lambda a: (usual.count(a.language), a.dated_at))
            return clean_title(newest)
    return clean_title(_best(articles, beside)) if articles else ""


def _languages(story: Story) -> list[str | None]:
    """Return the language of each article of a story."""
    return [article.language for article in story.articles]


def clean_title(article: Article) -> str:
    """Return an article's title without the outlet's name and labels such as "LIVE:"."""
    title = one_line(article.title)
    match = _TAIL.search(title)
    if match and _is_outlet(match["tail"] or match["bar"], article, bar=match["bar"] is not None):
        title = title[: match.start()]
    return one_line(_LABEL.sub("", title), limit=_LONGEST)


def _is_outlet(tail: str, article: Article, *, bar: bool) -> bool:
    """Tell whether the last part of a title names the outlet: after a bar it always does."""
    if bar or "|" in article.title[-len(tail) - 3 :]:
        return True
    return tail.strip().lower() in {article.outlet.lower(), article.source.lower()}


def _best(articles: Sequence[Article], beside: str) -> Article:
    """Return the article whose title is most typical and latest."""
    if len(articles) == 1:
        return articles[0]
    bags = [
        dict.fromkeys(stems(clean_title(article), article.language), 1.0) for article in articles
    ]
    titles = [unit(bag) for bag in bags]
    middle = centroid(titles)
    newest = max(article.dated_at for article in articles)
    current = _values(beside)
    told = unit(dict.fromkeys(stems(beside, articles[0].language), 1.0))

    def worth(place: int) -> float:
        value = cosine(titles[place], middle) + _TOLD_GAINS * cosine(titles[place], told)
        behind = (newest - articles[place].dated_at) / timedelta(days=1)
        value -= _DAY_COSTS * min(behind, _MOST_DAYS)
        if current and _values(clean_title(articles[place])) - current:
            value -= _OVERTAKEN_COSTS
        title = clean_title(articles[place])
        # A correction is news to those who read what was wrong, and no headline to the others.
        return value - _LURE_COSTS * bool(_LURE.search(title) or is_correction(title))

    return articles[max(range(len(articles)), key=worth)]


def _values(text: str) -> frozenset[Decimal]:
    """Return the numbers in a text."""
    return frozenset(figure.value for figure in figures(text))
