"""From a story to a channel: what is worth telling is told short, laid out and owed."""

import asyncio
from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from weakref import WeakValueDictionary

import structlog

from bot.compose.card import story_card
from bot.compose.disagreements import disagreements, not_told
from bot.compose.edition import Edition, edition, question, zone_of
from bot.compose.freshness import without_resurfaced
from bot.compose.language import in_one_language
from bot.compose.reasons import AHEAD, NOTHING_NEW, verdict, why_told
from bot.compose.select import Pick, covered, select, stories_of, told_before, within_length
from bot.compose.silence import Silence, silence
from bot.errors import CondenseError, StoreError
from bot.models import (
    Briefing,
    Budget,
    Channel,
    ChannelId,
    DeliveryKey,
    Late,
    Plan,
    Reason,
    Story,
    StoryCard,
    StoryId,
    Subscription,
    Summary,
    Told,
    Topic,
    Verdict,
)
from bot.pipeline.gathering import Gathering
from bot.ports import Condenser, Parts, Rationed
from bot.schedule.briefings import Due, alert_key, alerts, due
from bot.text.topics import parse_topic

FRESH = timedelta(hours=48)
"""How old a story's latest report may be to be told in a briefing."""

BRIEFED = Budget(facts=8)
"""How long a story is told: a follow-up goes on while it has facts that are new."""

MOST_CONSIDERED = 1000
"""Stories looked at for one briefing; the newest, when there are more."""

ALERTS_AT_LATEST = timedelta(minutes=5)
"""Alerts are looked at when news was filed, and this often, since other processes file too."""

log = structlog.get_logger()


@dataclass(slots=True, kw_only=True)
class _Tale:
    """What became of the stories picked for an edition."""

    cards: list[StoryCard] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    repeated: list[Told] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)


