"""A model words the news, or fails to: the briefing goes out, and all in it is borne out."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.compose.card import WORDED
from bot.compose.check import check
from bot.compose.edition import Edition
from bot.condense.extractive import Extractive
from bot.models import Plan, Summary
from bot.pipeline import Pipeline
from bot.plugins import condensing
from tests.journeys.bureau import Bureau, bureau
from tests.journeys.shell import newsdesk
from tests.standins.completions import KEY, MODEL, CompletionsStandin, Fault, Manner
from tests.standins.manners import FAITHFUL, LIES, ODD, citing, obedient, rewording, terse, writing

MANNERS: Mapping[str, Manner] = {
    **{name: rewording(wording) for name, wording in (LIES | ODD).items()},
    "cites nothing": citing(),
    "cites what is not there": citing("s99"),
    "no JSON": writing("I am sorry, I cannot do that."),
    "says nothing": writing('{"sentences": []}'),
    "obeys orders": obedient,
}
ROWS = [
    {
        "id": "a1", "story": "ferry", "title": "Ferry aground", "source": "Delta Herald",
        "text": "The ferry Alma (built in 1998) ran aground off Marrow on Monday. "
        "Nine passengers (two of them children) were injured, the coast guard said.",
    }
]  # fmt: skip


def table(standin: CompletionsStandin, **changes: object) -> dict[str, object]:
    """Return the settings of a desk that uses the model before its own condensers."""
    own = {"base_url": standin.base_url, "name": MODEL, "api_key_env": "MODEL_KEY", **changes}
    return {"use": ("model", "extractive", "lead"), "model": own}


async def edition(desk: Bureau, pipeline: Pipeline | None = None) -> Edition:
    """Make a long briefing of all that is there, told or not."""
    here, pipeline = desk.terminal.channel, pipeline or desk.app.pipeline
    plan = Plan(channel=here.id, minutes=10)
    return await pipeline.edition(here, [pipeline.topic("")], plan=plan, only_new=False)


async def unproven(desk: Bureau, made: Edition) -> list[str]:
    """Return what in a briefing its articles do not bear out."""
    articles = {one.id: one for one in await desk.articles()}
    return [
        f"{finding.rule}: {finding.words}"
        for told in made.told
        for finding in check(
            Summary(story=told.story, headline="", sentences=told.sentences), articles
        )
    ]


def texts(made: Edition) -> list[list[str]]:
    """Return the sentences of each story of a briefing."""
    return [[one.text for one in told.sentences] for told in made.told]


async def test_a_briefing_is_worded_and_every_sentence_is_proven(tmp_path: Path) -> None:
    """Some sentences are the model's; each of them cites its source and passes the check."""
    environment = {"MODEL_KEY": KEY}
    async with (
        CompletionsStandin(rewording(terse)) as standin,
        bureau(tmp_path, condense=table(standin), environment=environment) as desk,
    ):
        await desk.gather()
        with capture_logs() as logs:
            made = await edition(desk)
        shown = desk.shown(made.message)
        answered = await desk.answered("latest harbour")
        asked = len(standin.asked)
        wrong = await unproven(desk, made)

    lines = [one for one in logs if one["event"] == "model.told"]
    assert wrong == []
    assert len(made.told) > 5
    assert sum(one["worded"] for one in lines) > len(made.told)
    assert asked == len(lines) <= 12  # the briefing's ration; who asks is answered without it
    assert shown.count(WORDED) == sum(one["worded"] > 0 for one in lines)
    assert "harbour" in answered.lower()
    assert WORDED not in answered


