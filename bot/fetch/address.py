"""The rule which addresses may be visited: the public web, and nothing behind our own walls.

The table is our own, made from the IANA registries of special-purpose addresses: what
`ipaddress` calls global differs between versions of Python. A URL is judged before it is
asked for, and every address that its name resolves to is judged again at the socket.
"""

import re
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Network, ip_address

from yarl import URL

from bot.errors import ConfigError, RefusedError
from bot.fetch.mailbox import is_mailbox

Opened = frozenset[tuple[str, int]]
"""Private addresses that the operator has opened: address and port."""

_CLOSED_V4 = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8",  # this network
            "10.0.0.0/8",  # private
            "100.64.0.0/10",  # carrier NAT
            "127.0.0.0/8",  # loopback
            "169.254.0.0/16",  # link-local, cloud metadata
            "172.16.0.0/12",  # private
            "192.0.0.0/24",  # protocol assignments
            "192.0.2.0/24",  # documentation
            "192.88.99.0/24",  # 6to4 relays
            "192.168.0.0/16",  # private
            "198.18.0.0/15",  # benchmarks
            "198.51.100.0/24",  # documentation
            "203.0.113.0/24",  # documentation
            "224.0.0.0/3",  # multicast, reserved, broadcast
        ),
    )
)
_OPEN_V6 = IPv6Network("2000::/3")
_CLOSED_V6 = tuple(
    map(
        IPv6Network,
        (
            "2001::/23",  # Teredo, benchmarks, ORCHID
            "2001:db8::/32",  # documentation
            "2002::/16",  # 6to4: wraps any IPv4 address
            "3fff::/20",  # documentation
        ),
    )
)

# https://fetch.spec.whatwg.org/#port-blocking, the list that browsers keep.
_BAD_PORTS = frozenset(
    {
        *(0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95),
        *(101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161),
        *(179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563),
        *(587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060),
        *(5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080),
    }
)

_MAX_URL = 4096
_NAME = re.compile(r"(?=.{1,253}\Z)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_-]{1,63}")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_SLACK_LINK = re.compile(r"<([^<>|]+)(?:\|[^<>]*)?>")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_BARE_HOST = re.compile(r"[^\s/:?#@]+\.[^\s/:?#@]+(?::\d+)?(?:[/?#].*)?|localhost(?::\d+)?(?:/.*)?")


def is_public(address: str) -> bool:
    """Say whether an IP address is one that strangers may be visited at.

    >>> is_public("93.184.216.34"), is_public("10.0.0.1"), is_public("::ffff:10.0.0.1")
    (True, False, False)
    """
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv4Address):
        return not any(ip in network for network in _CLOSED_V4)
    return ip in _OPEN_V6 and not any(ip in network for network in _CLOSED_V6)


def may_connect(address: str, port: int, opened: Opened = frozenset()) -> bool:
    """Say whether a socket may be opened to `address`: it is public, or opened by the operator.

    >>> may_connect("127.0.0.1", 8080), may_connect("127.0.0.1", 8080, opened(["127.0.0.1:8080"]))
    (False, True)
    """
    return is_public(address) or (address, port) in opened


def opened(entries: Sequence[str]) -> Opened:
    """Return what the entries of `fetch.allow_private` open: an IP address and a port each.

    >>> sorted(opened(["127.0.0.1:8080", "[::1]:80"]))
    [('127.0.0.1', 8080), ('::1', 80)]

    Raises:
        ConfigError: an entry is not an IP address with a port.
    """
    found: set[tuple[str, int]] = set()
    for entry in entries:
        host, _, port = entry.strip().replace("localhost:", "127.0.0.1:").rpartition(":")
        try:
            ip = ip_address(host.removeprefix("[").removesuffix("]"))
            found.add((str(ip), int(port)))
        except ValueError:
            raise ConfigError(
                "fetch.allow_private",
                f"{entry!r} is not an IP address with a port, such as 127.0.0.1:8080",
            ) from None
    return frozenset(found)


