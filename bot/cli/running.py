"""`newsdesk run`, `chat` and `demo`: a desk that stays open."""

from bot.app import TERMINAL, App, opened
from bot.cli.briefing import tell_terminal
from bot.cli.configured import environment
from bot.cli.gathering import gather
from bot.cli.output import errors, out
from bot.cli.terminal import terminal_of
from bot.config import Settings
from bot.newsroom import NEXT_MORNING, OPENING, SampleNewsroom
from bot.schedule.clock import ShiftedClock, SystemClock

FIRST_WORDS = "Type /latest, /subscribe aleppo 08:00, /news why, /news help, or /quit.\n"


async def run_desk(settings: Settings) -> None:
    """Run every platform of the configuration; the terminal alone when it names none."""
    if settings.platforms:
        async with opened(settings, environment(), clock=SystemClock(), gathers=True) as app:
            await app.run()
    elif await _prefers_sample(settings):
        await demo(settings)


async def _prefers_sample(settings: Settings) -> bool:
    """Run the terminal; or leave it at once, when nothing can be read and people agree."""
    async with opened(settings, environment(), clock=SystemClock(), gathers=True) as app:
        counts = await gather(app)
        if counts.sources and counts.failed == counts.sources:
            errors.print(
                f"No source could be reached (tried: {counts.sources}). Is there a network? "
                "/news status says more.",
                style="yellow",
            )
            if not await _has_read(app) and await _wants_sample(app):
                return True
        terminal_of(app).show((await tell_terminal(app)).message)
        out.print(FIRST_WORDS)
        await app.run()
        return False


async def _has_read(app: App) -> bool:
    """Whether any source was ever read, so that there is news to be told."""
    return any(visit.last_at for visit in (await app.store.sources.visits()).values())


async def _wants_sample(app: App) -> bool:
    question = "Open the sample newsroom instead? Its news is invented, and kept apart."
    return await terminal_of(app).agrees(question)


async def chat(settings: Settings) -> None:
    """Answer in the terminal, over the configured store and sources."""
    settings = settings.model_copy(update={"platforms": {TERMINAL: {}}})
    async with opened(settings, environment(), clock=SystemClock()) as app:
        await app.run()


async def demo(settings: Settings) -> None:
    """Open a desk on the sample newsroom: its own clock, its own store, no other source."""
    clock = ShiftedClock(OPENING)
    async with SampleNewsroom(clock) as newsroom:
        fetch = settings.fetch.model_copy(
            update={"allow_private": (newsroom.authority,), "pause_s": 0.0}
        )
        store = settings.store.model_copy(update={"use": "memory"})
        changes = {"fetch": fetch, "store": store, "platforms": {TERMINAL: {}}}
        sample = settings.model_copy(update=changes)
        async with opened(
            sample, environment(), clock=clock, sources=newsroom.sources, gathers=True
        ) as app:
            await _show_two_days(app, clock)
            await app.run()


async def _show_two_days(app: App, clock: ShiftedClock) -> None:
    """Brief in the evening and again in the morning, which tells only what came in between."""
    out.print(f"The sample newsroom: invented places, outlets and news. It is {_moment(clock)}.\n")
    await gather(app)
    terminal_of(app).show((await tell_terminal(app)).message)
    clock.advance(NEXT_MORNING - clock.now())
    out.print(f"The night passes. It is {_moment(clock)}; only what is new is told.\n")
    await app.pipeline.gather(await app.store.sources.all())
    terminal_of(app).show((await tell_terminal(app)).message)
    out.print("Type /latest harbour, /subscribe harbour 08:00, /news why, /news help, or /quit.\n")


def _moment(clock: ShiftedClock) -> str:
    now = clock.now()
    return f"{now:%A} {now.day} {now:%B %Y, %H:%M} (UTC)"
