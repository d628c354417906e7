"""Promises of `bot.commands.pending`: buttons that stand for a line."""

from datetime import timedelta

from bot.commands.pending import LASTS, MOST, Pending
from bot.models import Button, ChannelId
from tests.builders import CHANNEL, NOW

ELSEWHERE = ChannelId("slack:T1/C9")


def waiting(pending: Pending) -> Button:
    """Return a button that undoes something."""
    return pending.button("Undo", "unsubscribe topic:harbour", channel=CHANNEL, now=NOW)


def token(button: Button) -> str:
    """Return the token that a button carries."""
    return button.line.removeprefix("go ")


def test_a_button_asks_its_line_once() -> None:
    """The second press finds nothing."""
    pending = Pending()
    name = token(waiting(pending))

    assert pending.line(name, channel=CHANNEL, now=NOW) == "unsubscribe topic:harbour"
    assert pending.line(name, channel=CHANNEL, now=NOW) is None


def test_a_button_lasts_ten_minutes() -> None:
    """After that it has expired."""
    pending = Pending()
    first, second = token(waiting(pending)), token(waiting(pending))

    assert pending.line(first, channel=CHANNEL, now=NOW + LASTS - timedelta(seconds=1))
    assert pending.line(second, channel=CHANNEL, now=NOW + LASTS) is None


def test_a_button_is_pressed_where_it_was_shown() -> None:
    """In another channel its token means nothing, and it is not used up there."""
    pending = Pending()
    name = token(waiting(pending))

    assert pending.line(name, channel=ELSEWHERE, now=NOW) is None
    assert pending.line(name, channel=CHANNEL, now=NOW) is not None
    assert pending.line("guessed", channel=CHANNEL, now=NOW) is None


def test_the_oldest_buttons_make_room() -> None:
    """However many are shown, so many are kept."""
    pending = Pending()
    names = [token(waiting(pending)) for _ in range(MOST + 1)]

    assert pending.line(names[0], channel=CHANNEL, now=NOW) is None
    assert pending.line(names[1], channel=CHANNEL, now=NOW) is not None
    assert len(set(names)) == len(names)


def test_names_are_kept_for_a_line() -> None:
    """For ten minutes, in their channel, and the oldest go first."""
    pending = Pending()
    name = pending.keep(["s1", "s2"], channel=CHANNEL, now=NOW)

    assert pending.kept(name, channel=CHANNEL, now=NOW) == ("s1", "s2")
    assert pending.kept(name, channel=ELSEWHERE, now=NOW) == ()
    assert pending.kept(name, channel=CHANNEL, now=NOW + LASTS) == ()
    for _ in range(MOST):
        pending.keep(["s3"], channel=CHANNEL, now=NOW)
    assert pending.kept(name, channel=CHANNEL, now=NOW) == ()
