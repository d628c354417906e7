"""Writes what is generated: config.example.toml, and lists, a manifest and a picture in docs/.

`python -m scripts.generate` writes, `python -m scripts.generate --check` only compares and ends
with status 1 when a file is not what it should be.
"""

import re
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined
from typer import Typer
from typer.models import CommandInfo
from typer.testing import CliRunner

from adapters.slack.manifest import install_link, manifest_text
from bot.cli.program import program
from bot.commands.catalogue import COMMANDS
from bot.commands.grammar import usage
from bot.config import Settings
from bot.models import Command
from bot.tables import SourceSettings
from scripts.journeypicture import journey_picture

ROOT = Path(__file__).parent.parent

HEAD = """\
# Newsdesk's settings, each with its default. Copy this file to config.toml and change what you
# want to be different; leave out the rest. Secrets never stand here: a setting that ends in _env
# names the environment variable that holds one. The environment wins over this file:
# NEWSDESK_FETCH__TIMEOUT_S=10 sets fetch.timeout_s.
"""

PLATFORMS = """
# Chat platforms. With none, `newsdesk run` opens the terminal. See docs/install-slack.md and
# docs/install-discord.md.
#
# [platforms.slack]
# bot_token_env = "SLACK_BOT_TOKEN"
# app_token_env = "SLACK_APP_TOKEN"
# managers = []                     # user ids that may manage besides administrators
#
# [platforms.discord]
# token_env = "DISCORD_TOKEN"
# managers = []
"""


def config_example() -> str:
    """Return config.example.toml: every setting with its default and what it means."""
    lines = [HEAD]
    tables = []
    for name, field in Settings.model_fields.items():
        nested = field.annotation
        if isinstance(nested, type) and issubclass(nested, BaseModel):
            tables += _table(nested, name)
        elif name not in {"sources", "platforms"}:
            lines += _setting(name, field)
    sources = ["", "# Sources of the desk's own; the starter sources stand in for none.", "#"]
    sources += ["# [[sources]]", *(f"# {line}" for line in _settings(SourceSettings))]
    return "\n".join([*lines, *tables, *sources, PLATFORMS.rstrip(), ""])


def _table(model: type[BaseModel], name: str) -> list[str]:
    """Return a table with its settings, and the tables in it after them."""
    inner = {
        key: nested
        for key, field in model.model_fields.items()
        if isinstance(nested := field.annotation, type) and issubclass(nested, BaseModel)
    }
    lines = ["", f"# {(model.__doc__ or '').strip()}", f"[{name}]", *_settings(model, inner)]
    return lines + [line for key in inner for line in _table(inner[key], f"{name}.{key}")]


def _settings(model: type[BaseModel], left_out: Collection[str] = ()) -> list[str]:
    own = {name: field for name, field in model.model_fields.items() if name not in left_out}
    return [line for name, field in own.items() for line in _setting(name, field)]


def _setting(name: str, field: FieldInfo) -> Iterator[str]:
    yield f"# {field.description}"
    default = field.default
    if default is PydanticUndefined:
        yield f'{name} = "https://example.org/feed.xml"'
    elif default is None:
        yield f'# {name} = "en"'
    else:
        yield f"{name} = {_toml(default)}"


def _toml(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return f'"{value}"'
        case tuple():
            return f"[{', '.join(map(_toml, value))}]"
        case _:
            return str(value)


def commands_page() -> str:
    """Return docs/commands.md: every command with its options."""
    head = (
        "# Commands\n\n"
        "The same commands on Slack, on Discord and in the terminal.\n"
        "Times, zones, days and spans may be typed bare; `name:value` says which option is meant.\n"
        "Answers are shown to the asker alone; `post:yes` shows them in the channel.\n"
        "Commands marked *managers* change what a channel gets.\n"
    )
    return "\n".join([head, *(_command_section(command) for command in COMMANDS)])


def _command_section(command: Command) -> str:
    managers = " *managers*" if command.manages else ""
    lines = [f"## `/{command.name}`{managers}", "", f"{command.summary}.", ""]
    lines += [f"`{usage(command).removeprefix('Type it like: ')}`", ""]
    lines += [f"- `{one.name}`: {one.description}." for one in command.options]
    return "\n".join([*lines, ""] if command.options else lines)


def command_line_page() -> str:
    """Return docs/command-line.md: the help of every command of the command line."""
    lines = ["# The command line", "", "`newsdesk`, which is the same as `python -m bot`.", ""]
    for words in _command_paths():
        shown = CliRunner(env={"COLUMNS": "96"}).invoke(
            program, [*words, "--help"], prog_name="newsdesk"
        )
        text = "\n".join(line.rstrip() for line in shown.stdout.strip().splitlines())
        lines += [f"## `{' '.join(['newsdesk', *words])}`", "", "```text", text, "```", ""]
    return "\n".join(lines)


def _command_paths(
    group: Typer = program, words: tuple[str, ...] = ()
) -> Iterator[tuple[str, ...]]:
    """Yield the words of every command; of groups only the whole program, which lists them."""
    if not words:
        yield ()
    for one in group.registered_commands:
        yield (*words, _name(one))
    for inner in group.registered_groups:
        if inner.typer_instance is not None:
            yield from _command_paths(inner.typer_instance, (*words, inner.name or ""))


def _name(command: CommandInfo) -> str:
    return str(command.name or getattr(command.callback, "__name__", ""))


def slack_page() -> str:
    """Return docs/install-slack.md as it stands, with the manifest of our commands in its place."""
    page = (ROOT / "docs" / "install-slack.md").read_text("utf-8")
    block = re.compile(r"(?<=```json\n).*?(?=\n```)", re.DOTALL)
    page = block.sub(lambda _: manifest_text(COMMANDS), page)
    link = r"https://api\.slack\.com/apps\?new_app=1&manifest_json=[^)\s]*"
    return re.sub(link, lambda _: install_link(COMMANDS), page)


PAGES = {
    "config.example.toml": config_example,
    "docs/commands.md": commands_page,
    "docs/command-line.md": command_line_page,
    "docs/install-slack.md": slack_page,
    "docs/pictures/journey.svg": journey_picture,
}


def main() -> int:
    """Write every page, or compare it; return the exit status."""
    stale = [name for name, page in PAGES.items() if _is_stale(name, page())]
    if "--check" in sys.argv:
        for name in stale:
            print(f"{name} is not what `make docs` writes")  # noqa: T201 — a program for the terminal
        return 1 if stale else 0
    for name in stale:
        (ROOT / name).write_text(PAGES[name](), encoding="utf-8")
    return 0


def _is_stale(name: str, text: str) -> bool:
    path = ROOT / name
    return not path.exists() or path.read_text("utf-8") != text


if __name__ == "__main__":
    sys.exit(main())
