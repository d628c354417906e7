"""What is said and heard on a platform."""

from typing import Protocol, runtime_checkable

from bot.models import (
    Ask,
    Channel,
    Choice,
    Command,
    Delivery,
    Message,
    Receipt,
    Reply,
    Suggests,
)


class Sender(Protocol):
    """Speaks on a platform."""

    @property
    def platform(self) -> str:
        """The name that its channels carry: "slack", "discord", "console"."""
        ...

    def parts(self, message: Message) -> tuple[Message, ...]:
        """Cut a message into parts that each fit into one post of the platform."""
        ...

    async def send(self, delivery: Delivery) -> Receipt:
        """Post one part. At a repeated try the platform is told the same `nonce`.

        Raises:
            NotSentError: it certainly did not arrive.
            OutcomeUnknownError: it may have.
            ChannelClosedError: it never will.
        """
        ...


class Catalogue(Protocol):
    """What people may ask, and who answers. Handed to every platform that listens."""

    @property
    def commands(self) -> tuple[Command, ...]:
        """Every command, in the order in which help lists them."""
        ...

    async def answer(self, ask: Ask) -> Reply:
        """Answer a command line. Never raises but for cancellation: errors are replies too."""
        ...

    async def suggest(self, kind: Suggests, typed: str, channel: Channel) -> tuple[Choice, ...]:
        """Complete `typed`; at most 25 choices, best first, in well under 300 ms."""
        ...


@runtime_checkable
class Listener(Protocol):
    """A platform that also hears."""

    async def listen(self, catalogue: Catalogue) -> None:
        """Answer what people ask until cancelled; connections lost are made again.

        Raises:
            PlatformError: it cannot start: the token is missing, refused or lacks a right.
        """
        ...


@runtime_checkable
class Examined(Protocol):
    """A part that can say what is wrong with its set-up, for `newsdesk doctor`."""

    async def faults(self) -> tuple[str, ...]:
        """Return each fault with its cure, in words for the operator; none when all is well.

        Looks at what it reaches (token, rights, reachability) but changes nothing.
        """
        ...
