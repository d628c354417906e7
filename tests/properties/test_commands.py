"""What holds for every line that anybody can type."""

import asyncio
from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.commands.catalogue import COMMANDS
from bot.commands.grammar import parse
from bot.errors import CommandError
from bot.models import Suggests
from bot.text.plain import plain_text
from tests.builders import OBSERVATORY, article, channel, source
from tests.desks import buttons, opened_desk

KNOWN = ("go ", *(f"{one.name} " for one in COMMANDS))
NAMES = st.sampled_from([one.name for one in COMMANDS])
OPTIONS = st.sampled_from(
    sorted({f"{option.name}:" for one in COMMANDS for option in one.options} | {"post:", ""})
)
ODD = st.sampled_from(
    [
        '"', "“", "\\", "-", ":", "NOT", "NEAR(", "a*", "%", "'; --", "\x00", "\u202e", "\ud800",
        "08:00", "25:61", "3d", "999d", "9999-12-31", "0001-01-01", "mon-", "europe/berlin",
        "Europe/..", "٣", "５", "-1", "99999999999999999999", "@everyone", "<#C1|x>", "https://",
        "http://[::1", "yes", "everything", "go", "/news", "harbour", "st1", "x" * 250,
    ]
)  # fmt: skip
WORDS = st.one_of(ODD, st.text(max_size=12))
VALUES = st.tuples(OPTIONS, WORDS).map("".join)
LINES = st.one_of(
    st.text(max_size=80),
    st.tuples(NAMES, st.lists(VALUES, max_size=5).map(" ".join)).map(" ".join),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(LINES, min_size=5, max_size=5))
def test_every_line_is_answered(lines: list[str]) -> None:
    """No line breaks the desk: each has a short answer, whose buttons can be pressed."""

    async def asked() -> None:
        async with opened_desk() as desk:
            await desk.store.sources.save(source())
            await desk.add(article("a1"), article("a2", title="Comet found", text=OBSERVATORY))
            for line in lines:
                reply = await desk.ask(line)
                said = plain_text(reply.message)
                assert 0 < len(said) <= 2000
                assert "Something went wrong" not in said
                for button in buttons(reply).values():
                    assert 0 < len(button.line) <= 90
                    assert f"{button.line} ".startswith(KNOWN)

    asyncio.run(asked())


@given(LINES)
def test_a_line_is_a_command_or_a_command_error(line: str) -> None:
    """Nothing that can be typed breaks the grammar."""
    with suppress(CommandError):
        command, values = parse(line, COMMANDS)

        assert command in COMMANDS
        assert all(value.strip() for name, value in values.typed.items() if name != "post")


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(Suggests), st.lists(WORDS, max_size=3).map(" ".join))
def test_everything_typed_can_be_completed(kind: Suggests, typed: str) -> None:
    """At most 25 choices, none too long, whatever was typed."""

    async def asked() -> None:
        async with opened_desk() as desk:
            await desk.add(article("a1"))
            found = await desk.catalogue.suggest(kind, typed, channel())
            assert len(found) <= 25
            assert all(0 < len(one.label) <= 100 and 0 < len(one.value) <= 100 for one in found)

    asyncio.run(asked())
