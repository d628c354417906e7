"""`/news source test`: what an address would bring, without adding it."""

from bot.commands.desk import Desk
from bot.commands.options import ADDRESS, SELECTOR
from bot.commands.replies import message
from bot.commands.sources import check_selector, entries_listing, kind_named, web_address
from bot.commands.values import Values
from bot.errors import CommandError
from bot.models import Ask, Command, Line, Listing, Paragraph, Reply, Text
from bot.pipeline.steps import Outcome, Step
from bot.pipeline.trial import Trial

COMMAND = Command(
    words=("news", "source", "test"),
    summary="Try an address: what is there, its last items, its first article, the next visit",
    options=(ADDRESS, SELECTOR),
)

_TOLD = ("article", "visits")
_NAMES = {"article": "First article", "visits": "Next visit"}


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Answer with what was found there, or why it cannot be read."""
    address, selector = web_address(values.text("address"), ask.channel), values.text("selector")
    check_selector(selector)
    parts = desk.pipeline.parts
    trial = Trial(
        reader=parts.reader,
        fetcher=parts.fetcher,
        workers=parts.workers,
        extractor=parts.extractor,
        clock=parts.clock,
    )
    steps = {step.name: step async for step in trial.steps(address, selector=selector)}
    return _told(desk, ask, trial, steps)


def _told(desk: Desk, ask: Ask, trial: Trial, steps: dict[str, Step]) -> Reply:
    """Return what the steps say, in short.

    Raises:
        CommandError: there is nothing to read.
    """
    last = list(steps.values())[-1]
    if trial.source is None or trial.reading is None:
        raise CommandError(f"{last.facts['address']} cannot be read: {last.said}")
    source, count = trial.source, len(trial.reading.entries)
    items = "1 item" if count == 1 else f"{count} items"
    found = f"{kind_named(source.kind)} at {source.address} with {items}."
    if last.outcome is Outcome.FAILED:
        found += f" It cannot be used: {last.said}."
    details = [_line(steps[name]) for name in _TOLD if name in steps]
    return Reply(
        message=message(
            source.name,
            Paragraph((Text(found),)),
            entries_listing(trial.reading, desk.zone_of(ask.actor)),
            Listing(tuple(details)),
        )
    )


def _line(step: Step) -> Line:
    return (Text(f"{_NAMES[step.name]}: ", bold=True), Text(step.said))
