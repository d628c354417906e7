"""Promises of `bot.condense.model`: what it may cost, and when it is left alone."""

import asyncio
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.condense.model import Model
from bot.errors import CondenseError
from bot.models import Budget, Spent
from tests.builders import DAY, NOW
from tests.fakes import FixedClock
from tests.standins.completions import MODEL, CompletionsStandin, Fault
from tests.standins.manners import FAITHFUL, writing
from tests.standins.model_stories import Notebook, story, worded_by

TODAY = NOW.date()


async def outcome(model: Model) -> str:
    """Return who worded the story, or why nobody did."""
    try:
        return (await model.condense(story(), budget=Budget())).worded_by
    except CondenseError as error:
        return str(error)


async def test_what_was_used_is_counted() -> None:
    """As the endpoint says, on the day of UTC."""
    notebook = Notebook()
    async with (
        CompletionsStandin(FAITHFUL) as standin,
        worded_by(standin, spending=notebook) as model,
    ):
        await outcome(model)

    assert notebook.days == {TODAY: Spent(tokens=400, requests=1)}


async def test_where_the_endpoint_does_not_say_the_length_is_counted() -> None:
    """Rather too much than too little."""
    notebook = Notebook()
    async with (
        CompletionsStandin(FAITHFUL, says_usage=False) as standin,
        worded_by(standin, spending=notebook) as model,
    ):
        await outcome(model)

        length = sum(len(one["content"]) for one in standin.asked[0]["messages"])
    assert length / 3 <= notebook.days[TODAY].tokens <= length


async def test_a_day_has_its_tokens_and_no_more() -> None:
    """When they are used up another condenser tells; the next day has its own."""
    clock = FixedClock()
    async with (
        CompletionsStandin(FAITHFUL) as standin,
        worded_by(standin, clock=clock, budget_tokens_per_day=2000) as model,
    ):
        first = [await outcome(model) for _ in range(5)]
        asked = len(standin.asked)
        clock.advance(DAY)
        morning = await outcome(model)

    assert first[0] == morning == MODEL
    assert first[-1] == "the model's tokens for today are used up"
    assert asked < 5


async def test_many_at_once_share_a_budget() -> None:
    """What is asked is reserved before the answer is there."""
    async with (
        CompletionsStandin(FAITHFUL) as standin,
        worded_by(standin, budget_tokens_per_day=2500) as model,
    ):
        told = await asyncio.gather(*(outcome(model) for _ in range(6)))

    assert told.count(MODEL) == len(standin.asked) < 6


@pytest.mark.parametrize(
    ("fault", "counted"),
    [(Fault.IS_DOWN, False), (Fault.RESETS, False), (Fault.CUT, True)],
    ids=["down", "reset", "cut"],
)
async def test_a_failure_counts_where_a_model_may_have_worked(fault: Fault, counted: bool) -> None:  # noqa: FBT001 (a parameter)
    """A request counts either way."""
    notebook = Notebook()
    async with (
        CompletionsStandin(FAITHFUL, fault=fault) as standin,
        worded_by(standin, spending=notebook) as model,
    ):
        await outcome(model)

    assert (notebook.days[TODAY].tokens > 0) == counted
    assert notebook.days[TODAY].requests == 1


async def test_a_briefing_has_its_requests() -> None:
    """The next briefing has them anew; requests that found out how to ask count too."""
    async with (
        CompletionsStandin(FAITHFUL, knows=frozenset({"model", "messages"})) as standin,
        worded_by(standin, budget_requests_per_briefing=5) as model,
    ):
        briefing, again = model.for_briefing(), model.for_briefing()
        told = [(await briefing.condense(story(), budget=Budget())).worded_by for _ in range(2)]
        with pytest.raises(CondenseError, match="requests for this briefing are used up"):
            await briefing.condense(story(), budget=Budget())

        assert len(standin.asked) == 5
        assert (await again.condense(story(), budget=Budget())).worded_by == MODEL
    assert told == [MODEL, MODEL]


async def test_a_model_that_fails_again_and_again_is_left_alone() -> None:
    """For five minutes at first, then longer; what it costs to find out is one request a time."""
    clock = FixedClock()
    async with (
        CompletionsStandin(writing("no JSON"), fault=Fault.IS_DOWN) as standin,
        worded_by(standin, clock=clock) as model,
    ):
        said = [await outcome(model) for _ in range(4)]
        clock.advance(timedelta(minutes=5))
        standin.fault = None  # but its answer is none
        said += [await outcome(model) for _ in range(2)]
        clock.advance(timedelta(minutes=10))
        standin.manner = FAITHFUL
        said += [await outcome(model) for _ in range(2)]

    down, alone = "the model failed: it answers with status 500", "the model is left alone for"
    assert said[:3] == [down, down, down]
    assert said[3] == f"{alone} 300 s"
    assert said[4] == "the model's answer is not the JSON that was asked for"
    assert said[5] == f"{alone} 600 s"
    assert said[6:] == [MODEL, MODEL]


@pytest.mark.parametrize(
    ("fault", "rest"),
    [(Fault.IS_GONE, 300), (Fault.IS_BUSY, 120)],
    ids=["gone", "busy"],
)
async def test_what_will_not_mend_soon_is_left_alone_at_once(fault: Fault, rest: int) -> None:
    """For as long as the endpoint asks, where it says."""
    async with CompletionsStandin(FAITHFUL, fault=fault) as standin, worded_by(standin) as model:
        said = [await outcome(model) for _ in range(2)]

    assert said[1] == f"the model is left alone for {rest} s"
    assert len(standin.asked) == 1


async def test_a_log_line_counts_and_quotes_nothing() -> None:
    """Neither what was asked nor what was answered is in it."""
    with capture_logs() as logs:
        async with CompletionsStandin(FAITHFUL) as standin, worded_by(standin) as model:
            await outcome(model)

    [line] = logs
    assert (line["event"], line["worded"] + line["verbatim"], line["tokens"]) == (
        "model.told",
        3,
        400,
    )
    assert "ferry" not in str(line).lower()
