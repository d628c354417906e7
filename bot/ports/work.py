"""Where work is done that what strangers wrote could make endless."""

from collections.abc import Callable
from datetime import timedelta
from typing import Protocol, TypeVar

Result = TypeVar("Result")


class Workers(Protocol):
    """Do work beside the event loop, within bounds of time, memory and number."""

    async def call(self, work: Callable[[], Result], *, about: str, within: timedelta) -> Result:
        """Return what `work` returns. It may be done in another process.

        `work` is therefore a `functools.partial` of a module's function or of a part's method,
        and it, its arguments and its result can be pickled. It changes nothing here, and may be
        done twice. `about` is what it is about, for errors and logs: an address.

        Calls beyond what is done at once wait their turn; `within` counts from when the work
        begins. The work of a caller that is cancelled ends. Whatever becomes of one call, the
        others are none the worse.

        Raises:
            WorkError: it took too long, needed too much memory, its process died, or it raised
                what no caller expects, which is logged.
            NewsdeskError: whatever else of ours the work raises, as it raised it.
        """
        ...
