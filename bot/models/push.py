"""What was agreed with a source's hub, so that we are told when the source has news."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.models.news import Hub, SourceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Push:
    """News of a source is pushed to us by its hub, until `leased_until`; None while not agreed.

    `token` ends the address `callback` that the hub reaches us at; who knows the `secret` may
    sign what is sent there. `ask_at` is when the hub is asked next: to begin, again, or to go on;
    `failures` is how often in a row that was in vain. `pushed_at` is when it last told of news.
    One that is leaving waits for the hub to confirm that it stops.
    """

    token: str
    source: SourceId
    hub: Hub
    callback: str
    secret: str = field(repr=False)
    ask_at: datetime
    leased_until: datetime | None = None
    failures: int = 0
    pushed_at: datetime | None = None
    is_leaving: bool = False
