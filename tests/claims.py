"""Builds claims about invented sources, for tests of the check."""

from collections.abc import Sequence
from datetime import datetime

from bot.compose.check import check
from bot.compose.check.claim import Claim, claim_of
from bot.models import Article, ArticleId, Citation, Finding, Sentence, SourceId, StoryId, Summary

AT = datetime.fromisoformat("2026-11-24T08:00:00+00:00")  # a Tuesday
Sources = Sequence[str | Article]


def report(
    text: str,
    name: str = "a1",
    *,
    at: datetime | None = AT,
    language: str | None = "en",
    title: str = "",
) -> Article:
    """Return a report of invented news."""
    return Article(
        id=ArticleId(name),
        source=SourceId(name),
        outlet=f"Outlet {name}",
        url="",
        title=title,
        text=text,
        fetched_at=AT,
        published_at=at,
        language=language,
    )


def articles_of(sources: Sources, language: str | None) -> dict[ArticleId, Article]:
    """Return sources as articles, called a1, a2, … in their order."""
    found = [
        report(one, f"a{number}", language=language) if isinstance(one, str) else one
        for number, one in enumerate(sources, start=1)
    ]
    return {one.id: one for one in found}


def sentence_of(text: str, cited: Sequence[Article]) -> Sentence:
    """Return a sentence that cites the whole of articles."""
    cites = tuple(Citation(article=one.id, start=0, end=len(one.text)) for one in cited)
    return Sentence(text=text, cites=cites)


def claim(
    text: str, *cited: str | Article, beside: Sources = (), language: str | None = "en"
) -> Claim:
    """Return a claim that cites `cited`; the story also has what is `beside`."""
    articles = articles_of((*cited, *beside), language)
    return claim_of(0, sentence_of(text, list(articles.values())[: len(cited)]), articles)


def findings(
    text: str, *cited: str | Article, beside: Sources = (), language: str | None = "en"
) -> tuple[Finding, ...]:
    """Return what the check finds in a claim that cites `cited`."""
    articles = articles_of((*cited, *beside), language)
    sentence = sentence_of(text, list(articles.values())[: len(cited)])
    return check(Summary(story=StoryId("s"), headline="", sentences=(sentence,)), articles)


def rules(
    text: str, *cited: str | Article, beside: Sources = (), language: str | None = "en"
) -> set[str]:
    """Return the rules that a claim breaks."""
    return {one.rule for one in findings(text, *cited, beside=beside, language=language)}
