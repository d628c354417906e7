"""`newsdesk source test`: the steps of a visit to an address, each with its outcome."""

import shlex
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from bot.app import fetcher_of, workers_here
from bot.cli.addresses import refuse_missing
from bot.cli.output import FAILED, json_line, out
from bot.cli.progress import counted
from bot.config import Settings
from bot.errors import FormatError
from bot.extract.article import ArticleExtractor
from bot.fetch.address import opened
from bot.fetch.reader import SourceReader
from bot.fetch.robots import ObedientFetcher
from bot.fetch.witness import Witness
from bot.pipeline.steps import Outcome, Step
from bot.pipeline.trial import Trial
from bot.schedule.clock import SystemClock

_MARKS = {Outcome.OK: "✓", Outcome.NOTE: "!", Outcome.FAILED: "✗", Outcome.LEFT_OUT: "·"}
_STYLES = {
    Outcome.OK: "",
    Outcome.NOTE: "yellow",
    Outcome.FAILED: "bold red",
    Outcome.LEFT_OUT: "dim",
}


async def tried(
    settings: Settings, addresses: Sequence[str], *, selector: str, as_json: bool
) -> int:
    """Try addresses one after the other; failed when one of them cannot be used."""
    failed = 0
    with counted("Trying sources", len(addresses)) as count:
        for address in addresses:
            async with _trial(settings) as trial:
                steps = await _walked(trial, address, selector, as_json=as_json)
            failed += steps[-1].outcome is Outcome.FAILED
            if as_json:
                json_line(_row(address, trial, steps))
            else:
                _conclude(address, trial, steps[-1])
            count.done()
    return FAILED if failed else 0


async def _walked(trial: Trial, address: str, selector: str, *, as_json: bool) -> list[Step]:
    """Walk the steps; people see each as it comes."""
    steps: list[Step] = []
    if not as_json:
        out.print(address, style="bold")
    try:
        refuse_missing(address)
    except FormatError as error:
        steps = [Step(name="address", outcome=Outcome.FAILED, said=error.problem)]
        if not as_json:
            _show(steps[0])
        return steps
    async for step in trial.steps(address, selector=selector):
        steps.append(step)
        if not as_json:
            _show(step)
    return steps


def _show(step: Step) -> None:
    out.print(f"{_MARKS[step.outcome]} {step.name:<11}{step.said}", style=_STYLES[step.outcome])


def _conclude(address: str, trial: Trial, last: Step) -> None:
    if last.outcome is Outcome.FAILED:
        out.print("It cannot be used.\n")
        return
    selector = trial.source.selector if trial.source else ""
    out.print(f"It can be used: {add_line(address, selector)}\n")


def add_line(address: str, selector: str) -> str:
    """Return how a source is added in a shell.

    >>> add_line("https://herald.example/", "main h3 > a")
    "newsdesk source add https://herald.example/ --selector 'main h3 > a'"
    """
    chosen = ["--selector", selector] if selector else []
    return shlex.join(["newsdesk", "source", "add", address, *chosen])


def _row(address: str, trial: Trial, steps: Sequence[Step]) -> dict[str, object]:
    last, source = steps[-1], trial.source
    is_usable = last.outcome is not Outcome.FAILED
    return {
        "id": address,
        "usable": is_usable,
        "error": None if is_usable else last.said,
        "kind": source.kind if source else None,
        "address": source.address if source else None,
        "steps": [
            {"step": one.name, "outcome": one.outcome.value, "said": one.said, **one.facts}
            for one in steps
        ],
    }


@asynccontextmanager
async def _trial(settings: Settings) -> AsyncIterator[Trial]:
    clock = SystemClock()
    async with fetcher_of(settings, clock) as fetcher, workers_here(at_once=False) as workers:
        witness = Witness(fetcher, clock)
        robots = ObedientFetcher(witness, clock) if settings.fetch.obey_robots else None
        pages = robots or witness
        yield Trial(
            reader=SourceReader(witness, workers=workers, pages=pages, allow_files=True),
            fetcher=pages,
            workers=workers,
            extractor=ArticleExtractor(),
            clock=clock,
            witness=witness,
            robots=robots,
            allowed=opened(settings.fetch.allow_private),
        )
