"""Promises of `bot.commands.catalogue`: the one door through which everything is asked."""

import pytest

from bot.commands.catalogue import COMMANDS
from bot.commands.grammar import parse
from bot.errors import StoreError
from bot.models import Command, OptionKind, Reply
from bot.text.plain import plain_text
from tests.builders import channel, source
from tests.desks import OpenDesk, buttons

MANAGING = [one for one in COMMANDS if one.manages]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one.name)
def test_commands_keep_the_platforms_limits(command: Command) -> None:
    """Names are lower-case ASCII, texts at most 100 characters, choices few; required first."""
    names = [option.name for option in command.options]
    texts = [command.summary, *(option.description for option in command.options)]

    assert all(word.isascii() and word.islower() for word in (*command.words, *names))
    assert len(set(names)) == len(names)
    assert len(command.words) <= 3
    assert all(0 < len(text) <= 100 for text in texts)
    assert all(len(option.choices) <= 25 for option in command.options)
    assert all(bool(one.choices) is (one.kind is OptionKind.CHOICE) for one in command.options)
    assert names == sorted(names, key=lambda name: not _required(command, name))


def _required(command: Command, name: str) -> bool:
    return next(one.required for one in command.options if one.name == name)


def test_every_command_has_a_name_of_its_own() -> None:
    """No two are typed alike, and each is found by what it is typed like."""
    assert len({one.name for one in COMMANDS}) == len(COMMANDS)
    for command in COMMANDS:
        required = " ".join(f"{one.name}:x" for one in command.options if one.required)
        assert parse(f"{command.name} {required}", COMMANDS)[0] is command


def test_the_catalogue_lists_its_commands(empty: OpenDesk) -> None:
    """Platforms are handed the commands in the order of help."""
    assert empty.catalogue.commands == COMMANDS


@pytest.mark.parametrize("command", MANAGING, ids=lambda one: one.name)
async def test_changes_are_for_those_who_manage(desk: OpenDesk, command: Command) -> None:
    """Anyone else is told whom to ask, and nothing is changed."""
    required = " ".join(f"{one.name}:x" for one in command.options if one.required)

    said = await desk.answered(f"{command.name} {required}", manages=False)

    assert said.startswith(f"/{command.name} changes what this channel gets")
    assert "Ask an administrator" in said
    assert await desk.store.subscriptions.all() == ()


async def test_a_button_gives_no_rights(desk: OpenDesk) -> None:
    """Who may not subscribe may not confirm it either."""
    asked = await desk.ask("subscribe harbour 08:00")
    assert asked.confirm is not None

    said = await desk.answered(asked.confirm.line, manages=False)

    assert "only those who manage it may" in said
    assert await desk.store.subscriptions.all() == ()


@pytest.mark.parametrize("line", ["", " ", "/", "/news", "NEWS", "help", "/help"])
async def test_nothing_in_particular_is_answered_with_help(empty: OpenDesk, line: str) -> None:
    """Whoever does not know what to type is told."""
    assert (await empty.answered(line)).startswith("Commands\n")


@pytest.mark.parametrize("line", ["start", "/START", "/news help start"])
async def test_start_is_answered_with_the_first_steps(empty: OpenDesk, line: str) -> None:
    """The first steps come with buttons to take them."""
    reply = await empty.ask(line)

    assert plain_text(reply.message).startswith("First steps\n")
    assert buttons(reply)["Latest news"].line == "latest"


async def test_an_unknown_word_offers_the_nearest(empty: OpenDesk) -> None:
    """As buttons, at most three."""
    reply = await empty.ask("latset harbour")

    assert "There is no command “latset harbour”" in plain_text(reply.message)
    assert buttons(reply)["/latest"].line == "latest"
    assert len(buttons(reply)) == 3


@pytest.mark.parametrize("line", ["go", "go 0123456789abcdef"])
async def test_a_button_that_is_not_known_has_expired(empty: OpenDesk, line: str) -> None:
    """After a restart it says so, and what to do."""
    assert await empty.answered(line) == "That button has expired. Type the command again."


async def test_answers_are_private_unless_posted(desk: OpenDesk) -> None:
    """An answer may be shown to all in the channel; a change's confirmation may not."""
    assert (await desk.ask("latest")).private
    assert not (await desk.ask("latest post:yes")).private
    assert (await desk.ask("digest set post:yes")).private
    assert (await desk.ask("subscribe harbour post:yes")).private


@pytest.mark.parametrize(
    "error", [StoreError("disk full"), ZeroDivisionError("a bug")], ids=["known", "unknown"]
)
async def test_our_own_trouble_is_not_the_asker_s(
    desk: OpenDesk, error: Exception, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever breaks is logged, and the asker gets an answer that gives nothing away."""
    address = "https://comet.example/feed"
    desk.reader.found[address] = source(address=address)
    desk.reader.readings[address] = error

    said = await desk.answered(f"news source test {address}")

    assert said == "Something went wrong here, and it is in the log. Try again in a minute."
    assert "Traceback" in capsys.readouterr().out


async def test_spaces_do_not_matter(desk: OpenDesk) -> None:
    """Breaks, tabs and doubled spaces are spaces."""
    assert await desk.answered(" /news \t story\n nowhere ") == await desk.answered(
        "news story nowhere"
    )


async def test_every_command_answers_an_empty_desk(empty: OpenDesk) -> None:
    """Nothing is known yet, and still each says what to do; no answer is a wall of text."""
    for command in COMMANDS:
        required = " ".join(f"{one.name}:x" for one in command.options if one.required)
        reply = await empty.ask(f"{command.name} {required}", place=channel("C7"))
        assert 0 < len(plain_text(reply.message)) <= 2000, command.name
        assert "went wrong" not in plain_text(reply.message)
        assert_buttons_work(reply)


def assert_buttons_work(reply: Reply) -> None:
    """Hold that every button's line is short, and a command or a token."""
    for button in buttons(reply).values():
        assert 0 < len(button.line) <= 90
        assert button.line.startswith("go ") or parse(button.line, COMMANDS)