async def test_whatever_a_model_writes_the_briefing_is_proven(tmp_path: Path) -> None:
    """Lies, links, mark-up, orders obeyed: no sentence of it is told unless it is borne out."""
    async with (
        CompletionsStandin(FAITHFUL) as standin,
        bureau(
            tmp_path,
            condense=table(standin, budget_tokens_per_day=10**9),
            environment={"MODEL_KEY": KEY},
        ) as desk,
    ):
        await desk.gather()
        app, parts = desk.app, desk.app.pipeline.parts
        plain = len((await edition(desk)).told)
        found = {}
        for name, manner in MANNERS.items():
            standin.manner = manner
            standin.asked.clear()
            async with condensing(app.settings, app.tools) as fresh:  # nothing is left alone yet
                made = await edition(desk, Pipeline(replace(parts, condenser=fresh)))
            found[name] = (len(made.told), await unproven(desk, made))
            assert standin.asked, name
            joined = json.dumps(texts(made), ensure_ascii=False)
            assert "evil" not in joined, name
            assert "@everyone" not in joined, name

    assert found == dict.fromkeys(MANNERS, (plain, []))


async def test_whatever_breaks_the_briefing_goes_out(tmp_path: Path) -> None:
    """As it would without a model, and soon: what fails again and again is left alone."""
    async with (
        CompletionsStandin(FAITHFUL) as standin,
        bureau(
            tmp_path,
            condense=table(standin, timeout_s=0.2),
            environment={"MODEL_KEY": KEY},
        ) as desk,
    ):
        await desk.gather()
        app, parts = desk.app, desk.app.pipeline.parts
        without = texts(await edition(desk, Pipeline(replace(parts, condenser=Extractive()))))
        for fault in Fault:
            standin.fault = fault
            standin.asked.clear()
            async with condensing(app.settings, app.tools) as fresh:
                made = await edition(desk, Pipeline(replace(parts, condenser=fresh)))

            assert texts(made) == without, fault
            assert 0 < len(standin.asked) <= 3, fault


def configured(home: Path, standin: CompletionsStandin, **changes: object) -> Path:
    """Write settings that use the model, and return where they are."""
    own = {"base_url": standin.base_url, "name": MODEL, **changes}
    lines = [f"{name} = {json.dumps(value)}" for name, value in own.items()]
    file = home / "desk.toml"
    head = '[condense]\nuse = ["model", "extractive", "lead"]\n[condense.model]\n'
    file.write_text(head + "\n".join(lines), "utf-8")
    return file


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Return a file of articles."""
    file = tmp_path / "articles.jsonl"
    file.write_text("\n".join(map(json.dumps, ROWS)), "utf-8")
    return file


async def test_condense_says_who_worded_it(tmp_path: Path, articles: Path) -> None:
    """In the shell as in a chat, and its day's budget outlives the process."""
    async with CompletionsStandin(FAITHFUL, key="none") as standin:
        settings = configured(tmp_path, standin, budget_tokens_per_day=2300)
        runs = [
            await asyncio.to_thread(newsdesk, tmp_path, "--config", settings, "condense", articles)
            for _ in range(3)
        ]

    worded, again, later = (ran.rows[0] for ran in runs)
    assert worded["worded_by"] == again["worded_by"] == MODEL
    assert worded["summary"][0] == "The ferry Alma ran aground off Marrow on Monday."
    assert "worded_by" not in later
    assert later["summary"][0] == "The ferry Alma (built in 1998) ran aground off Marrow on Monday."
    assert len(standin.asked) == 2


async def test_what_a_model_lacks_is_said_with_its_cure(tmp_path: Path, articles: Path) -> None:
    """By the command that needs it, and by the doctor for each fault of the endpoint."""
    async with CompletionsStandin(FAITHFUL) as standin:
        keyless = configured(tmp_path, standin, api_key_env="NO_SUCH_KEY")
        ran = await asyncio.to_thread(newsdesk, tmp_path, "--config", keyless, "condense", articles)
        refused = configured(tmp_path, standin)
        doctor = await asyncio.to_thread(newsdesk, tmp_path, "--config", refused, "doctor")

    said = "condense.model.api_key_env: NO_SUCH_KEY is not set; put the endpoint's key there"
    assert ran.status == 2
    assert said in ran.said
    assert doctor.status == 1
    assert "✗ condenser model: condense.model.api_key_env: the endpoint refuses" in doctor.out
