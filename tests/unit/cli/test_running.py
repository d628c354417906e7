"""Promises of `bot.cli.running` and `gathering`: a desk that stays open."""

import socket
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli.program import program

PIER = """Pier of Delta reopens after storm

By Ida Lund

The pier of Delta reopened on Tuesday after a storm had closed it for nine days.

Engineers replaced forty planks and two lamps, the harbour office said.
"""


def run(folder: Path, *line: str, sources: str = "", given: str = "") -> Result:
    """Run a command on sources of its own, with what is typed piped in."""
    config = folder / "desk.toml"
    config.write_text(f'home = "{folder}"\n{sources}', "utf-8")
    none = {"SLACK_BOT_TOKEN": None, "COLUMNS": "400", "TZ": "UTC"}
    return CliRunner(env=none).invoke(program, ["--config", str(config), *line], input=given)


def readable(folder: Path) -> str:
    """Return a source that can be read."""
    page = folder / "pier.txt"
    page.write_text(PIER, "utf-8")
    return f'[[sources]]\nkind = "files"\naddress = "{page}"\nname = "Delta Herald"\n'


def out_of_reach(folder: Path) -> str:
    """Return a source whose server does not listen."""
    del folder
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{found.getsockname()[1]}"
    table = f'[[sources]]\naddress = "http://{place}/feed"\nname = "Nobody"\n'
    return f'{table}[fetch]\nallow_private = ["{place}"]\n'


def test_the_desk_briefs_and_then_answers(tmp_path: Path) -> None:
    """One article is one; no log line stands between what people read."""
    said = run(tmp_path, "run", sources=readable(tmp_path), given="/latest pier\n/quit\n")

    assert said.exit_code == 0, said.output
    assert said.stderr == "  Delta Herald: 1 article\n"
    briefing, _, answers = said.stdout.partition("Type /latest")
    assert "Pier of Delta reopens after storm" in briefing
    assert "Latest on pier" in answers


def test_a_source_that_fails_is_named_once(tmp_path: Path) -> None:
    """And the others are told."""
    both = readable(tmp_path) + out_of_reach(tmp_path)
    said = run(tmp_path, "run", sources=both, given="/quit\n")

    assert said.exit_code == 0
    assert said.stderr.count("Nobody") == 1
    assert "source.failed" not in said.stderr
    assert "Pier of Delta" in said.stdout


def test_out_of_reach_the_sample_newsroom_opens(tmp_path: Path) -> None:
    """Its news is told as invented, and stays apart from the desk's own store."""
    sources = out_of_reach(tmp_path)
    said = run(tmp_path, "run", sources=sources, given="/quit\n")
    stored = run(tmp_path, "search", "harbour", "--json", sources=sources)

    assert said.exit_code == 0
    assert "No source could be reached (tried: 1). Is there a network?" in said.stderr
    assert "The sample newsroom: invented places, outlets and news." in said.stdout
    assert "New: " in said.stdout.partition("The night passes.")[2]
    assert stored.stdout == ""


def test_a_desk_that_has_news_keeps_to_it(tmp_path: Path) -> None:
    """When what is due is out of reach later, the sample is not offered."""
    run(tmp_path, "run", sources=readable(tmp_path), given="/quit\n")
    said = run(tmp_path, "run", sources=out_of_reach(tmp_path), given="/quit\n")

    assert said.exit_code == 0
    assert "No source could be reached (tried: 1)" in said.stderr
    assert "sample" not in said.output


def test_chat_answers_and_does_not_gather(tmp_path: Path) -> None:
    """Also where chat platforms are configured: it is the terminal alone."""
    sources = readable(tmp_path) + "[platforms.slack]\n"
    said = run(tmp_path, "chat", sources=sources, given="/news source list\n/quit\n")

    assert said.exit_code == 0
    assert "Delta Herald" in said.stdout
    assert said.stdout.startswith("Sources")


@pytest.mark.parametrize("name", ["slack", "telegraph"])
def test_a_desk_without_a_platform_says_why_once(tmp_path: Path, name: str) -> None:
    """And ends with the status of wrong settings."""
    said = run(tmp_path, "run", sources=f"[platforms.{name}]\n")

    assert said.exit_code == 2
    assert said.stderr.count("platforms.") == 1
    assert said.stderr.count("\n") == 1
