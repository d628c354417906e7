"""Promises of `bot.text.urls`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.urls import canonical_url, is_web


@pytest.mark.parametrize(
    "url", ["http://a.example", "https://a.example/b?c=d#e", "HTTPS://A.example"]
)
def test_web_addresses_are(url: str) -> None:
    """An http or https address with a host is a web address."""
    assert is_web(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "file:///etc/hosts",
        "https:a.example",
        "https://",
        "http://[::1",
        "//a.example/b",
        "http://a.example/\x1b]0;title\x07",
        "http://a.exa\nmple/",
    ],
)
def test_nothing_else_is_a_web_address(url: str) -> None:
    """Other schemes, missing hosts and addresses that hide control characters are refused."""
    assert not is_web(url)


@pytest.mark.parametrize(
    "variant",
    [
        "https://news.example/a?id=3",
        "https://news.example/a/?id=3",
        "https://NEWS.example/a?id=3#comments",
        "https://news.example/a?utm_source=rss&id=3&UTM_medium=x",
        "https://news.example/a?id=3&fbclid=1",
        "  https://news.example/a?id=3\n",
    ],
)
def test_one_page_has_one_name(variant: str) -> None:
    """Tracking, fragments, case of the host and a last slash do not make another page."""
    assert canonical_url(variant) == "https://news.example/a?id=3"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://news.example/a?id=3", "https://news.example/a?id=4"),
        ("https://news.example/a", "https://news.example/A"),
        ("https://news.example/?p=", "https://news.example/"),
    ],
)
def test_other_pages_have_other_names(one: str, other: str) -> None:
    """What a server may tell apart stays apart."""
    assert canonical_url(one) != canonical_url(other)


@pytest.mark.parametrize("odd", ["http://[bad", "https://a.example/?q=\ud800", "", "mailto:x"])
def test_odd_addresses_have_a_name_too(odd: str) -> None:
    """What is no address is named without an error."""
    assert isinstance(canonical_url(odd), str)


SEEN = st.characters(exclude_categories=("Cc", "Zs", "Zl", "Zp"))


@given(st.text(SEEN, max_size=60).map("https://news.example/".__add__))
def test_a_name_is_its_own_name(url: str) -> None:
    """Naming a page a second time changes nothing."""
    assert canonical_url(canonical_url(url)) == canonical_url(url)
