"""What is asked and answered."""

from dataclasses import dataclass
from enum import StrEnum

from bot.models.channel import Actor, Channel
from bot.models.message import Button, Message


class OptionKind(StrEnum):
    """What an option holds. A word typed without its option's name is sorted by kind."""

    WORDS = "words"
    COUNT = "count"
    CHOICE = "choice"
    TIME = "time"
    ZONE = "zone"
    DAYS = "days"
    SINCE = "since"
    LANGUAGE = "language"
    FLAG = "flag"


class Suggests(StrEnum):
    """What the values of an option can be completed from."""

    TOPICS = "topics"
    STORIES = "stories"
    SOURCES = "sources"
    OUTLETS = "outlets"
    ZONES = "zones"
    SUBSCRIPTIONS = "subscriptions"
    MUTES = "mutes"
    COMMANDS = "commands"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A named value of a command: `name:value`, or bare where its kind shows what it is.

    `name` is lower-case ASCII (Discord's rule) and `description` at most 100 characters.
    For COUNT, `lowest` and `highest` bound the value.
    """

    name: str
    description: str
    kind: OptionKind = OptionKind.WORDS
    required: bool = False
    choices: tuple[str, ...] = ()
    suggests: Suggests | None = None
    lowest: int = 1
    highest: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something people may ask: `words` ("news", "digest", "set") and its options.

    `summary` is at most 100 characters. `manages` commands change what a channel gets and
    need the right to manage.
    """

    words: tuple[str, ...]
    summary: str
    options: tuple[Option, ...] = ()
    manages: bool = False

    @property
    def name(self) -> str:
        """The command as typed, without its slash."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A command line from someone, somewhere. `line` has no leading slash."""

    line: str
    actor: Actor
    channel: Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What is answered.

    `private`: only the asker sees `message`. `announcement` is posted in the channel besides.
    `confirm` is the one thing the asker is asked to confirm: platforms show it as a button,
    the terminal as a question.
    """

    message: Message
    private: bool = True
    announcement: Message | None = None
    confirm: Button | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A completion: what is shown, and the value it stands for (at most 100 characters each)."""

    label: str
    value: str
