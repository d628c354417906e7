"""What somebody may mean who names an article: its id, or one of its addresses."""

from dataclasses import dataclass

from bot.text.ids import article_name
from bot.text.urls import canonical_url, is_web

_OTHER_SCHEME = {"http": "https", "https": "http"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The ids and the addresses that an article may have which is named like this."""

    ids: tuple[str, ...]
    urls: tuple[str, ...]

    def names(self, article: str, url: str) -> bool:
        """Return whether an article of this id and address is meant."""
        return article in self.ids or url in self.urls


def reference(typed: str, *audiences: str) -> Reference:
    """Return what a typed id or link may stand for, with tracking or without.

    Articles are named after the link that announced them, within the audience of their source.

    >>> found = reference("<https://a.example/1?utm_source=x|the report>", "")
    >>> found.names(article_name("", "", url="https://a.example/1#top", entry=""), "")
    True
    >>> found.names("", "https://a.example/1/"), found.names("", "https://a.example/2")
    (True, False)
    """
    address = typed.strip().strip("<>").split("|")[0]
    if not is_web(address):
        return Reference(ids=(address,), urls=(address,))
    bare = canonical_url(address)
    scheme, _, rest = bare.partition(":")
    other = f"{_OTHER_SCHEME[scheme]}:{rest}"
    ids = tuple(
        article_name(audience, "", url=url, entry="")
        for audience in dict.fromkeys(audiences)
        for url in (bare, other)
    )
    urls = (address, *(f"{url}{end}" for url in (bare, other) for end in ("", "/")))
    return Reference(ids=ids, urls=tuple(dict.fromkeys(urls)))
