"""What somebody asks after, an article or a story, and what became of it in their channel."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.commands.desk import Desk, channel_topics
from bot.commands.digest_pause import FOREVER
from bot.commands.replies import headline
from bot.compose.edition import zone_of
from bot.compose.fate import Fate, article_fate, skipped_fate, story_fate
from bot.compose.silence import moment_text
from bot.compose.standing import Case, Standing
from bot.errors import CommandError
from bot.models import (
    EVERYONE,
    Article,
    ArticleId,
    Channel,
    Mode,
    Plan,
    Reason,
    Skipped,
    Story,
    StoryId,
    Subscription,
)
from bot.pipeline.briefing import FRESH
from bot.schedule.due import fires
from bot.text.references import reference as meant
from bot.text.visible import one_line

MAX_TITLE = 120
BEGINNING = datetime.min.replace(tzinfo=UTC)
MOST_STORIES, MOST_ENTRIES = 2_000, 20_000
LOOKED_BACK = 50
"""Verdicts among which the last briefing is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked after, and what became of it. A story has no article of its own."""

    fate: Fate
    title: str
    story: StoryId | None = None
    article: ArticleId | None = None
    url: str = ""


async def asked(desk: Desk, channel: Channel, reference: str) -> Asked:
    """Return what became of the article or story that an id or a link stands for.

    Raises:
        CommandError: there is none that this channel may see.
    """
    story = await desk.store.library.story(StoryId(reference), channel.workspace)
    article = None
    if story is None:
        story = await desk.store.library.locate(reference, channel.workspace)
        article = _named(story, reference, channel) if story else None
    if story is None:
        return await _skipped(desk, channel, reference)
    return (await fates(desk, channel, [(story, article)]))[0]


async def fates(
    desk: Desk, channel: Channel, pairs: Sequence[tuple[Story, Article | None]]
) -> tuple[Asked, ...]:
    """Return what became of each article in its story, or of a story where none is given."""
    standing = await _standing(desk, channel)
    found: list[Asked] = []
    cases: dict[StoryId, Case] = {}
    for story, article in pairs:
        if story.id not in cases:
            cases[story.id] = await _case(desk, channel, story)
        case = cases[story.id]
        if article is None:
            fate = story_fate(case, standing)
            found.append(Asked(fate=fate, title=headline(story), story=story.id))
            continue
        found.append(
            Asked(
                fate=article_fate(article, case, standing),
                title=one_line(article.title, limit=MAX_TITLE),
                story=story.id,
                article=article.id,
                url=article.url,
            )
        )
    return tuple(found)


async def all_fates(desk: Desk, channel: Channel) -> tuple[Asked, ...]:
    """Return what became of all that was ever fetched and can be seen here, the newest first.

    Articles are those of the newest 2,000 stories, entries without one the newest 20,000.
    """
    stories = await desk.store.library.stories(
        since=BEGINNING, audience=channel.workspace, limit=MOST_STORIES
    )
    pairs = [(story, article) for story in stories for article in reversed(story.articles)]
    entries = await desk.store.skipped.newest(channel.workspace, limit=MOST_ENTRIES)
    return (*await fates(desk, channel, pairs), *map(_without, entries))


async def _case(desk: Desk, channel: Channel, story: Story) -> Case:
    return Case(
        story=story,
        tellings=await desk.store.ledger.tellings(channel.id, story.id),
        verdict=await desk.store.ledger.verdict(channel.id, story.id),
    )


async def _skipped(desk: Desk, channel: Channel, reference: str) -> Asked:
    entry = await desk.store.skipped.find(reference, channel.workspace)
    if entry is None:
        raise CommandError(
            f"Nothing is known under “{one_line(reference, limit=80)}”: no source offered it. "
            "Use the id below a story, or a report's link; /news status names sources that fail."
        )
    return _without(entry)


def _without(entry: Skipped) -> Asked:
    """Return what became of an entry that gave no article."""
    return Asked(
        fate=skipped_fate(entry),
        title=one_line(entry.title, limit=MAX_TITLE) or "an entry without a title",
        article=entry.article,
        url=entry.url,
    )


def _named(story: Story, reference: str, channel: Channel) -> Article:
    """Return the article of the story that a reference names; the newest, when it names several."""
    named = meant(reference, EVERYONE, channel.workspace)
    return next(one for one in reversed(story.articles) if named.names(one.id, one.url))


async def _standing(desk: Desk, channel: Channel) -> Standing:
    now = desk.now()
    plan = await desk.store.channels.plan(channel.id)
    orders = await desk.store.subscriptions.of(channel.id)
    last = await desk.store.ledger.verdicts(channel.id, limit=LOOKED_BACK)
    return Standing(
        topics=await channel_topics(desk, channel),
        is_subscribed=bool(orders),
        since=now - FRESH,
        now=now,
        zone=zone_of(plan),
        silence=await desk.pipeline.silence(channel.id),
        ahead=_ahead(orders, plan, now),
        # An alert looks at what its own topic is about, and records nothing else.
        last_at=next((one.at for one in last if one.reason is not Reason.TOLD), None),
    )


def _ahead(orders: Sequence[Subscription], plan: Plan, now: datetime) -> str:
    """Return what comes next in a channel, as a sentence."""
    zone = zone_of(plan)
    if plan.paused_until and plan.paused_until > now:
        is_open = plan.paused_until == FOREVER
        until = "/news digest resume" if is_open else moment_text(plan.paused_until, zone)
        return f"Briefings are paused here until {until}."
    next_at = min(
        (
            due_at
            for order in orders
            if order.schedule and (due_at := next(fires(order.schedule, now), None))
        ),
        default=None,
    )
    if next_at:
        return f"The next one is due on {moment_text(next_at, zone)}."
    if any(order.mode is Mode.ALERT for order in orders):
        return "Alerts look at what comes in within minutes."
    return "Nothing is subscribed here: /brief makes a briefing now, /subscribe orders them."
