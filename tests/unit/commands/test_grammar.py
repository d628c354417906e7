"""Promises of `bot.commands.grammar`: how typed lines are understood."""

import pytest

from bot.commands.grammar import MAX_LINE, MAX_VALUE, parse, usage
from bot.errors import CommandError, UnknownCommandError
from bot.models import Command, Option, OptionKind

ORDER = Command(
    words=("order",),
    summary="Order something",
    options=(
        Option(name="topic", description="What"),
        Option(name="count", description="How many", kind=OptionKind.COUNT, lowest=2, highest=9),
        Option(name="time", description="When", kind=OptionKind.TIME),
        Option(name="zone", description="Where", kind=OptionKind.ZONE),
        Option(name="days", description="Which days", kind=OptionKind.DAYS),
        Option(name="since", description="Since", kind=OptionKind.SINCE),
        Option(
            name="size", description="How big", kind=OptionKind.CHOICE, choices=("small", "big")
        ),
        Option(name="confirm", description="At once", kind=OptionKind.FLAG),
    ),
)
TELL = Command(
    words=("news", "tell"),
    summary="Tell one",
    options=(Option(name="story", description="Which", required=True),),
)
STOP = Command(words=("news",), summary="Stop")
PAGE = Command(
    words=("page",),
    summary="Turn a page",
    options=(Option(name="count", description="Which", kind=OptionKind.COUNT),),
)
COMMANDS = (ORDER, TELL, STOP, PAGE)


def typed(line: str) -> dict[str, str]:
    """Return the values that a line gives."""
    return dict(parse(line, COMMANDS)[1].typed)


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("order", {}),
        ("/order harbour strike", {"topic": "harbour strike"}),
        ("ORDER Harbour", {"topic": "Harbour"}),
        ("order harbour 08:00", {"topic": "harbour", "time": "08:00"}),
        ("order harbour at 6pm", {"topic": "harbour", "time": "6pm"}),
        ("order harbour every mon-fri", {"topic": "harbour", "days": "mon-fri"}),
        ("order made at home 8:00", {"topic": "made at home", "time": "8:00"}),
        ("order europe/berlin 3d", {"zone": "europe/berlin", "since": "3d"}),
        ("order harbour 2026-11-20", {"topic": "harbour", "since": "2026-11-20"}),
        ("order yesterday", {"since": "yesterday"}),
        ("order harbour BIG", {"topic": "harbour", "size": "big"}),
        ("order 08:00 09:00", {"time": "08:00", "topic": "09:00"}),
        ("order count:3 confirm:yes", {"count": "3", "confirm": "yes"}),
        ('order topic:"big harbour" time:8:30', {"topic": "big harbour", "time": "8:30"}),
        ('order "big harbour"', {"topic": '"big harbour"'}),
        ("order topic:port strike", {"topic": "port strike"}),
        ("order -football source:herald", {"topic": "-football source:herald"}),
        ("order since: harbour", {"topic": "since: harbour"}),
        ('order topic:""', {}),
        ("order harbour post:yes", {"topic": "harbour", "post": "yes"}),
        ("order money", {"topic": "money"}),
        ("order 5", {"topic": "5"}),
        ("order big ben", {"topic": "big ben"}),
        ("order harbour big", {"topic": "harbour", "size": "big"}),
        ("page 2", {"count": "2"}),
    ],
)
def test_words_go_where_they_belong(line: str, values: dict[str, str]) -> None:
    """Times, zones, days, spans and choices find their option; the rest is the topic."""
    assert typed(line) == values


def test_the_longest_command_is_meant() -> None:
    """A command whose words begin like another's is found first."""
    assert parse("news tell s1", COMMANDS)[0] is TELL
    assert parse("news", COMMANDS)[0] is STOP


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("order count:1", "“1” is no count: a number from 2 to 9."),
        ("order count:10", "“10” is no count: a number from 2 to 9."),
        ("order count:many", "“many” is no count: a number from 2 to 9."),
        ("order count:５", "“５” is no count: a number from 2 to 9."),
        ("order count:+5", "“+5” is no count: a number from 2 to 9."),
        ("order size:huge", "“huge” is no size: one of small, big."),
        ("news tell", "/news tell needs <story>. Type it like: /news tell <story>"),
        ('news tell story:" "', "/news tell needs <story>. Type it like: /news tell <story>"),
        ("news now", "“now” means nothing to /news. Type it like: /news"),
        (f"order {'a' * MAX_VALUE}b", "The topic is too long: at most 500 characters."),
        ("a" * (MAX_LINE + 1), "That is too long: a command has at most 1000 characters."),
    ],
)
def test_what_is_wrong_is_said(line: str, said: str) -> None:
    """The message names the option, the value and what is expected."""
    with pytest.raises(CommandError) as caught:
        parse(line, COMMANDS)

    assert str(caught.value) == said


@pytest.mark.parametrize(
    ("line", "nearest"),
    [
        ("ordr harbour", ("order",)),
        ("news tel", ("news tell",)),
        ("tell", ("news tell",)),
    ],
)
def test_an_unknown_command_names_the_nearest(line: str, nearest: tuple[str, ...]) -> None:
    """A slip of the finger is answered with what was probably meant, first."""
    with pytest.raises(UnknownCommandError) as caught:
        parse(line, (ORDER, TELL))

    assert caught.value.nearest[:1] == nearest


def test_an_empty_line_is_no_command() -> None:
    """Nothing typed is answered like anything unknown."""
    with pytest.raises(UnknownCommandError, match="That is no command"):
        parse(" / ", COMMANDS)


def test_the_words_of_several_commands_name_them() -> None:
    """Half a command offers those that begin like it."""
    commands = [Command(words=("news", "digest", last), summary="") for last in ("set", "show")]

    with pytest.raises(UnknownCommandError) as caught:
        parse("news digest", commands)

    assert caught.value.nearest == ("news digest set", "news digest show")


def test_usage_marks_what_must_be_given() -> None:
    """Required options stand in angle brackets, others in square ones."""
    assert usage(TELL) == "Type it like: /news tell <story>"
    assert usage(ORDER).startswith("Type it like: /order [topic] [count]")