class Pipeline(Gathering):
    """Runs the whole journey over its parts: what was gathered is told."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._alerts_due_at = parts.clock.now()
        self._telling: WeakValueDictionary[ChannelId, asyncio.Lock] = WeakValueDictionary()

    async def brief(self) -> int:
        """Owe every briefing that fell due and every alert with news; return how many."""
        store, now = self.parts.store, self.parts.clock.now()
        standing = await store.subscriptions.all()
        plans = {one.channel: await store.channels.plan(one.channel) for one in standing}
        owed = 0
        for one in due(standing, plans, now):
            if await store.outbox.last_due(one.channel, one.key) is None:
                owed += await _apart(one.channel, self._owe_due(one, plans[one.channel]))
        if not self._has_news and now < self._alerts_due_at:
            return owed
        self._has_news, self._alerts_due_at = False, now + ALERTS_AT_LATEST
        for channel, subscriptions in alerts(standing, plans, now).items():
            for alert in subscriptions:
                owed += await _apart(channel, self._owe_alert(alert, plans[channel]))
        return owed

    def topic(self, typed: str) -> Topic:
        """Return a topic as typed, with all the names of what it names."""
        return self.parts.aliases.of(parse_topic(typed))

    def telling(self, channel: ChannelId) -> asyncio.Lock:
        """Return what to hold from making an edition until it is owed.

        Two editions made at the same moment would both tell what neither had told before.
        """
        return self._telling.setdefault(channel, asyncio.Lock())

    async def _owe_due(self, one: Due, plan: Plan) -> bool:
        channel = await self.parts.store.channels.get(one.channel)
        if channel is None:
            return False
        topics = [self.topic(subscription.topic) for subscription in one.subscriptions]
        async with self.telling(channel.id):
            if one.is_late and plan.late is Late.ASK:
                made = question(one.due_at, now=self.parts.clock.now(), zone=zone_of(plan))
            else:
                made = await self.edition(channel, topics, plan=plan)
            return await self.owe(channel, made, key=one.key, due_at=one.due_at)

    async def _owe_alert(self, alert: Subscription, plan: Plan) -> bool:
        """Each alert by itself: it tells what came in since it was ordered, while it is fresh."""
        channel, now = await self.parts.store.channels.get(alert.channel), self.parts.clock.now()
        if channel is None:
            return False
        since = max(alert.created_at, now - FRESH)
        async with self.telling(channel.id):
            made = await self.edition(channel, [self.topic(alert.topic)], plan=plan, since=since)
            if not made.told:
                if made.repeated:
                    await self.parts.store.ledger.tell(channel.id, made.repeated)
                return False
            # What was left out for length comes with the next alert, or with the briefing; what
            # one alert is not about may be what another order of the channel is about.
            given = tuple(one for one in made.verdicts if one.reason is Reason.TOLD)
            made = replace(made, passed_over=(), verdicts=given)
            return await self.owe(channel, made, key=alert_key(channel.id, made.told), due_at=now)

    async def owe(
        self, channel: Channel, made: Edition, *, key: DeliveryKey, due_at: datetime
    ) -> bool:
        """Put an edition into the outbox; False when that key is there already."""
        briefing = Briefing(
            key=key,
            channel=channel.id,
            due_at=due_at,
            message=made.message,
            told=made.covered,
            verdicts=made.decided,
        )
        sender = self.parts.senders.get(channel.platform)
        parts = sender.parts(made.message) if sender else (made.message,)
        return await self.parts.store.outbox.owe(briefing, parts)

    async def edition(
        self,
        channel: Channel,
        topics: Sequence[Topic],
        *,
        plan: Plan,
        since: datetime | None = None,
        only_new: bool = True,
    ) -> Edition:
        """Make a briefing: what is worth telling, told short, laid out.

        With `only_new` what the channel was told is left out, else it is told again.
        """
        store, now, zone = self.parts.store, self.parts.clock.now(), zone_of(plan)
        since = since or now - FRESH
        stories = await store.library.stories(
            since=since, audience=channel.workspace, limit=MOST_CONSIDERED
        )
        names = [story.id for story in stories]
        told = await store.ledger.told(channel.id, names) if only_new else {}
        quiet = await self.silence(channel.id)
        selection = await asyncio.to_thread(  # every word of two days of news is looked at
            select, stories, topics, told=told, since=since, now=now, silence=quiet, zone=zone
        )
        picks, rest = within_length(selection.picks, stories_of(plan.minutes))
        tale = await self._tell(picks, told, language=plan.language)
        left_out = [verdict(pick.story.id, Reason.OVER_LENGTH, AHEAD, now) for pick in rest]
        verdicts = (*tale.verdicts, *left_out, *selection.verdicts)
        typed = [topic.text for topic in topics]
        return Edition(
            message=edition(tale.cards, verdicts, now=now, zone=zone, topics=typed),
            cards=tuple(tale.cards),
            told=tuple(tale.told),
            passed_over=tuple(covered(pick.story, now) for pick in rest),
            verdicts=verdicts,
            repeated=tuple(tale.repeated),
        )

    async def silence(self, channel: ChannelId) -> Silence:
        """Return what the channel has muted, as of now."""
        return silence(await self.parts.store.mutes.of(channel, self.parts.clock.now()), self.topic)

    async def _tell(
        self, picks: Sequence[Pick], told: Mapping[StoryId, Told], *, language: str | None
    ) -> "_Tale":
        """Tell each pick short; one that turns out to say nothing new is left out."""
        now, condenser = self.parts.clock.now(), self._for_briefing()
        tale = _Tale()
        for pick in picks:
            story, before = pick.story, told_before(told.get(pick.story.id))
            done = before.articles if before else frozenset()
            lately = without_resurfaced(story, done=done, news=pick.news)
            try:
                summary = await self.condense(
                    lately, told=before, language=language, condenser=condenser
                )
            except CondenseError as error:
                tale.verdicts.append(verdict(story.id, Reason.FILTERED, str(error), now))
                continue
            if before and not summary.sentences:
                # Reports in other languages were not looked at: the next briefing does.
                heard = in_one_language(lately, preferred=language, told=before)
                tale.repeated.append(covered(heard, now))
                tale.verdicts.append(verdict(story.id, Reason.ALREADY_TOLD, NOTHING_NEW, now))
                continue
            differ = await asyncio.to_thread(disagreements, lately)
            card = story_card(
                summary,
                story,
                now=now,
                telling_more=before is not None,
                differences=not_told(differ, before),
            )
            tale.cards.append(card)
            tale.told.append(covered(story, now, summary.sentences))
            tale.verdicts.append(verdict(story.id, Reason.TOLD, why_told(pick, now), now))
        return tale

    async def condense(
        self,
        story: Story,
        *,
        budget: Budget | None = None,
        told: Told | None = None,
        language: str | None = None,
        condenser: Condenser | None = None,
    ) -> Summary:
        """Tell a story short, in one language, with the desk's own condenser or another.

        Raises:
            CondenseError: no condenser can.
        """
        spoken = in_one_language(story, preferred=language, told=told)
        teller = condenser or self.parts.condenser
        return await teller.condense(spoken, budget=budget or BRIEFED, told=told)

    def _for_briefing(self) -> Condenser:
        """Return the condenser of one edition: what costs something has its ration."""
        condenser = self.parts.condenser
        return condenser.for_briefing() if isinstance(condenser, Rationed) else condenser


async def _apart(channel: ChannelId, owing: Awaitable[bool]) -> bool:
    """A briefing that breaks does not keep the other channels from theirs; it is tried again."""
    try:
        return await owing
    except StoreError:
        raise
    except Exception:  # the outermost loop of one briefing
        log.exception("briefing.failed", channel=channel)
        return False
