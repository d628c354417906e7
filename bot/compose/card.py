"""A story laid out: headline, cited sentences, who reports it and how old it is."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from bot.compose.age import latest
from bot.compose.planned import day_and_month
from bot.compose.sidebyside import differing, marked
from bot.compose.voices import voices
from bot.models import (
    Article,
    ArticleId,
    Button,
    Disagreement,
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

WORDED = " · wording by a model, checked"
"""What a story says whose sentences are not all their articles' own."""
_LONGEST_MARK = 120


def story_card(
    summary: Summary,
    story: Story,
    *,
    now: datetime,
    telling_more: bool = False,
    differences: Sequence[Disagreement] = (),
) -> StoryCard:
    """Return the card of a story told short.

    Each sentence ends with the numbers of the reports it stands in, linked to them; the foot
    names those reports' outlets by the same numbers. `telling_more` marks a follow-up to what
    the channel was told before. `differences` are said before the foot, and a button shows them.
    """
    marks = _marks(summary.sentences)
    articles = {article.id: article for article in story.articles}
    cited = [articles[article] for article in marks]
    headline = one_line(summary.headline, limit=MAX_HEADLINE)
    return StoryCard(
        story=story.id,
        headline=f"Update: {headline}" if telling_more else headline,
        url=cited[0].url if cited else _newest(story.articles).url,
        lines=tuple(_line(one, marks, articles, now=now) for one in summary.sentences),
        foot=(
            *_differing(differences),
            *_foot(cited, story, latest(story, now, _posted(summary, story))),
            *([Text(WORDED)] if summary.worded_by else []),
        ),
        buttons=(
            Button(label="Sources", line=f"news story {story.id} view:sources"),
            Button(label="Why", line=f"news why {story.id}"),
            *(
                [Button(label="Disagreements", line=f"news story {story.id} view:disagreements")]
                if differences
                else []
            ),
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
    sentence: Sentence,
    marks: dict[ArticleId, int],
    articles: dict[ArticleId, Article],
    *,
    now: datetime,
) -> Line:
    spans: list[Text | Link] = []
    if sentence.is_new:
        change = sentence.change
        words = marked(change.kind, change.was) if change else "New"
        spans.append(Text(f"{one_line(words, limit=_LONGEST_MARK)}: ", bold=True))
    cited = [articles[name] for name in dict.fromkeys(cite.article for cite in sentence.cites)]
    spans.append(Text(_dated(sentence, cited, now=now)))
    for article in cited:
        spans += [Text(" "), _link(f"[{marks[article.id]}]", article.url)]
    return tuple(spans)


def _dated(sentence: Sentence, cited: Sequence[Article], *, now: datetime) -> str:
    """Return the words of a sentence, with the dates of days that a reader could mistake.

    Those are days to come, and days gone by more than one; of another year with the year.
    """
    text = sentence.text
    language = cited[0].language if cited else None
    shown: set[date] = set()
    for named in reversed(sentence.days):
        away = (named.day - now.date()).days
        if named.day not in shown and (away > 0 or away < -1):
            day = day_and_month(named.day, language)
            day += f" {named.day.year}" * (named.day.year != now.year)
            text = f"{text[: named.end]} ({day}){text[named.end :]}"
            shown.add(named.day)
    return one_line(text)


def _differing(differences: Sequence[Disagreement]) -> Line:
    words = differing(differences)
    return (Text(f"{words[0].upper()}{words[1:]}", bold=True), Text(" ")) if words else ()


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
