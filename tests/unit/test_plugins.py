"""Promises of `bot.plugins`: a name in the configuration becomes a part."""

import json
from pathlib import Path

import pytest

from bot.condense import lead
from bot.config import Settings
from bot.errors import ConfigError
from bot.plugins import embedder_of, load, names
from bot.ports import Tools
from tests.fakes import FixedClock
from tests.unit.embed.tiny import written


def test_a_part_is_found_by_its_name() -> None:
    """A module of the package is a part by itself."""
    assert load("bot.condense", "lead", setting="condense.use") is lead.create


def test_a_part_of_one_s_own_is_named_in_full() -> None:
    """Its package and what makes it, whatever that is called."""
    assert load("bot.condense", "json:dumps", setting="condense.use") is json.dumps


@pytest.mark.parametrize("name", ["nothing", "", ".", "..lead", "a b", "nothing:create", "a..b:c"])
def test_an_unknown_part_names_those_there_are(name: str) -> None:
    """The setting, the name and what would have done are said."""
    with pytest.raises(ConfigError) as caught:
        load("bot.condense", name, setting="condense.use")

    assert caught.value.setting == "condense.use"
    assert f"there is no part {name!r}; known are extractive, lead" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("_candidates", "bot.condense._candidates has no create(settings, tools)"),
        ("json:nothing", "json has no nothing(settings, tools)"),
        ("json:__name__", "json has no __name__(settings, tools)"),
    ],
)
def test_a_module_that_makes_nothing_is_no_part(name: str, said: str) -> None:
    """What it lacks is said."""
    with pytest.raises(ConfigError, match=r"condense\.use: ") as caught:
        load("bot.condense", name, setting="condense.use")

    assert said in str(caught.value)


def test_parts_are_the_modules_that_make_one() -> None:
    """What is private, or makes nothing, serves the parts and is none."""
    assert names("bot.condense") == ("extractive", "lead", "model")
    assert names("bot.store") == ("memory", "sqlite")


def test_grouping_has_no_embedder_unless_the_settings_name_one(tmp_path: Path) -> None:
    """And a folder that holds none is a fault of that setting."""
    tools = Tools(clock=FixedClock(), environment={}, home=str(tmp_path))
    named = Settings.model_validate({"group": {"embeddings": str(tmp_path)}})

    assert embedder_of(Settings(), tools) is None
    with pytest.raises(ConfigError) as caught:
        embedder_of(named, tools)
    assert caught.value.setting == "group.embeddings"


def test_a_model_of_its_own_is_what_grouping_has(tmp_path: Path) -> None:
    """Whatever folder it lies in."""
    written(tmp_path)
    named = Settings.model_validate({"group": {"embeddings": str(tmp_path)}})
    made = embedder_of(named, Tools(clock=FixedClock(), environment={}, home=str(tmp_path)))

    assert made is not None
    assert len(made.embed(["The harbour reopened."])) == 1
