"""Promises of `bot.cli.asking`, `sources`, `gathering` and `briefing`: answers from the shell."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.cli.program import program

PIER = """Pier of Delta reopens after storm

By Ida Lund

The pier of Delta reopened on Tuesday after a storm had closed it for nine days.

Engineers replaced forty planks and two lamps, the harbour office said.

Ferries to the islands will sail from Thursday, according to the harbour office.
"""
COMET = """Astronomers find a comet that no catalogue lists

By Noel Berg

Astronomers on Mount Corvin found a comet that no catalogue lists, the observatory said.

The comet will be seen with the naked eye in March, the observatory said on Monday.
"""

Shell = Callable[..., Result]


@pytest.fixture(name="shell")
def _shell(tmp_path: Path) -> Shell:
    """Return a way to run commands of a desk that reads one folder."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "pier.txt").write_text(PIER, "utf-8")
    (folder / "comet.txt").write_text(COMET, "utf-8")
    config = tmp_path / "desk.toml"
    config.write_text(
        f'home = "{tmp_path / "home"}"\n'
        f'[[sources]]\naddress = "{folder}"\nkind = "files"\nname = "Delta Herald"\n',
        "utf-8",
    )
    return lambda *line: CliRunner().invoke(program, ["--config", str(config), *line])


def records(result: Result) -> list[dict[str, Any]]:
    """Return the JSON records on standard output."""
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_first_question_reads_the_sources(shell: Shell) -> None:
    """Visibly; the next does not read them again."""
    first, second = shell("latest", "pier"), shell("latest", "pier")

    assert "Delta Herald: 2 articles" in first.stderr
    assert "Pier of Delta reopens after storm" in first.stdout
    assert second.stderr == ""
    assert second.stdout == first.stdout


def test_stories_are_records(shell: Shell) -> None:
    """Of a search and of the latest news."""
    (latest,) = records(shell("latest", "pier", "--json"))
    (found,) = records(shell("search", "pier", "--json"))

    assert latest["headline"] == found["headline"] == "Pier of Delta reopens after storm"
    assert latest["story"] == found["story"]
    assert latest["sentences"]
    assert found["reports"] == 1
    assert found["updated"]


def test_a_search_is_told_to_people(shell: Shell) -> None:
    """One line a story."""
    assert "Pier of Delta reopens after storm" in shell("search", "pier").stdout


@pytest.mark.parametrize("line", [["latest", "zebras"], ["search", "zebras"], ["why"]])
def test_nothing_found_is_no_failure(shell: Shell, line: list[str]) -> None:
    """It is said why; among records on standard error, where no record is expected."""
    said, as_records = shell(*line), shell(*line, "--json")

    assert said.exit_code == as_records.exit_code == 0
    assert said.stdout.strip()
    assert as_records.stdout == ""
    assert as_records.stderr.strip()


def test_a_briefing_tells_once_and_says_why(shell: Shell) -> None:
    """What was told is not told again, and each story's reason can be asked for."""
    told = records(shell("brief", "--json"))
    again = shell("brief")
    reasons = {one["story"]: one for one in records(shell("why", "--json"))}
    (one,) = records(shell("why", told[0]["story"], "--json"))

    assert len(told) == 2
    assert told[0]["sentences"][0]["cites"]
    assert "report" in told[0]["foot"]
    assert "Nothing new" in again.stdout
    assert reasons.keys() == {story["story"] for story in told}
    assert one["reason"] == "told"
    assert one["detail"]
    assert "told here" in shell("why", told[0]["story"]).stdout


def test_a_story_not_briefed_on_waits(shell: Shell) -> None:
    """It is known, but no briefing looked at it."""
    (found,) = records(shell("latest", "pier", "--json"))
    (one,) = records(shell("why", found["story"], "--json"))

    assert (one["reason"], one["at"], one["article"]) == ("not yet", None, None)
    assert "No briefing of this channel has looked at it yet." in one["detail"]


def test_why_answers_for_an_article(shell: Shell) -> None:
    """By its id: in which briefing it was told, and as which sentence."""
    told = records(shell("brief", "--json"))
    cited = told[0]["sentences"][0]["cites"][0]["article"]
    (one,) = records(shell("why", cited, "--json"))

    assert (one["article"], one["story"]) == (cited, told[0]["story"])
    assert one["reason"] == "told"
    assert one["sentences"][0] == 1
    assert one["detail"].startswith("It was told here in the briefing of ")


