"""A story laid out: headline, cited sentences, who reports it and how old it is."""

from collections.abc import Iterable
from datetime import datetime

from bot.compose.age import latest
from bot.compose.voices import voices
from bot.models import (
    Article,
    ArticleId,
    Button,
    Line,
    Link,
    Sentence,
    Story,
    StoryCard,
    Summary,
    Text,
)
from bot.text.visible import one_line

MAX_HEADLINE = 140
OUTLETS_NAMED = 4


def story_card(
    summary: Summary, story: Story, *, now: datetime, telling_more: bool = False
) -> StoryCard:
    """Return the card of a story told short.

    Each sentence ends with the numbers of the reports it stands in, linked to them; the foot
    names those reports' outlets by the same numbers. `telling_more` marks a follow-up to what
    the channel was told before.
    """
    marks = _marks(summary.sentences)
    articles = {article.id: article for article in story.articles}
    cited = [articles[article] for article in marks]
    headline = one_line(summary.headline, limit=MAX_HEADLINE)
    return StoryCard(
        story=story.id,
        headline=f"Update: {headline}" if telling_more else headline,
        url=cited[0].url if cited else _newest(story.articles).url,
        lines=tuple(_line(sentence, marks, articles) for sentence in summary.sentences),
        foot=_foot(cited, story, latest(story, now, _posted(summary, story))),
        buttons=(
            Button(label="Sources", line=f"news story {story.id} view:sources"),
            Button(label="Why", line=f"news why {story.id}"),
        ),
    )


def coverage(story: Story) -> str:
    """Return how many reports a story has, and how many of them are independent."""
    reports = len(story.articles)
    independent = voices(story.articles)
    if reports == 1:
        return "1 report"
    if independent == reports:
        return f"{reports} reports"
    return f"{reports} reports, {independent} independent"


def _marks(sentences: Iterable[Sentence]) -> dict[ArticleId, int]:
    marks: dict[ArticleId, int] = {}
    for sentence in sentences:
        for cite in sentence.cites:
            marks.setdefault(cite.article, len(marks) + 1)
    return marks


def _line(
    sentence: Sentence, marks: dict[ArticleId, int], articles: dict[ArticleId, Article]
) -> Line:
    spans: list[Text | Link] = [Text("New: ", bold=True)] if sentence.is_new else []
    spans.append(Text(one_line(sentence.text)))
    for article in dict.fromkeys(cite.article for cite in sentence.cites):
        spans += [Text(" "), _link(f"[{marks[article]}]", articles[article].url)]
    return tuple(spans)


def _posted(summary: Summary, story: Story) -> list[datetime]:
    """Return when the posts of live blogs that are cited were posted."""
    blogs = {article.id: article for article in story.articles if article.posts}
    cites = (cite for sentence in summary.sentences for cite in sentence.cites)
    return [blogs[cite.article].said_at(cite.start) for cite in cites if cite.article in blogs]


def _foot(cited: list[Article], story: Story, aged: str) -> Line:
    spans: list[Text | Link] = []
    open_outlets = {article.outlet for article in cited if not article.is_walled}
    for number, article in enumerate(cited, start=1):
        wall = "" if article.outlet in open_outlets else " (pay-wall)"
        spans += [_link(f"[{number}] {article.outlet}", article.url), Text(f"{wall} · ")]
    others = dict.fromkeys(article.outlet for article in story.articles)
    for article in cited:
        others.pop(article.outlet, None)
    if others:
        named = ", ".join(list(others)[:OUTLETS_NAMED])
        more = len(others) - OUTLETS_NAMED
        spans.append(Text(f"also {named}{f' and {more} more' if more > 0 else ''} · "))
    spans.append(Text(f"{coverage(story)} · {aged}"))
    return tuple(spans)


def _link(label: str, url: str) -> Text | Link:
    """A local file's report has no web address: its label stands alone."""
    return Link(label, url) if url.startswith(("http://", "https://")) else Text(label)


def _newest(articles: Iterable[Article]) -> Article:
    return max(articles, key=lambda article: article.dated_at)
