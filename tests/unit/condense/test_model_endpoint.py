"""Promises of `bot.condense.model` about its endpoint: faults, options, keys and the doctor."""

from typing import Any

import pytest

from bot.condense.model import create
from bot.errors import CondenseError, ConfigError
from bot.models import Budget
from bot.ports import Examined, Tools
from tests.fakes import FixedClock
from tests.standins.completions import KEY, KNOWN, MODEL, CompletionsStandin, Fault
from tests.standins.manners import FAITHFUL
from tests.standins.model_stories import ModelTable, Notebook, Table, story, worded_by

SAID = {
    Fault.SLOW: "no answer within 0.2 s",
    Fault.STALLS: "no answer within 0.2 s",
    Fault.RESETS: "it cannot be reached or hung up",
    Fault.RESETS_LATE: "it cannot be reached or hung up",
    Fault.IS_DOWN: "it answers with status 500",
    Fault.DISLIKES: "it answers with status 400",
    Fault.IS_BUSY: "it answers with status 429",
    Fault.IS_GONE: "it answers with status 404",
    Fault.STREAMS: "it streams its answer",
    Fault.NO_COMPLETION: "its answer is no chat completion",
    Fault.HTML: "its answer is no chat completion",
    Fault.ENDLESS: "its answer is longer than",
    Fault.REFUSES: "it refuses",
    Fault.FILTERED: "it refuses",
    Fault.CUT: "its answer does not end within max_tokens",
    Fault.EMPTY: "its answer is empty",
    Fault.CALLS_A_TOOL: "its answer is empty",
}


@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name)
async def test_whatever_goes_wrong_another_condenser_may_tell(fault: Fault) -> None:
    """It is said by its kind alone: neither the key nor what was sent stands in the error."""
    limit = 0.2 if fault in {Fault.SLOW, Fault.STALLS} else 5.0
    async with (
        CompletionsStandin(FAITHFUL, fault=fault) as standin,
        worded_by(standin, timeout_s=limit) as model,
    ):
        with pytest.raises(CondenseError) as caught:
            await model.condense(story(), budget=Budget())

    assert SAID[fault] in str(caught.value)
    assert KEY not in str(caught.value)
    assert len(standin.asked) == 1


async def test_nobody_at_the_address_is_a_fault_like_any_other() -> None:
    """A server that was never started keeps no briefing back."""
    async with CompletionsStandin(FAITHFUL) as standin:
        where = worded_by(standin)
        model = await where.__aenter__()
    with pytest.raises(CondenseError, match="cannot be reached"):
        await model.condense(story(), budget=Budget())
    await where.__aexit__(None, None, None)


@pytest.mark.parametrize(
    ("knows", "kept"),
    [
        (KNOWN, {"temperature", "max_tokens", "response_format"}),
        (KNOWN - {"response_format"}, {"temperature", "max_tokens"}),
        (
            KNOWN - {"temperature", "max_tokens"} | {"max_completion_tokens"},
            {"max_completion_tokens", "response_format"},
        ),
        (frozenset({"model", "messages"}), set()),
    ],
    ids=["all", "no JSON mode", "other names", "none"],
)
async def test_an_option_that_a_server_does_not_know_is_left_out(
    knows: frozenset[str], kept: set[str]
) -> None:
    """It is found out once; the next question is asked as the server wants it."""
    async with CompletionsStandin(FAITHFUL, knows=knows) as standin, worded_by(standin) as model:
        first = await model.condense(story(), budget=Budget())
        asked = len(standin.asked)
        second = await model.condense(story(), budget=Budget())

    assert (first.worded_by, second) == (MODEL, first)
    assert asked <= 4
    assert len(standin.asked) == asked + 1
    assert standin.asked[-1].keys() - {"model", "messages"} == kept


@pytest.mark.parametrize(
    ("fault", "name", "status"),
    [(Fault.DISLIKES, MODEL, 400), (None, "other", 404)],
    ids=["a bad request", "an unknown model"],
)
async def test_a_refusal_that_names_no_option_is_not_asked_about_again(
    fault: Fault | None, name: str, status: int
) -> None:
    """There is nothing to leave out."""
    async with (
        CompletionsStandin(FAITHFUL, fault=fault) as standin,
        worded_by(standin, name=name) as model,
    ):
        with pytest.raises(CondenseError, match=f"status {status}"):
            await model.condense(story(), budget=Budget())

    assert len(standin.asked) == 1


def made(**table: Any) -> None:  # noqa: ANN401 — any field of the table
    """Make the condenser with these settings."""
    settings = Table(model=ModelTable(**{"base_url": "http://127.0.0.1:9/v1", **table}))
    create(settings, Tools(clock=FixedClock(), environment={}, home=".", spending=Notebook()))


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"base_url": ""}, "condense.model.base_url: is not set"),
        ({"name": ""}, "condense.model.name: is not set"),
        ({}, "condense.model.api_key_env: MODEL_KEY is not set; put the endpoint's key there"),
    ],
    ids=["no address", "no name", "no key"],
)
def test_what_is_missing_is_named_with_its_cure(table: dict[str, Any], said: str) -> None:
    """Before the desk starts, not at its first briefing."""
    with pytest.raises(ConfigError) as caught:
        made(**table)

    assert said in str(caught.value)


def test_a_local_server_needs_no_key() -> None:
    """An empty name of the variable says so."""
    made(api_key_env="")


def test_a_budget_needs_a_store() -> None:
    """Without one a restart would forget it."""
    settings = Table(model=ModelTable(base_url="http://127.0.0.1:9/v1", api_key_env=""))
    with pytest.raises(ConfigError, match="needs a store"):
        create(settings, Tools(clock=FixedClock(), environment={}, home="."))


@pytest.mark.parametrize(
    ("table", "models", "said"),
    [
        ({}, (MODEL,), ()),
        ({}, (), ()),
        ({}, ("x", "y"), ("condense.model.name: 'stand-in-8b' is not there; it has x, y",)),
    ],
    ids=["well", "lists none", "another"],
)
async def test_the_doctor_looks_at_the_endpoint(
    table: dict[str, Any], models: tuple[str, ...], said: tuple[str, ...]
) -> None:
    """No model is asked for that."""
    async with (
        CompletionsStandin(FAITHFUL, models=models) as standin,
        worded_by(standin, **table) as model,
    ):
        assert isinstance(model, Examined)
        assert await model.faults() == said

    assert standin.asked == []


async def test_the_doctor_tells_a_refused_key_from_a_wrong_address() -> None:
    """Each with the setting that is to be mended."""
    async with CompletionsStandin(FAITHFUL) as standin:
        async with worded_by(standin, key="sk-other") as model:
            [refused] = await model.faults()
        async with worded_by(standin, base_url=f"{standin.base_url}/nowhere") as model:
            unlisted = await model.faults()
        async with worded_by(standin, base_url="http://127.0.0.1:9/v1") as model:
            [nobody] = await model.faults()

    assert refused == "condense.model.api_key_env: the endpoint refuses the key"
    assert unlisted == ()
    assert nobody.startswith("condense.model.base_url: http://127.0.0.1:9/v1 answers with nothing")