def test_every_reason_can_be_asked_for(shell: Shell) -> None:
    """All that was fetched: a record each, and how many of each reason."""
    shell("brief")
    found = records(shell("why", "--all", "--json"))
    counts = shell("why", "--all").stdout.split("\n")

    assert len(found) == 2
    assert {one["reason"] for one in found} == {"told"}
    assert counts[:2] == ["     2  told", "     2  in all"]


@pytest.mark.parametrize("line", [["why", "st0"], ["why", "st0", "--json"]])
def test_a_story_that_is_unknown_is_a_failure(shell: Shell, line: list[str]) -> None:
    """Said on standard error."""
    result = shell(*line)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert "st0" in result.stderr


def test_sources_are_records(shell: Shell) -> None:
    """Each with its state."""
    (before,) = records(shell("source", "list", "--json"))
    shell("gather")
    (after,) = records(shell("source", "list", "--json"))

    assert before.keys() >= {"id", "name", "kind", "address", "state"}
    assert (before["state"], before["read"]) == ("unread", None)
    assert after["state"] == "read"
    assert after["read"]
    assert "Delta Herald" in shell("source", "list").stdout


def test_gathering_counts(shell: Shell) -> None:
    """And says so when there is nothing to visit."""
    (counts,) = records(shell("gather", "--json"))

    assert counts == {"sources": 1, "failed": 0, "articles": 2}
    assert "No source is due" in shell("gather").stdout


def test_gathering_fails_when_no_source_can_be_read(tmp_path: Path) -> None:
    """The one that cannot is named with its reason."""
    config = tmp_path / "desk.toml"
    config.write_text(
        f'home = "{tmp_path}"\n[[sources]]\naddress = "{tmp_path}/none"\nkind = "files"\n'
        'name = "Gone"\n',
        "utf-8",
    )
    desk = ["--config", str(config)]

    result = CliRunner().invoke(program, [*desk, "gather"])
    (source,) = records(CliRunner().invoke(program, [*desk, "source", "list", "--json"]))

    assert result.exit_code == 1
    assert "Gone: " in result.stderr
    assert source["state"] == "failing"
    assert source["error"]


def test_without_subscriptions_it_is_said_where_they_are_made(shell: Shell) -> None:
    """And no record is printed."""
    result = shell("subscriptions", "--json")

    assert (result.exit_code, result.stdout) == (0, "")
    assert "/subscribe" in result.stderr


def test_a_source_that_cannot_be_removed_is_a_failure(shell: Shell) -> None:
    """So that a script knows."""
    assert shell("source", "remove", "nobody").exit_code == 1


def test_settings_and_faults_are_told(shell: Shell) -> None:
    """The set-up of a desk that is well has no fault; that none runs is a failure."""
    (settings,) = records(shell("config", "--json"))

    assert settings["sources"][0]["name"] == "Delta Herald"
    assert "store.use = 'sqlite'" in shell("config").stdout
    assert all(check["ok"] for check in records(shell("doctor", "--json")))
    assert shell("doctor").exit_code == 0
    assert shell("doctor", "--running").exit_code == 1


def test_given_files_are_briefed_on_and_not_stored(shell: Shell, tmp_path: Path) -> None:
    """However often."""
    given = str(tmp_path / "texts" / "pier.txt")
    first, second = shell("brief", "--from", given), shell("brief", "--from", given)

    assert first.exit_code == 0
    assert "The pier of Delta reopened on Tuesday" in first.stdout
    assert "The pier of Delta reopened on Tuesday" in second.stdout


def test_a_briefing_from_what_cannot_be_read_fails(shell: Shell) -> None:
    """And says what."""
    result = shell("brief", "--from", "/no/such/file.txt")

    assert result.exit_code == 1
    assert "/no/such/file.txt" in result.stderr


def test_no_button_is_offered_that_nobody_can_press(shell: Shell, tmp_path: Path) -> None:
    """The desk that would know what it undoes has ended with the command."""
    more = tmp_path / "more.txt"
    more.write_text(COMET, "utf-8")

    said = shell("source", "add", str(more)).stdout

    assert said.startswith("Added ")
    assert "Undo" not in said
