"""Letters come from strangers: whatever is in one, it stops no other and hides nothing."""

from hypothesis import given
from hypothesis import strategies as st

from bot.fetch.hubs import hub_of
from bot.fetch.lettermarkup import markup_of
from bot.fetch.letters import Letter, entries_of
from bot.fetch.mailbox import quoted_folder
from bot.text.urls import is_web
from tests.unit.fetch.mail import letter

PIECES = st.sampled_from(
    [
        b"Subject: ",
        b"From: ",
        b"Date: ",
        b"Message-ID: <a@b>",
        b"Content-Type: multipart/alternative; boundary=x",
        b"Content-Type: text/html; charset=",
        b"Content-Type: message/rfc822",
        b"Content-Transfer-Encoding: base64",
        b"=?utf-8?b?",
        b"?=",
        b"--x",
        b"--x--",
        b"<p>Pier</p>",
        b'<a href="https://a.example/1">View online</a>',
        b"\r\n",
        b"\r\n\r\n",
        b"\x00\xff\x80",
        b"(((",
    ]
)


@given(st.lists(PIECES, max_size=30).map(b"".join))
def test_no_letter_stops_another(raw: bytes) -> None:
    """And what it says is a title of one line, and a link on the web or none."""
    good = letter().as_bytes()
    entries = entries_of([Letter(raw=raw), Letter(raw=good)])

    assert "issue-41@quay.example" in {one.id for one in entries}
    for one in entries:
        assert one.id
        assert "\n" not in one.title + one.author + one.id
        assert one.url == "" or is_web(one.url)


@given(st.text(max_size=200))
def test_markup_of_any_text_has_no_pictures(text: str) -> None:
    """Since one of them would tell who reads."""
    found = markup_of(f"<p>{text}</p><img src='https://count.example/'>")

    assert "<img" not in found.content


@given(st.text(max_size=60))
def test_folders_are_spelt_in_plain_letters(name: str) -> None:
    """And their names stand in quotes from which nothing gets out."""
    spelt = quoted_folder(name)
    inside = spelt[1:-1].replace("\\\\", "").replace('\\"', "")

    assert spelt.isascii()
    assert '"' not in inside
    assert "\\" not in inside


@given(st.text(max_size=300), st.lists(st.text(max_size=60), max_size=3))
def test_hubs_are_addresses_on_the_web(text: str, links: list[str]) -> None:
    """Whatever feeds and servers say."""
    hub = hub_of(f'<link rel="self" href="/"/>{text}', links=links, url="https://a.example/")

    assert hub is None or (is_web(hub.address) and is_web(hub.topic))
