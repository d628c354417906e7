"""Which addresses may be visited."""

import pytest

from bot.errors import ConfigError, RefusedError
from bot.fetch.address import is_public, may_connect, opened, typed_url, visitable

PRIVATE = [
    "0.0.0.0",  # noqa: S104  judged, not bound
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.9",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:2::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fe80::1",
    "fec0::1",
    "ff02::1",
]
PUBLIC = [
    "1.1.1.1",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "126.255.255.255",
    "128.0.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "192.0.1.1",
    "192.167.255.255",
    "192.169.0.0",
    "198.17.255.255",
    "198.20.0.0",
    "223.255.255.255",
    "2001:200::1",
    "2001:4860:4860::8888",
    "2606:4700::1111",
    "2a00:1450::1",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_not_public(address: str) -> None:
    """No address of a special-purpose range is public."""
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_neighbours_of_private_ranges_are_public(address: str) -> None:
    """The addresses just outside the closed ranges are open."""
    assert is_public(address)


@pytest.mark.parametrize("text", ["", "news.example", "fe80::1%eth0", "0x7f.1", "010.0.0.1"])
def test_what_is_no_plain_address_is_not_public(text: str) -> None:
    """Anything but a plainly written IP address is closed."""
    assert not is_public(text)


def test_operator_opens_exactly_one_port() -> None:
    """An entry opens its own address and port, and no neighbour."""
    allowed = opened(["127.0.0.1:8080", "[::1]:80", "localhost:9000"])

    assert may_connect("127.0.0.1", 8080, allowed)
    assert may_connect("::1", 80, allowed)
    assert may_connect("127.0.0.1", 9000, allowed)
    assert not may_connect("127.0.0.1", 8081, allowed)
    assert not may_connect("127.0.0.2", 8080, allowed)


@pytest.mark.parametrize("entry", ["127.0.0.1", "intranet:80", "127.0.0.1:http", "", ":80"])
def test_wrong_entry_names_its_setting(entry: str) -> None:
    """An entry that is no address with a port is refused under the setting's name."""
    with pytest.raises(ConfigError, match=r"fetch\.allow_private: .*127\.0\.0\.1:8080"):
        opened([entry])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("https://news.example/rss", "https://news.example/rss"),
        ("  news.example ", "https://news.example"),
        ("news.example:8443/feed?x=1", "https://news.example:8443/feed?x=1"),
        ("localhost:8080/feed", "https://localhost:8080/feed"),
        ("feed://news.example/rss", "https://news.example/rss"),
        ("feed:http://news.example/rss", "http://news.example/rss"),
        ("<https://news.example/rss>", "https://news.example/rss"),
        ("<https://news.example/rss|news>", "https://news.example/rss"),
        ("harbour", "harbour"),
        ("", ""),
    ],
)
def test_typed_address_is_understood(typed: str, meant: str) -> None:
    """What people type or paste becomes the URL that they meant."""
    assert typed_url(typed) == meant


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("http://news.example/rss#top", "http://news.example/rss"),
        ("https://NEWS.example/a b", "https://news.example/a%20b"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("http://1.1.1.1/", "http://1.1.1.1/"),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
        ("http://news.example./", "http://news.example./"),
        ("https://news.example:8443/feed", "https://news.example:8443/feed"),
    ],
)
def test_public_url_is_visited(url: str, asked: str) -> None:
    """A public web address is asked for, without its fragment."""
    assert str(visitable(url)) == asked


def loopback_literal() -> str:
    """Return loopback, plainly."""
    return "http://127.0.0.1:8000/"


def loopback_with_a_trailing_dot() -> str:
    """Return loopback as a rooted name."""
    return "http://127.0.0.1./"


def hexadecimal_parts() -> str:
    """Return a notation that C libraries read as loopback."""
    return "http://0x7f.0.0.1/"


def short_hexadecimal() -> str:
    """Return the form that slips past some HTTP clients."""
    return "http://127.0x1/"


def one_decimal_number() -> str:
    """Return loopback as one number."""
    return "http://2130706433/"


def octal_parts() -> str:
    """Return loopback with a leading zero."""
    return "http://0177.0.0.1/"


def fullwidth_digits() -> str:
    """Return digits that Unicode folds to loopback."""
    return "http://127.0.0.1/"


def percent_escapes() -> str:
    """Return an escaped host."""
    return "http://%31%32%37.0.0.1/"


def mapped_ipv4() -> str:
    """Return loopback within IPv6."""
    return "http://[::ffff:127.0.0.1]/"


def zone_id() -> str:
    """Return a link-local address with its interface."""
    return "http://[fe80::1%25eth0]/"


def backslash_in_host() -> str:
    """Return an address that parsers read two ways."""
    return "http://10.0.0.1\\@news.example/"


def other_scheme() -> str:
    """Return a file."""
    return "file:///etc/hosts"


def no_scheme() -> str:
    """Return a bare path."""
    return "//10.0.0.1/"


def no_host() -> str:
    """Return an address with one slash."""
    return "http:/news.example/"


def mail_port() -> str:
    """Return a port that browsers block."""
    return "http://news.example:25/"


def port_beyond_range() -> str:
    """Return a port that cannot be."""
    return "http://news.example:99999/"


def port_zero() -> str:
    """Return the port that means any."""
    return "http://news.example:0/"


def nul_in_host() -> str:
    """Return a cut name."""
    return "http://10.0.0.1\x00.news.example/"


def space_in_host() -> str:
    """Return a host of two words."""
    return "http://news example/"


def endless_label() -> str:
    """Return a label that no name server takes."""
    return f"http://{'a' * 64}.example/"


def endless_url() -> str:
    """Return an address of five thousand characters."""
    return "http://news.example/" + "a" * 5000


@pytest.mark.parametrize(
    "situation",
    [
        loopback_literal,
        loopback_with_a_trailing_dot,
        hexadecimal_parts,
        short_hexadecimal,
        one_decimal_number,
        octal_parts,
        fullwidth_digits,
        percent_escapes,
        mapped_ipv4,
        zone_id,
        backslash_in_host,
        other_scheme,
        no_scheme,
        no_host,
        mail_port,
        port_beyond_range,
        port_zero,
        nul_in_host,
        space_in_host,
        endless_label,
        endless_url,
    ],
)
def test_url_is_refused(situation: object) -> None:
    """An address that leads elsewhere than to the public web is refused before any look-up."""
    assert callable(situation)

    with pytest.raises(RefusedError):
        visitable(situation())


def test_login_in_a_url_is_refused_and_not_repeated() -> None:
    """A login in an address is refused, and the error does not show it."""
    with pytest.raises(RefusedError, match="logins in an address are not taken") as caught:
        visitable("https://ilse:hunter2@news.example/rss")

    assert "hunter2" not in str(caught.value)
    assert "ilse" not in str(caught.value)


def test_opened_literal_is_visited() -> None:
    """A private address that the operator opened is visited at its port, and only there."""
    allowed = opened(["127.0.0.1:8080"])

    assert str(visitable("http://127.0.0.1:8080/rss", allowed)) == "http://127.0.0.1:8080/rss"
    with pytest.raises(RefusedError, match=r"private network.*fetch\.allow_private"):
        visitable("http://127.0.0.1:8081/rss", allowed)
