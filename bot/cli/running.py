"""`newsdesk run`, `chat` and `demo`: a desk that stays open."""

import sys

import typer

from bot.app import TERMINAL, App, opened
from bot.cli.briefing import tell_terminal
from bot.cli.configured import environment, settings_of
from bot.cli.gathering import gather
from bot.cli.output import errors, out, run
from bot.cli.terminal import terminal_of
from bot.config import Settings
from bot.newsroom import NEXT_MORNING, OPENING, SampleNewsroom
from bot.schedule.clock import ShiftedClock, SystemClock


def run_desk(context: typer.Context) -> None:
    """Run the desk: every platform of the configuration, or the terminal when it names none."""
    run(_run(settings_of(context, quiet=False)))


def chat(context: typer.Context) -> None:
    """Type commands in the terminal, over the configured store and sources."""
    run(_chat(settings_of(context, quiet=True)))


def demo(context: typer.Context) -> None:
    """Show the whole journey with no network, on a bundled newsroom of invented articles."""
    run(_demo(settings_of(context, quiet=True)))


async def _run(settings: Settings) -> None:
    if settings.platforms:
        async with opened(settings, environment(), clock=SystemClock()) as app:
            await app.run()
        return
    async with opened(settings, environment(), clock=SystemClock()) as app:
        counts = await gather(app)
        if not (counts.sources and counts.failed == counts.sources):
            terminal_of(app).show((await tell_terminal(app)).message)
            await app.run()
            return
        errors.print(
            f"None of the {counts.sources} sources could be reached. Is there a network? "
            "/news status says more.",
            style="yellow",
        )
    if _accepts("Open the sample newsroom instead, with invented news kept apart?"):
        await _demo(settings)


def _accepts(question: str) -> bool:
    """Ask on the terminal; a pipe that cannot be asked accepts."""
    if not sys.stdin.isatty():
        errors.print(f"{question} Taken as yes, since nobody is at the terminal.")
        return True
    return typer.confirm(question, default=True, err=True)


async def _chat(settings: Settings) -> None:
    settings = settings.model_copy(update={"platforms": {TERMINAL: {}}})
    async with opened(settings, environment(), clock=SystemClock()) as app:
        await app.run()


async def _demo(settings: Settings) -> None:
    """Open a desk on the sample newsroom: its own clock, its own store, no other source."""
    clock = ShiftedClock(OPENING)
    async with SampleNewsroom(clock) as newsroom:
        fetch = settings.fetch.model_copy(
            update={"allow_private": (newsroom.authority,), "pause_s": 0.0}
        )
        store = settings.store.model_copy(update={"use": "memory"})
        changes = {"fetch": fetch, "store": store, "platforms": {TERMINAL: {}}}
        sample = settings.model_copy(update=changes)
        async with opened(sample, environment(), clock=clock, sources=newsroom.sources) as app:
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
    return f"{clock.now():%A %-d %B %Y, %H:%M} (UTC)"
