"""What a model may cost, and how long it is left alone when it fails."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.models import Spent
from bot.ports import Clock, Spending

FAILURES = 3
"""In a row, after which a model is left alone."""

FIRST_REST = timedelta(minutes=5)
LONGEST_REST = timedelta(hours=1)


@dataclass(slots=True)
class Ration:
    """How many requests are left for one briefing."""

    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservation:
    """Tokens of a day that are about to be used."""

    day: date
    expected: Spent


class Purse:
    """The tokens of a day, counted where a restart does not forget them."""

    def __init__(self, spending: Spending, clock: Clock, *, most_tokens: int) -> None:
        self._spending = spending
        self._clock = clock
        self._most = most_tokens

    async def reserve(self, tokens: int) -> Reservation | None:
        """Count in one request of so many tokens; None when the day has not so many left."""
        day, expected = self._clock.now().date(), Spent(tokens=tokens, requests=1)
        taken = await self._spending.reserve(day, expected, most_tokens=self._most)
        return Reservation(day=day, expected=expected) if taken else None

    async def settle(self, reserved: Reservation, *, tokens: int, requests: int) -> None:
        """Put what was used in the place of what was reserved."""
        actual = Spent(tokens=tokens, requests=requests)
        await self._spending.settle(reserved.day, reserved.expected, actual)


class Rest:
    """Leaves a model alone after failures: for longer each time, until it answers again."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._until = clock.now()
        self._failures = 0
        self._next = FIRST_REST

    @property
    def left(self) -> timedelta:
        """How long it is still left alone; nothing when it may be asked."""
        return max(timedelta(0), self._until - self._clock.now())

    def succeeded(self) -> None:
        """Forget the failures."""
        self._failures, self._next = 0, FIRST_REST

    def failed(self, *, lasts: bool, asked: timedelta | None) -> None:
        """Count a failure; leave the model alone if it `lasts`, or was `asked` for, or repeats."""
        self._failures += 1
        if asked is not None:
            self._until = self._clock.now() + min(asked, LONGEST_REST)
        elif lasts or self._failures >= FAILURES:
            self._until = self._clock.now() + self._next
            self._next = min(2 * self._next, LONGEST_REST)
