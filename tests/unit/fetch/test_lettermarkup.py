"""Promises of `bot.fetch.lettermarkup`: what is no news in a letter, and where it can be read."""

import pytest

from bot.errors import FormatError
from bot.fetch.lettermarkup import Markup, markup_of

NEWS = "<p>The ferry pier of Quay carried passengers again on Tuesday.</p>" * 4
URL = "https://quay.example/41"


@pytest.mark.parametrize(
    "words",
    [
        "View this email in your browser",
        "Read online",
        "view in browser »",
        "Web version",
        "Im Browser ansehen",
        "Online lesen",
        "Voir en ligne",
        "Afficher dans votre navigateur",
        "Ver en el navegador",
        "Leggi online",
        "Bekijk in je browser",
        "Tarayıcıda görüntüle",
        "Смотреть в браузере",
        "عرض في المتصفح",
        "在浏览器中查看",
    ],
)
def test_the_way_to_the_web_is_known_in_many_languages(words: str) -> None:
    """It is the letter's address, and no news."""
    found = markup_of(f'<p>Trouble? <a href="{URL}">{words}</a></p>{NEWS}')

    assert found.link == URL
    assert "Trouble" not in found.words


def test_the_row_may_say_what_the_link_does_not() -> None:
    """`Click here`."""
    row = f'<td>View this newsletter in your browser: <a href="{URL}">click here</a></td>'
    found = markup_of(f"<table><tr>{row}<td>{NEWS}</td></tr></table>")

    assert found.link == URL
    assert "click here" not in found.words


@pytest.mark.parametrize(
    "markup",
    [
        f'<h2><a href="{URL}">Read online: shops</a></h2>{NEWS}',
        f'<p><a href="{URL}">How a hole in the web browser of all was found online</a></p>{NEWS}',
        f'<p><a href="{URL}">Shoppers flock online</a></p>{NEWS}',
        f'<p><a href="mailto:x@quay.example">View online</a></p>{NEWS}',
        f'<p><a href="{URL}">Here</a> is all the news.</p>{NEWS}',
    ],
    ids=["heading", "long", "news", "mail", "here"],
)
def test_headlines_about_the_web_are_news(markup: str) -> None:
    """They are kept, and are not the letter's address."""
    found = markup_of(markup)

    assert found.link == ""
    assert found.words == markup_of(markup.replace("<a ", "<i ").replace("</a>", "</i>")).words


@pytest.mark.parametrize(
    "row",
    [
        '<p>Sent to you. <a href="https://quay.example/x">Unsubscribe</a></p>',
        '<p><a href="https://quay.example/leave?you">Leave quietly</a></p>',
        "<p>To unsubscribe: https://quay.example/x</p>",
        '<p><a href="https://quay.example/x">Abmelden</a></p>',
    ],
    ids=["link", "header", "bare", "german"],
)
def test_the_way_out_is_no_news(row: str) -> None:
    """By its words, or by what the letter's head says."""
    found = markup_of(NEWS + row, unsubscribe=["https://quay.example/leave?you"])

    assert found.words == markup_of(NEWS).words


def test_news_about_leaving_is_kept() -> None:
    """As is a short letter that is one block with the way out."""
    news = '<p><a href="https://quay.example/x">Millions unsubscribe from Streamline</a></p>'
    short = '<div>The pier reopened. <a href="https://quay.example/x">Unsubscribe</a></div>'

    assert "Millions unsubscribe" in markup_of(NEWS + news).words
    assert markup_of(short).words == "The pier reopened."


def test_what_cannot_be_seen_between_words_is_dropped() -> None:
    """Senders pad the first line with it."""
    found = markup_of("<p>Pier\u200c\u00ad reopens\u034f</p><!-- psst --><?x psst?>")

    assert found.words == "Pier reopens"
    assert "psst" not in found.content


def test_nothing_is_nothing() -> None:
    """Neither is a comment."""
    assert markup_of("  ") == Markup()
    assert markup_of("<!-- x -->").words == ""


def test_a_letter_built_to_choke_is_refused() -> None:
    """Before a parser sees it."""
    with pytest.raises(FormatError, match="endless tag"):
        markup_of("<p " + " ".join(f"a{n}=1" for n in range(9000)) + ">")
