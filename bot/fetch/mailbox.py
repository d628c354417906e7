"""The address of a mailbox on an IMAP server: `imaps://user@host[:port]/FOLDER`. Pure."""

import base64
import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, unquote, urlsplit

from bot.errors import RefusedError

KIND = "mailbox"

_PORTS = {"imaps": 993, "imap": 143}
_FORM = "write it as imaps://user@mail.example/FOLDER"
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_FOREIGN = re.compile(r"&|[^\x20-\x7e]+")
_MAX_CHARS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox:
    """A folder of mail, and whose it is. `is_plain` is one without TLS, on this machine alone."""

    address: str
    host: str
    port: int
    user: str
    folder: str = "INBOX"
    is_plain: bool = False


def is_mailbox(address: str) -> bool:
    """Say whether an address is one of mail, well written or not.

    >>> is_mailbox("IMAPS://ida@mail.example/News"), is_mailbox("https://mail.example/")
    (True, False)
    """
    return address.strip().lower().startswith(("imap:", "imaps:"))


def mailbox_at(address: str) -> Mailbox:
    """Return the mailbox that an address names. What is special in a part is escaped (`%40`).

    >>> found = mailbox_at("imaps://ida%40news.example@mail.example/Letters%20in")
    >>> found.user, found.host, found.port, found.folder
    ('ida@news.example', 'mail.example', 993, 'Letters in')

    Raises:
        RefusedError: it names none, holds a password, or is plain and not on this machine.
    """
    parts = _parts(address)
    if parts.password is not None:
        # The address is not repeated: it holds a password.
        problem = "holds a password; set it in the environment and name it with password_env"
        raise RefusedError(f"{parts.scheme}://{parts.hostname or ''}", problem)
    if _CONTROL.search(unquote(address)) or len(address) > _MAX_CHARS:
        raise RefusedError(shown(address), f"not the address of a mailbox; {_FORM}")
    host, user = parts.hostname, unquote(parts.username or "")
    if parts.scheme not in _PORTS or not host or not user or parts.query or parts.fragment:
        raise RefusedError(shown(address), f"not the address of a mailbox; {_FORM}")
    if parts.scheme == "imap" and not is_this_machine(host):
        problem = "imap:// is not encrypted, so it is for this machine alone; write imaps://"
        raise RefusedError(shown(address), problem)
    return Mailbox(
        address=address.strip(),
        host=host,
        port=parts.port or _PORTS[parts.scheme],
        user=user,
        folder=unquote(parts.path.removeprefix("/")) or "INBOX",
        is_plain=parts.scheme == "imap",
    )


def fault_of(kind: str, address: str, *, password_env: str) -> str:
    """Return what is wrong with a source of the settings that is half a mailbox; "" if nothing.

    It is said without the address: somebody may have put a password there.

    >>> fault_of("feed", "imaps://ida@mail.example/", password_env="")
    'a mailbox is of a kind of its own; add kind = "mailbox"'
    """
    if kind != KIND:
        if is_mailbox(address):
            return 'a mailbox is of a kind of its own; add kind = "mailbox"'
        return f"a password_env is for kind mailbox, and this is a {kind}" if password_env else ""
    try:
        mailbox_at(address)
    except RefusedError as error:
        return f"address: {error.problem}"
    if password_env:
        return ""
    problem = "password_env: a mailbox needs the name of an environment variable"
    return f"{problem}, as NEWSDESK_MAILBOX_PASSWORD"


def named_after(address: str) -> str:
    """Return what a source without a name is called: as its address, but a mailbox by its host.

    >>> named_after("imaps://ida@mail.example/"), named_after("https://news.example/rss")
    ('Newsletters at mail.example', 'https://news.example/rss')
    """
    return f"Newsletters at {mailbox_at(address).host}" if is_mailbox(address) else address


def _parts(address: str) -> SplitResult:
    try:
        parts = urlsplit(address.strip())
        _ = parts.port, parts.hostname
    except ValueError as error:
        raise RefusedError(shown(address), f"not the address of a mailbox; {_FORM}") from error
    return parts


def is_this_machine(host: str) -> bool:
    """Say whether a host is this machine by its very name.

    >>> is_this_machine("localhost"), is_this_machine("127.0.0.1"), is_this_machine("10.0.0.1")
    (True, True, False)
    """
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def shown(address: str) -> str:
    """Return an address of mail fit for an error: without who logs in, and how.

    >>> shown("imaps://ida:secret@mail.example/News")
    'imaps://mail.example/News'
    """
    return re.sub(r"//[^/?#]*@", "//", _CONTROL.sub("", address.strip()))[:200]


def address_for_all(address: str) -> str:
    """Return the address of a source as everybody may see it: a mailbox without who logs in.

    >>> address_for_all("imaps://ida@mail.example/"), address_for_all("https://a.example/")
    ('imaps://mail.example/', 'https://a.example/')
    """
    return shown(address) if is_mailbox(address) else address


def quoted_folder(folder: str) -> str:
    r"""Return a folder's name as the protocol spells it: modified UTF-7, in quotes (RFC 3501).

    >>> print(quoted_folder("News & Büro"), quoted_folder('a"b'))
    "News &- B&APw-ro" "a\"b"
    """
    spelt = _FOREIGN.sub(lambda found: _spelt(found[0]), folder)
    return '"' + spelt.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _spelt(run: str) -> str:
    if run == "&":
        return "&-"
    coded = base64.b64encode(run.encode("utf-16-be", "surrogatepass")).decode()
    return f"&{coded.rstrip('=').replace('/', ',')}-"