def typed_url(text: str) -> str:
    """Return the URL that someone meant who typed or pasted `text`.

    >>> typed_url(" news.example/rss "), typed_url("feed://news.example/rss")
    ('https://news.example/rss', 'https://news.example/rss')
    >>> typed_url("<https://news.example/rss|news.example/rss>")
    'https://news.example/rss'
    """
    text = text.strip()
    if len(text) > _MAX_URL:
        return text
    slack = _SLACK_LINK.fullmatch(text)
    if slack:
        text = slack[1].strip()
    if text.lower().startswith("feed:"):
        rest = text[len("feed:") :]
        text = f"https:{rest}" if rest.startswith("//") else rest
    return f"https://{text}" if _BARE_HOST.fullmatch(text) else text


def visitable(text: str, allowed: Opened = frozenset()) -> URL:
    """Return the URL to ask for; what is judged here is the very thing that is asked.

    >>> str(visitable("http://Bücher.example/feed"))
    'http://xn--bcher-kva.example/feed'

    Raises:
        RefusedError: another scheme, a login in the URL, a closed port or a private address.
    """
    if len(text) > _MAX_URL:
        raise RefusedError(f"{text[:80]}…", f"longer than {_MAX_URL} characters; shorten it")
    if _CONTROL.search(text):
        raise RefusedError(_shown(text), "holds control characters; type the address again")
    try:
        url = URL(text)
        host, port = url.raw_host, url.port
    except ValueError:
        raise RefusedError(_shown(text), "not a web address; check how it is written") from None
    if url.scheme not in {"http", "https"}:
        raise RefusedError(_shown(text), _scheme_problem(text))
    if url.raw_user is not None or url.raw_password is not None:
        # The address is not repeated: it holds a password.
        raise RefusedError(
            f"{url.scheme}://{host or ''}", "logins in an address are not taken; leave them out"
        )
    _check_host(_shown(text), host, port, allowed)
    return url.with_fragment(None)


def _scheme_problem(text: str) -> str:
    if is_mailbox(text):
        return MAILBOX_PROBLEM
    named = _SCHEME.match(text)
    if named:
        return f"{named[1].lower()}: is not read; only http and https addresses are"
    return "not a web address; write it in full, such as https://news.example/rss"


def _check_host(shown: str, host: str | None, port: int | None, allowed: Opened) -> None:
    if not host or port is None:
        raise RefusedError(shown, "names no host; write it in full, such as https://news.example/")
    address = _literal(shown, host.rstrip("."))
    if address is not None and (address, port) in allowed:
        return
    if port in _BAD_PORTS:
        raise RefusedError(shown, f"port {port} is not a web port; check the address")
    if address is not None and not is_public(address):
        raise RefusedError(shown, private_problem())


def _literal(shown: str, host: str) -> str | None:
    """Return the IP address that `host` is, or None when it is a name."""
    if ":" in host or _NUMBER.fullmatch(host.rpartition(".")[2]):
        # A last label of digits makes resolvers read hex, octal and short forms of an IP
        # address, each in its own way. One notation is enough.
        try:
            return str(ip_address(host))
        except ValueError:
            raise RefusedError(shown, "not a plain IP address; write it as 192.0.2.1") from None
    if not _NAME.fullmatch(host):
        raise RefusedError(shown, "not a host name; check how it is written")
    return None


MAILBOX_PROBLEM = "a mailbox is named by the operator, in config.toml under [[sources]]"


def private_problem() -> str:
    """Return what is said of an address behind our own walls."""
    return (
        "leads to a private network, which is not visited; "
        "the operator can open it with fetch.allow_private"
    )


def _shown(text: str) -> str:
    r"""Return an address fit for an error: printable, short, without a login.

    >>> _shown("http://me:secret@news.example/\x00")
    'http://news.example/'
    """
    clean = re.sub(r"//[^/?#@]*@", "//", _CONTROL.sub("", text))
    return clean if len(clean) <= 200 else f"{clean[:199]}…"  # noqa: PLR2004  a line in a chat
