"""Every part that does work keeps the same promises; processes keep those of the strict as well."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from functools import partial
from multiprocessing import active_children
from pathlib import Path

import pytest
import pytest_asyncio
from structlog.testing import capture_logs

from bot.errors import StatusError, WorkError
from bot.ports import Workers
from bot.workers.inline import InlineWorkers
from bot.workers.processes import ProcessWorkers
from tests.processes import is_there, until
from tests.standins import work

ABOUT = "https://quay.example/rss"
AMPLE = timedelta(seconds=60)
SHORT = timedelta(seconds=0.2)

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module", name="apart")
async def processes() -> AsyncIterator[ProcessWorkers]:
    """Open processes for all tests of the module: starting them is what takes time."""
    # pytest is what every new process would import: it is the program here.
    async with ProcessWorkers(preload=["pytest", work.__name__], most=2) as workers:
        yield workers


@pytest.fixture(params=["inline", "processes"])
def workers(request: pytest.FixtureRequest, apart: ProcessWorkers) -> Workers:
    """Return each part of the port."""
    return apart if request.param == "processes" else InlineWorkers()


async def ask(workers: Workers, one: Callable[[], object], within: timedelta = AMPLE) -> object:
    """Have work done about an address."""
    return await workers.call(one, about=ABOUT, within=within)


async def test_work_is_done(workers: Workers) -> None:
    """What it returns comes back."""
    assert await ask(workers, partial(work.doubled, "tide")) == "tidetide"


async def test_a_large_result_comes_back(workers: Workers) -> None:
    """Whole."""
    assert await ask(workers, partial(work.doubled, "tide" * 250_000)) == "tide" * 500_000


async def test_our_errors_pass(workers: Workers) -> None:
    """As they were raised, with what they carry."""
    with pytest.raises(StatusError) as caught:
        await ask(workers, partial(work.refuse, ABOUT))

    assert (caught.value.address, caught.value.status, caught.value.transient) == (ABOUT, 503, True)


@pytest.mark.parametrize(
    ("fault", "named"),
    [(partial(work.stumble, "a secret"), "KeyError"), (partial(work.sink, 0), "RecursionError")],
    ids=["a bug", "endless recursion"],
)
async def test_other_errors_are_logged(
    workers: Workers, fault: Callable[[], object], named: str
) -> None:
    """With the place where they were raised, but without what they quote."""
    with capture_logs() as logs, pytest.raises(WorkError, match=named) as caught:
        await ask(workers, fault)

    assert caught.value.about == ABOUT
    assert [one["event"] for one in logs] == ["work.crashed"]
    assert "standins/work.py" in logs[0]["where"]
    assert "a secret" not in str(caught.value) + logs[0]["where"].replace('"a secret"', "")


async def test_slow_work_is_given_up(workers: Workers) -> None:
    """After its time, by an error that says so; the next call is none the worse."""
    with pytest.raises(WorkError, match=r"takes longer than 0\.2 s") as caught:
        await ask(workers, partial(work.nap, 1), SHORT)

    assert caught.value.about == ABOUT
    assert await ask(workers, partial(work.doubled, "a")) == "aa"


async def test_a_caller_may_leave(workers: Workers) -> None:
    """Its work is forgotten, and the next call is none the worse."""
    leaving = asyncio.ensure_future(ask(workers, partial(work.nap, 1)))
    await asyncio.sleep(0)
    leaving.cancel()

    with pytest.raises(asyncio.CancelledError):
        await leaving
    assert await ask(workers, partial(work.doubled, "a")) == "aa"


async def test_many_calls_are_answered_each_with_its_own(workers: Workers) -> None:
    """However many there are at once."""
    calls = [ask(workers, partial(work.doubled, str(number))) for number in range(100)]

    assert await asyncio.gather(*calls) == [str(number) * 2 for number in range(100)]


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (work.hang, "takes longer than"),
        (partial(work.hang_in_c, 60), "takes longer than"),
        (work.hoard, "takes too much memory"),
        (partial(work.flood, 70_000_000), "takes too much memory"),
        (partial(work.leave, 3), r"ended its process \(3\)"),
        (partial(work.fall, signal.SIGKILL), r"ended its process \(-9\)"),
        (partial(work.fall, signal.SIGSEGV), r"ended its process \(-11\)"),
        (partial(work.fall, signal.SIGXCPU), "takes longer than"),
        (work.odd, r"failed here \((AttributeError|PicklingError)\)"),
    ],
    ids=[
        "endless",
        "endless in C",
        "endless memory",
        "endless result",
        "leaves",
        "killed",
        "crashes",
        "out of CPU",
        "no result",
    ],
)
async def test_whatever_becomes_of_a_call_others_are_none_the_worse(
    apart: ProcessWorkers, fault: Callable[[], object], said: str
) -> None:
    """A neighbour at the same time is answered, and so is the next; the call says what it was."""
    within = timedelta(seconds=0.5) if "longer" in said else AMPLE
    with capture_logs():
        results = await asyncio.gather(
            ask(apart, fault, within),
            ask(apart, partial(work.doubled, "a")),
            return_exceptions=True,
        )

    assert isinstance(results[0], WorkError)
    with pytest.raises(WorkError, match=said):
        raise results[0]
    assert results[1] == "aa"
    assert await ask(apart, partial(work.doubled, "b")) == "bb"


async def test_work_is_done_elsewhere(apart: ProcessWorkers) -> None:
    """By no more processes than there may be."""
    ids = await asyncio.gather(*(ask(apart, work.process) for _ in range(50)))

    assert os.getpid() not in ids
    assert 1 <= len(set(ids)) <= 2


async def test_work_of_a_caller_that_left_ends(apart: ProcessWorkers, tmp_path: Path) -> None:
    """Its process is gone soon after."""
    marker = tmp_path / "began"
    leaving = asyncio.ensure_future(ask(apart, partial(work.begin_to_hang, marker)))
    await until(lambda: marker.exists() and marker.read_text() != "")
    leaving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await leaving

    await until(lambda: not is_there(int(marker.read_text())))


async def test_a_process_that_died_unseen_is_replaced(apart: ProcessWorkers) -> None:
    """As when the system runs out of memory: the next call does not notice."""
    for _ in range(3):
        found = await ask(apart, work.process)
        assert isinstance(found, int)
        os.kill(found, signal.SIGKILL)

        assert await ask(apart, work.process) != found


async def test_an_old_process_makes_room_for_a_new_one() -> None:
    """What parsers leak goes with it."""
    async with ProcessWorkers(most=1, most_calls=2) as few:
        ids = [await ask(few, work.process) for _ in range(4)]

    assert [ids[0] == ids[1], ids[1] == ids[2], ids[2] == ids[3]] == [True, False, True]


async def test_closing_ends_what_has_hardly_begun() -> None:
    """A process that is just being started is ended as well, and its caller told."""
    before = set(active_children())
    few = ProcessWorkers(most=1)
    starting = asyncio.ensure_future(ask(few, partial(work.doubled, "a")))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.wait_for(few.close(), 20)

    with pytest.raises(WorkError, match="is closing"):
        await starting
    await until(lambda: set(active_children()) <= before)


async def test_closing_ends_all_work(tmp_path: Path) -> None:
    """Calls under way and waiting are told, and no process stays."""
    marker = tmp_path / "began"
    few = ProcessWorkers(most=1)
    under_way = asyncio.ensure_future(ask(few, partial(work.begin_to_hang, marker)))
    waiting = asyncio.ensure_future(ask(few, partial(work.doubled, "a")))
    await until(lambda: marker.exists() and marker.read_text() != "")
    await asyncio.wait_for(few.close(), 20)

    assert not is_there(int(marker.read_text()))
    for one in (under_way, waiting, asyncio.ensure_future(ask(few, work.process))):
        with pytest.raises(WorkError, match="is closing"):
            await one
