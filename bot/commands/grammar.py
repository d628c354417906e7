"""A command line becomes a command and its values. Pure.

`/latest aleppo 3d`: words that look like a time, a zone, days or a span go to the option of
that kind, `name:value` goes to that name, and the rest are the words of the first option that
takes words.
"""

import difflib
import re
from collections.abc import Mapping, Sequence
from typing import assert_never

from bot.commands.values import Values
from bot.errors import CommandError, UnknownCommandError
from bot.models import Command, Option, OptionKind
from bot.text.commandline import tokens
from bot.text.times import parse_days, parse_time, parse_zone

MAX_LINE = 1000
MAX_VALUE = 500
POST = "post"
"""Understood by every command: show the answer in the channel instead of to the asker alone."""

_SPAN_WORDS = frozenset({"today", "yesterday"})
_SPAN_OR_DATE = re.compile(r"\d+[hdw]|\d{4}-\d{2}-\d{2}", re.ASCII | re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}", re.ASCII)
_FILLERS = frozenset({"at", "every", "for", "on"})
"""Dropped before a time or days, so that "aleppo at 08:00" reads as it sounds."""


def parse(line: str, commands: Sequence[Command]) -> tuple[Command, Values]:
    """Return the command that a line asks for, and the values of its options.

    Raises:
        UnknownCommandError: no such command; names the nearest.
        CommandError: a value is missing or wrong; says which and what is expected.
    """
    if len(line) > MAX_LINE:
        raise CommandError(f"That is too long: a command has at most {MAX_LINE} characters.")
    line = line.strip().removeprefix("/")
    command = _command(line, commands)
    rest = line.split(maxsplit=len(command.words))[len(command.words) :]
    names = [option.name for option in command.options]
    values, free = _sorted(command, tokens(" ".join(rest), [*names, POST]))
    words_option = next((one for one in command.options if one.kind is OptionKind.WORDS), None)
    if free and words_option is None:
        raise CommandError(f"“{' '.join(free)}” means nothing to /{command.name}. {usage(command)}")
    if free and words_option:
        named = values.get(words_option.name, "")
        values[words_option.name] = " ".join(filter(None, [named, *free]))
    return command, Values(_checked(command, values))


def usage(command: Command) -> str:
    """Return how a command is typed.

    >>> usage(Command(words=("news", "why"), summary="", options=(
    ...     Option(name="story", description="", required=True),)))
    'Type it like: /news why <story>'
    """
    parts = [f"<{one.name}>" if one.required else f"[{one.name}]" for one in command.options]
    return " ".join([f"Type it like: /{command.name}", *parts])


def _command(line: str, commands: Sequence[Command]) -> Command:
    """The longest command whose words the line starts with."""
    typed = [word.lower() for word in line.split()]
    matching = [one for one in commands if list(one.words) == typed[: len(one.words)]]
    if matching:
        return max(matching, key=lambda one: len(one.words))
    wanted = " ".join(typed[:3])
    names = [one.name for one in commands]
    under = [name for name in names if typed and name.startswith(f"{' '.join(typed)} ")]
    near = under or difflib.get_close_matches(wanted, names, n=3, cutoff=0.0)
    said = f"There is no command “{wanted[:60]}”." if typed else "That is no command."
    raise UnknownCommandError(f"{said} /news help lists them all.", tuple(near[:3]))


def _sorted(command: Command, pairs: Sequence[tuple[str, str]]) -> tuple[dict[str, str], list[str]]:
    """Return the named and recognised values, and the words left over."""
    values: dict[str, str] = {}
    free: list[str] = []
    last_free = max(
        (at for at, pair in enumerate(pairs) if not _is_typed(command, pair)), default=-1
    )
    for at, (name, value) in enumerate(pairs):
        target = name or _recognised(command, value, values, ends=at > last_free)
        if not target:
            free.append(_word(command, value))
            continue
        values[target] = value
        if not name and free and free[-1].lower() in _FILLERS:
            free.pop()
    return values, free


def _word(command: Command, value: str) -> str:
    """Return a word of a topic.

    Raises:
        CommandError: it is written like a time of day, which the command takes, and is none.
    """
    takes_time = any(one.kind is OptionKind.TIME for one in command.options)
    if takes_time and _CLOCK.fullmatch(value) and parse_time(value) is None:
        raise CommandError(f"“{value}” is no time of day. Type it like 08:00 or 6pm.")
    return value


def _is_typed(command: Command, pair: tuple[str, str]) -> bool:
    """Tell whether a word is a value by its name or its looks, wherever it stands."""
    name, value = pair
    return bool(name or _recognised(command, value, {}, ends=True))


def _recognised(command: Command, word: str, taken: Mapping[str, str], *, ends: bool) -> str:
    """Return the name of the option that a bare word fills by its looks, or "".

    `ends`: no free word comes after it. Only there, or in commands that take no words, does
    "new" or "10" mean a choice or a count: "new york" and "10 downing street" are topics.
    """
    takes_words = any(one.kind is OptionKind.WORDS for one in command.options)
    for one in command.options:
        if one.name in taken or not _looks_like(one, word):
            continue
        is_word = one.kind is OptionKind.COUNT or (one.kind is OptionKind.CHOICE and not ends)
        if not (takes_words and is_word):
            return one.name
    return ""


def _looks_like(option: Option, word: str) -> bool:
    match option.kind:
        case OptionKind.TIME:
            return parse_time(word) is not None
        case OptionKind.ZONE:
            return parse_zone(word) is not None
        case OptionKind.DAYS:
            return parse_days(word) is not None
        case OptionKind.SINCE:
            return word.lower() in _SPAN_WORDS or _SPAN_OR_DATE.fullmatch(word) is not None
        case OptionKind.CHOICE:
            return word.lower() in option.choices
        case OptionKind.COUNT:
            return word.isascii() and word.isdigit()
        case OptionKind.WORDS | OptionKind.LANGUAGE | OptionKind.FLAG:
            return False
        case _:
            assert_never(option.kind)


def _checked(command: Command, values: dict[str, str]) -> dict[str, str]:
    for option in command.options:
        value = values.get(option.name)
        if value is None or not value.strip():
            if option.required:
                raise CommandError(f"/{command.name} needs <{option.name}>. {usage(command)}")
            values.pop(option.name, None)
        else:
            values[option.name] = _checked_value(option, value.strip())
    return values


def _checked_value(option: Option, value: str) -> str:
    if len(value) > MAX_VALUE:
        raise CommandError(f"The {option.name} is too long: at most {MAX_VALUE} characters.")
    if option.kind is OptionKind.COUNT and not (
        value.isascii() and value.isdigit() and option.lowest <= int(value) <= option.highest
    ):
        raise CommandError(
            f"“{value}” is no {option.name}: a number from {option.lowest} to {option.highest}."
        )
    if option.kind is OptionKind.CHOICE and value.lower() not in option.choices:
        raise CommandError(f"“{value}” is no {option.name}: one of {', '.join(option.choices)}.")
    return value.lower() if option.kind is OptionKind.CHOICE else value
