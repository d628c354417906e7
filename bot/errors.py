"""Everything that can go wrong, in one tree.

    NewsdeskError
    ├── ConfigError            a setting is missing or wrong; `.setting`
    ├── SourceError            a source cannot be read; `.address`, `.transient`
    │   ├── FetchError         a page cannot be had
    │   │   ├── RefusedError       we will not go there: private network, bad scheme or port
    │   │   ├── TooLargeError      more bytes than we take
    │   │   ├── StatusError        the server answered with an error; `.status`, `.retry_after`
    │   │   └── UnreachableError   no answer in time, no such host, connection lost
    │   └── FormatError        what was fetched is not what it should be (a feed that is HTML)
    ├── ExtractError           a page holds no article; `.address`
    ├── WorkError              reading took too long or too much, or broke; `.about`, `.transient`
    ├── CondenseError          a condenser cannot; another may
    ├── StoreError             the database is unusable
    ├── DeliveryError          a delivery was not proven; `.channel`, `.transient`
    │   ├── NotSentError           it certainly did not arrive; `.retry_after`
    │   ├── OutcomeUnknownError    it may have arrived
    │   └── ChannelClosedError     it never will: archived, left, no permission
    ├── PlatformError          a platform refuses to start: token missing or refused; `.platform`
    └── CommandError           said to the asker, word for word
        ├── NotAllowedError        the asker may not
        └── UnknownCommandError    no such command; `.nearest`

`.transient` says whether trying again can help.
"""

from datetime import timedelta
from typing import Any

from bot.models import ChannelId

FIRST_SERVER_ERROR = 500
TRANSIENT_CLIENT_ERRORS = frozenset({408, 425, 429})


class NewsdeskError(Exception):
    """Anything that the desk can explain. It passes from process to process as it is."""

    transient: bool = False

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle what it holds, since its class may want other arguments than its words."""
        return _bare, (type(self), self.args), self.__dict__


def _bare(kind: type[NewsdeskError], words: tuple[Any, ...]) -> NewsdeskError:
    error = kind.__new__(kind)
    error.args = words
    return error


class ConfigError(NewsdeskError):
    """A setting is missing or wrong."""

    def __init__(self, setting: str, problem: str) -> None:
        super().__init__(f"{setting}: {problem}" if setting else problem)
        self.setting = setting


class SourceError(NewsdeskError):
    """A source cannot be read. The message is fit to be shown to people."""

    def __init__(self, address: str, problem: str, *, transient: bool = False) -> None:
        super().__init__(f"{address}: {problem}")
        self.address = address
        self.problem = problem
        self.transient = transient


class FetchError(SourceError):
    """A page cannot be had."""


class RefusedError(FetchError):
    """We will not go there: a private network, another scheme than http(s), a bad port."""


class TooLargeError(FetchError):
    """The page has more bytes than we take."""


class StatusError(FetchError):
    """The server answered with an error."""

    def __init__(
        self, address: str, status: int, problem: str, *, retry_after: timedelta | None = None
    ) -> None:
        transient = status >= FIRST_SERVER_ERROR or status in TRANSIENT_CLIENT_ERRORS
        super().__init__(address, problem, transient=transient)
        self.status = status
        self.retry_after = retry_after


class UnreachableError(FetchError):
    """No answer in time, no such host, or a connection lost."""

    def __init__(self, address: str, problem: str) -> None:
        super().__init__(address, problem, transient=True)


class FormatError(SourceError):
    """What was fetched is not what it should be: a feed that is HTML, an empty body."""


class ExtractError(NewsdeskError):
    """A page holds no article."""

    def __init__(self, address: str, problem: str) -> None:
        super().__init__(f"{address}: {problem}")
        self.address = address


class WorkError(NewsdeskError):
    """Reading took too long or too much memory, its process died, or it broke; in plain words."""

    def __init__(self, about: str, problem: str, *, transient: bool = False) -> None:
        super().__init__(f"{about}: {problem}")
        self.about = about
        self.problem = problem
        self.transient = transient


class CondenseError(NewsdeskError):
    """A condenser cannot tell this story; the caller may try another."""


class StoreError(NewsdeskError):
    """The database is unusable."""


class DeliveryError(NewsdeskError):
    """A delivery was not proven."""

    def __init__(self, channel: ChannelId, problem: str, *, transient: bool) -> None:
        super().__init__(f"{channel}: {problem}")
        self.channel = channel
        self.problem = problem
        self.transient = transient


class NotSentError(DeliveryError):
    """It certainly did not arrive: no connection was made, or the platform refused it."""

    def __init__(
        self,
        channel: ChannelId,
        problem: str,
        *,
        transient: bool = True,
        retry_after: timedelta | None = None,
    ) -> None:
        super().__init__(channel, problem, transient=transient)
        self.retry_after = retry_after


class OutcomeUnknownError(DeliveryError):
    """It may have arrived: the answer was lost."""

    def __init__(self, channel: ChannelId, problem: str) -> None:
        super().__init__(channel, problem, transient=False)


class ChannelClosedError(DeliveryError):
    """It never will: the channel is archived or gone, or the bot may not post there."""

    def __init__(self, channel: ChannelId, problem: str) -> None:
        super().__init__(channel, problem, transient=False)


class PlatformError(NewsdeskError):
    """A platform refuses to start: a token is missing, refused or lacks a right."""

    def __init__(self, platform: str, problem: str) -> None:
        super().__init__(f"{platform}: {problem}")
        self.platform = platform


class CommandError(NewsdeskError):
    """Said to the asker, word for word: what is wrong, and what to do."""


class NotAllowedError(CommandError):
    """The asker may not."""


class UnknownCommandError(CommandError):
    """No such command. `nearest` are the command lines most like it, best first."""

    def __init__(self, problem: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(problem)
        self.nearest = nearest
