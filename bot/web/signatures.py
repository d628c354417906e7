"""Whether a push was signed by who knows the secret (WebSub's `X-Hub-Signature`). Pure."""

import hashlib
import hmac
from dataclasses import dataclass
from typing import Protocol

ALGORITHMS = frozenset({"sha1", "sha256", "sha384", "sha512"})
"""All that hubs may use. For a keyed sum even the first is good enough, and many use no other."""


class _Sum(Protocol):
    def update(self, data: bytes, /) -> None: ...

    def hexdigest(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Signature:
    """What a header claims, and the sum of what came so far."""

    claimed: str
    _sum: _Sum

    def update(self, data: bytes) -> None:
        """Take the next piece of the body in."""
        self._sum.update(data)

    def is_right(self) -> bool:
        """Say whether all that came is what was signed; how far it is off shows in no time."""
        return hmac.compare_digest(self._sum.hexdigest().encode(), self.claimed.encode())


def signature_of(header: str, secret: str) -> Signature | None:
    """Return the signature that a header claims, or None when it claims none that can be right.

    >>> signature = signature_of("sha256=88cd2108b5347d973cf39cdf9053d7dd42704876d8c9a9bd8e2d168259"
    ... "d3ddf7", "test")
    >>> signature.update(b"test"), signature.is_right()
    (None, True)
    >>> signature_of("md5=00", "test"), signature_of("", "test")
    (None, None)
    """
    name, _, claimed = header.strip().partition("=")
    name, claimed = name.strip().lower(), claimed.strip().lower()
    if name not in ALGORITHMS or len(claimed) != 2 * hashlib.new(name).digest_size:
        return None
    return Signature(claimed, hmac.new(secret.encode(), digestmod=name))
