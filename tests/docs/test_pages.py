"""The pages say what is true: links lead somewhere, lists are whole, what is generated is fresh."""

import re
from pathlib import Path

import pytest

from adapters.slack.manifest import install_link, manifest_text
from bot.cli.program import program
from bot.commands.catalogue import COMMANDS
from bot.config import load
from scripts.generate import PAGES

ROOT = Path(__file__).parents[2]
WRITTEN = [
    *(ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files(page: Path) -> None:
    """Every relative link of a page leads to a file that is there."""
    prose = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    targets = re.findall(r"\]\(([^)\s]+)\)", prose)
    missing = [
        target
        for target in targets
        if not target.startswith(("http://", "https://", "#", "mailto:"))
        and not (page.parent / target.partition("#")[0]).exists()
    ]

    assert missing == []


@pytest.mark.parametrize("name", PAGES)
def test_generated_pages_are_fresh(name: str) -> None:
    """What is generated from the code is what `make docs` would write now."""
    assert (ROOT / name).read_text("utf-8") == PAGES[name]()


def test_the_example_of_a_configuration_is_one() -> None:
    """config.example.toml is read without complaint, and changes no default."""
    assert load(ROOT / "config.example.toml", {}) == load(ROOT / "tests/docs/empty.toml", {})


def test_the_slack_manifest_is_the_desk_s_own() -> None:
    """The page that says how to install the Slack app shows the manifest of our commands."""
    page = (ROOT / "docs" / "install-slack.md").read_text("utf-8")

    assert manifest_text(COMMANDS) in page
    assert install_link(COMMANDS) in page


def test_the_quickstart_can_be_typed() -> None:
    """Every `make` target and `newsdesk` command of the README is one that there is."""
    readme = (ROOT / "README.md").read_text("utf-8")
    shell = "\n".join(re.findall(r"```sh\n(.*?)```", readme, flags=re.DOTALL))
    targets = re.findall(r"^make (\w+)", shell, flags=re.MULTILINE)
    typed = re.findall(r"\bnewsdesk ([a-z]+)\b", shell)
    makefile = (ROOT / "Makefile").read_text("utf-8")
    there = {
        one.name or getattr(one.callback, "__name__", "") for one in program.registered_commands
    }

    assert {"demo", "run", "test", "check", "fix"} <= set(targets)
    assert [name for name in targets if f"\n{name}:" not in makefile] == []
    assert typed
    assert set(typed) <= there | {group.name for group in program.registered_groups}


def test_the_chat_commands_of_the_quickstart_are_known() -> None:
    """Every chat command of the README is in the catalogue."""
    readme = (ROOT / "README.md").read_text("utf-8")
    typed = re.findall(r"^/([a-z][a-z ]*)", readme, flags=re.MULTILINE)
    known = [command.name for command in COMMANDS]

    assert len(typed) > 3
    assert [line for line in typed if not any(line.strip().startswith(one) for one in known)] == []


def test_every_floor_is_drawn() -> None:
    """ARCHITECTURE names every folder and every file of the top of `bot/`."""
    table = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    rows = "\n".join(line for line in table.splitlines() if line.startswith("| `"))
    things = [
        f"{one.name}/" if one.is_dir() else one.name
        for one in (ROOT / "bot").iterdir()
        if (one.is_dir() and (one / "__init__.py").exists()) or one.suffix == ".py"
    ]

    assert len(things) > 10
    missing = [name for name in things if name != "__init__.py" and name not in rows]
    assert missing == []
