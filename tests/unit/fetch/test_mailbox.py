"""Promises of `bot.fetch.mailbox`: the address of a mailbox, and what is refused."""

import pytest

from bot.errors import RefusedError
from bot.fetch.mailbox import Mailbox, is_mailbox, mailbox_at, quoted_folder


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "imaps://ida@mail.example/Letters",
            Mailbox(address="", host="mail.example", port=993, user="ida", folder="Letters"),
        ),
        (
            " imaps://ida@news.example@mail.example:1993/A/B%2Fc ",
            Mailbox(
                address="", host="mail.example", port=1993, user="ida@news.example", folder="A/B/c"
            ),
        ),
        (
            "imap://ida@[::1]:1143",
            Mailbox(address="", host="::1", port=1143, user="ida", is_plain=True),
        ),
        (
            "imap://ida@localhost/",
            Mailbox(address="", host="localhost", port=143, user="ida", is_plain=True),
        ),
    ],
    ids=["short", "long", "numbers", "bridge"],
)
def test_an_address_names_a_mailbox(address: str, expected: Mailbox) -> None:
    """Host, user and folder; INBOX where it names none."""
    found = mailbox_at(address)

    assert found.address == address.strip()
    assert (found.host, found.port, found.user, found.folder, found.is_plain) == (
        expected.host,
        expected.port,
        expected.user,
        expected.folder,
        expected.is_plain,
    )


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("imaps://mail.example/Letters", "not the address of a mailbox"),
        ("imaps://ida@/Letters", "not the address of a mailbox"),
        ("imaps://ida@mail.example:port/", "not the address of a mailbox"),
        ("imaps://ida@[mail/", "not the address of a mailbox"),
        ("imaps://ida@mail.example/?x=1", "not the address of a mailbox"),
        ("imaps://ida@mail.example/a%0d%0ab", "not the address of a mailbox"),
        ("imaps://ida@mail.example/" + "a" * 1000, "not the address of a mailbox"),
        ("https://ida@mail.example/", "not the address of a mailbox"),
        ("imap://ida@mail.example/", "imap:// is not encrypted"),
        ("imap://ida@10.0.0.1/", "imap:// is not encrypted"),
        ("imaps://ida:secret@mail.example/", "holds a password; set it in the environment"),
    ],
)
def test_what_names_none_is_refused(address: str, problem: str) -> None:
    """With a cure, and without who logs in and with what."""
    with pytest.raises(RefusedError) as caught:
        mailbox_at(address)

    assert caught.value.problem.startswith(problem)
    assert "secret" not in str(caught.value)
    assert "ida" not in str(caught.value)


def test_addresses_of_mail_are_told_from_others() -> None:
    """However they are written."""
    assert is_mailbox("imaps:x")
    assert not is_mailbox("mail.example/imaps:")


@pytest.mark.parametrize(
    ("folder", "spelt"),
    [
        ("Entwürfe", '"Entw&APw-rfe"'),
        ("台北", '"&U,BTFw-"'),
        ("R&D", '"R&-D"'),
        ("a\\b", '"a\\\\b"'),
        ("😀", '"&2D3eAA-"'),
    ],
)
def test_folders_of_every_language_are_spelt_as_the_protocol_does(folder: str, spelt: str) -> None:
    """In modified UTF-7."""
    assert quoted_folder(folder) == spelt
