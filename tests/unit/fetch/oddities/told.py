"""What an odd feed is expected to tell, and the feeds around odd entries."""

from dataclasses import dataclass

NAMES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
    'xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:atom="http://www.w3.org/2005/Atom" '
    'xmlns:svg="http://www.w3.org/2000/svg" '
    'xmlns:own="https://quay.example/names"'
)
MORNING = "2026-11-24T08:00:00+00:00"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is expected of an entry; None is not looked at. `text` is how its text begins."""

    title: str | None = None
    link: str | None = None
    id: str | None = None
    date: str | None = None
    text: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Odd:
    """A feed and what it tells. `is_ours` says that feedparser reads it in another way."""

    body: bytes
    entries: tuple[Told, ...]
    title: str | None = "Quay"
    link: str | None = None
    charset: str | None = None
    is_ours: bool = False


def rss(items: str, *, names: str = NAMES, codec: str = "utf-8") -> bytes:
    """Return an RSS feed with these items."""
    return (
        f'<?xml version="1.0" encoding="{codec}"?><rss version="2.0" {names}><channel>'
        f"<title>Quay</title><link>https://quay.example/</link>{items}</channel></rss>"
    ).encode(codec)


def atom(entries: str, *, attributes: str = "") -> bytes:
    """Return an Atom feed with these entries."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>'
        f'<feed xmlns="http://www.w3.org/2005/Atom" {NAMES} {attributes}><title>Quay</title>'
        f'<link href="https://quay.example/"/><id>urn:quay</id>{entries}</feed>'
    ).encode()


def entry(inner: str) -> str:
    """Return an Atom entry with an id."""
    return f"<entry><id>urn:1</id>{inner}</entry>"


def rdf(items: str, *, space: str = "http://purl.org/rss/1.0/") -> bytes:
    """Return an RDF feed, whose items stand beside their channel."""
    return (
        '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        f'xmlns="{space}" {NAMES}><channel rdf:about="https://quay.example/"><title>Quay</title>'
        f"<link>https://quay.example/</link></channel>{items}</rdf:RDF>"
    ).encode()
