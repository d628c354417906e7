"""The catalogue becomes a command tree that Discord takes."""

import discord as library
import pytest
from discord import app_commands

from adapters.discord.tree import choices_of, grow, tree_digest
from bot.models import Choice, Command, Option, OptionKind, Suggests
from tests.standins.discord_desk import COMMANDS
from tests.standins.discord_rules import COMMAND, Schema, command_faults


async def _asked(_interaction: library.Interaction, _line: str) -> None:
    """Answer nothing."""


async def _suggested(
    _interaction: library.Interaction, _kind: Suggests, _typed: str
) -> tuple[Choice, ...]:
    """Complete nothing."""
    return ()


def _tree(*commands: Command) -> app_commands.CommandTree[library.Client]:
    """Return a tree grown from commands."""
    tree = app_commands.CommandTree(library.Client(intents=library.Intents.none()))
    grow(tree, commands, asked=_asked, suggested=_suggested)
    return tree


def _described(tree: app_commands.CommandTree[library.Client]) -> dict[str, dict[str, object]]:
    """Return the top of a tree as it is given to Discord."""
    return {command.name: command.to_dict(tree) for command in tree.get_commands()}


async def test_tree_fits_the_official_schema(official: Schema) -> None:
    """Every command is one that Discord takes, by its schema and by its limits."""
    described = list(_described(_tree(*COMMANDS)).values())

    assert [official.faults(COMMAND, command) for command in described] == [[], [], []]
    assert command_faults(described) == []


async def test_options_are_typed() -> None:
    """Numbers have bounds, choices are listed, what can be completed is, required comes first."""
    every = Command(
        words=("every",),
        summary="All kinds",
        options=(
            Option(name="count", description="n", kind=OptionKind.COUNT, lowest=2, highest=7),
            Option(name="topic", description="t", suggests=Suggests.TOPICS),
            Option(name="from", description="f", kind=OptionKind.FLAG),
            Option(name="mode", description="m", kind=OptionKind.CHOICE, choices=("a", "b")),
            Option(name="must", description="r", required=True),
            Option(
                name="many",
                description="x",
                kind=OptionKind.CHOICE,
                choices=tuple(map(str, range(26))),
            ),
        ),
    )

    options = _described(_tree(every))["every"]["options"]

    assert isinstance(options, list)
    by_name = {option["name"]: option for option in options}
    assert list(by_name) == ["must", "count", "topic", "from", "mode", "many"]
    assert by_name["must"]["required"]
    assert (by_name["count"]["type"], by_name["count"]["min_value"]) == (4, 2)
    assert by_name["count"]["max_value"] == 7
    assert by_name["topic"]["autocomplete"]
    assert [choice["value"] for choice in by_name["from"]["choices"]] == ["yes", "no"]
    assert [choice["value"] for choice in by_name["mode"]["choices"]] == ["a", "b"]
    assert "choices" not in by_name["many"]


async def test_commands_that_manage_are_hidden_from_others() -> None:
    """Discord shows a managing command only to those who manage channels."""
    described = _described(_tree(*COMMANDS))

    assert described["subscribe"]["default_member_permissions"] == 1 << 4
    assert described["latest"]["default_member_permissions"] is None


async def test_commands_work_in_servers_and_direct_messages() -> None:
    """What Discord cannot carry is left out; the rest is kept in groups."""
    described = _described(_tree(*COMMANDS))

    assert list(described) == ["latest", "subscribe", "news"]
    assert [command.qualified_name for command in _tree(*COMMANDS).walk_commands()] == [
        "latest",
        "subscribe",
        "news",
        "news story",
        "news digest",
        "news digest set",
    ]


async def test_tree_is_told_from_another() -> None:
    """The same catalogue gives the same digest, any change another."""
    changed = Command(words=("latest",), summary="Something else")

    assert tree_digest(_tree(*COMMANDS)) == tree_digest(_tree(*COMMANDS))
    assert tree_digest(_tree(*COMMANDS)) != tree_digest(_tree(changed, *COMMANDS[1:]))


@pytest.mark.parametrize("value", ["", "x" * 101])
def test_impossible_completions_are_left_out(value: str) -> None:
    """A completion that Discord would refuse does not spoil the others."""
    found = choices_of([Choice(label="a", value=value), Choice(label="b" * 300, value="b")])

    assert [(choice.name[-1], choice.value) for choice in found] == [("…", "b")]
