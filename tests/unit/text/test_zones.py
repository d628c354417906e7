"""Promises of `bot.text.zones`: the clock of an outlet's country."""

import pytest

from bot.text.zones import local_zone


@pytest.mark.parametrize(
    ("host", "language", "zone"),
    [
        ("www.hafenbote.de", None, "Europe/Berlin"),
        ("QUAY.CO.UK", "en", "Europe/London"),
        ("minato.example", "ja", "Asia/Tokyo"),
    ],
)
def test_a_country_with_one_clock_gives_it(host: str, language: str | None, zone: str) -> None:
    """The end of the host tells, and else a language that one country speaks."""
    assert str(local_zone(host, language)) == zone


@pytest.mark.parametrize("host", ["courier.example", "quay.com", "quay.us", ""])
def test_other_hosts_have_no_clock(host: str) -> None:
    """Where there are several clocks, or no country, none is guessed."""
    assert local_zone(host, "en") is None
