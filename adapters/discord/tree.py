"""The catalogue as Discord's command tree: typed options, completion, synced when changed."""

import asyncio
import hashlib
import inspect
import json
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from pathlib import Path
from typing import Any

import discord
from discord import app_commands

from bot.models import Choice, Command, Option, OptionKind, Suggests
from bot.text.commandline import command_line
from bot.text.visible import one_line

Asked = Callable[[discord.Interaction, str], Awaitable[None]]
"""Answers a command line."""

Suggested = Callable[[discord.Interaction, Suggests, str], Awaitable[tuple[Choice, ...]]]
"""Completes a value."""

MAX_CHOICES = 25
MAX_CHOICE = 100
MAX_WORDS = 3
FLAG_CHOICES = ("yes", "no")
SYNCED = "discord-commands.sha256"

# As keyword arguments the options would clash with Python's words ("for", "from").
_SUFFIX = "_option"


def grow(
    tree: app_commands.CommandTree[Any],
    commands: Sequence[Command],
    *,
    asked: Asked,
    suggested: Suggested,
) -> None:
    """Add every command of the catalogue that Discord can carry to the tree.

    Discord knows no command that is a group too, and three words at most: `news` beside
    `news search` is left out.
    """
    groups: dict[tuple[str, ...], app_commands.Group] = {}
    heads = {command.words[:n] for command in commands for n in range(1, len(command.words))}
    for command in commands:
        if command.words in heads or len(command.words) > MAX_WORDS:
            continue
        built = _built(command, asked=asked, suggested=suggested)
        if len(command.words) == 1:
            tree.add_command(built)
        else:
            _group(tree, groups, command.words[:-1]).add_command(built)


async def sync(tree: app_commands.CommandTree[Any], *, home: str, application: int) -> bool:
    """Give Discord the tree unless it has had this very one; return whether it was given.

    Discord allows 200 new commands a day, so a start must not cost any. What was given last is
    kept beside the database; take the file away to have everything given again.
    """
    digest = tree_digest(tree)
    path = Path(home) / SYNCED
    known = await asyncio.to_thread(_read, path)
    if known.get(str(application)) == digest:
        return False
    await tree.sync()
    await asyncio.to_thread(_write, path, {**known, str(application): digest})
    return True


def tree_digest(tree: app_commands.CommandTree[Any]) -> str:
    """Return what tells one tree from another."""
    described = [command.to_dict(tree) for command in tree.get_commands()]
    text = json.dumps(described, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def line_of(command: Command, values: Mapping[str, object]) -> str:
    """Return the command line that a filled-in command stands for.

    >>> latest = Command(words=("latest",), summary="Stories now")
    >>> line_of(latest, {"topic_option": "port strike", "count_option": 3, "since_option": None})
    'latest topic:"port strike" count:3'
    """
    given = {name.removesuffix(_SUFFIX): value for name, value in values.items()}
    return command_line(
        command.words, {name: str(value) for name, value in given.items() if value is not None}
    )


def choices_of(found: Sequence[Choice]) -> list[app_commands.Choice[str]]:
    """Return completions that Discord accepts: 25 at most, each of 1 to 100 characters.

    >>> [choice.name for choice in choices_of([Choice(label="", value="a")] * 30)][:2]
    ['a', 'a']
    """
    return [
        app_commands.Choice(
            name=one_line(choice.label or choice.value, limit=MAX_CHOICE), value=choice.value
        )
        for choice in found
        if 0 < len(choice.value) <= MAX_CHOICE
    ][:MAX_CHOICES]


def _group(
    tree: app_commands.CommandTree[Any],
    groups: dict[tuple[str, ...], app_commands.Group],
    words: tuple[str, ...],
) -> app_commands.Group:
    """Return the group under which `words` are, made with those above it if it is new."""
    if words not in groups:
        parent = _group(tree, groups, words[:-1]) if words[:-1] else None
        group = app_commands.Group(
            name=words[-1], description=f"The commands of /{' '.join(words)}", parent=parent
        )
        if parent is None:
            tree.add_command(group)
        groups[words] = group
    return groups[words]


def _built(
    command: Command, *, asked: Asked, suggested: Suggested
) -> app_commands.Command[Any, ..., None]:
    """Return one command. discord.py reads its options from a function's signature."""

    async def callback(interaction: discord.Interaction, /, **values: object) -> None:
        await asked(interaction, line_of(command, values))

    options = sorted(command.options, key=lambda option: not option.required)
    callback.__signature__ = inspect.Signature(  # type: ignore[attr-defined]  # inspect reads it
        [
            inspect.Parameter("interaction", inspect.Parameter.POSITIONAL_ONLY),
            *map(_parameter, options),
        ]
    )
    described = app_commands.describe(**{_key(o): o.description for o in options})(callback)
    named = app_commands.rename(**{_key(o): o.name for o in options})(described)
    chosen = app_commands.choices(**{_key(o): _fixed(o) for o in options if _fixed(o)})(named)
    completing = {
        _key(o): _completer(o.suggests, suggested) for o in options if o.suggests and not _fixed(o)
    }
    built: app_commands.Command[Any, ..., None] = app_commands.Command(
        name=command.words[-1],
        description=command.summary,
        callback=app_commands.autocomplete(**completing)(chosen),
    )
    if command.manages and len(command.words) == 1:
        # Discord hides it from the others; the core asks `Actor.may_manage` all the same.
        built.default_permissions = discord.Permissions(manage_channels=True)
    return built


def _key(option: Option) -> str:
    """Return the name of an option as an argument of Python."""
    return option.name + _SUFFIX


def _parameter(option: Option) -> inspect.Parameter:
    """Return an option as a parameter with a type that Discord understands."""
    counts = option.kind is OptionKind.COUNT
    annotation = app_commands.Range[int, option.lowest, option.highest] if counts else str
    return inspect.Parameter(
        _key(option),
        inspect.Parameter.KEYWORD_ONLY,
        annotation=annotation,
        default=inspect.Parameter.empty if option.required else None,
    )


def _fixed(option: Option) -> list[app_commands.Choice[str]]:
    """Return the fixed choices of an option; none where it is free or has too many."""
    if option.kind is OptionKind.COUNT:
        return []
    words = FLAG_CHOICES if option.kind is OptionKind.FLAG else option.choices
    if len(words) > MAX_CHOICES:
        return []
    return [app_commands.Choice(name=word, value=word) for word in words]


def _completer(
    kind: Suggests, suggested: Suggested
) -> Callable[[discord.Interaction, str], Coroutine[Any, Any, list[app_commands.Choice[str]]]]:
    """Return what completes an option while it is typed."""

    async def complete(
        interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        return choices_of(await suggested(interaction, kind, typed))

    return complete


def _read(path: Path) -> dict[str, str]:
    """Return the digest given last to each application; none where the file is unusable."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    pairs = (line.split() for line in lines)
    return {pair[1]: pair[0] for pair in pairs if len(pair) == len(("digest", "application"))}


def _write(path: Path, known: Mapping[str, str]) -> None:
    """Write the file in one go, as `sha256sum` would."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text("".join(f"{d}  {app}\n" for app, d in known.items()), encoding="utf-8")
    fresh.replace(path)
