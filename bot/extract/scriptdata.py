"""The data in a page's scripts: JSON as it is written, which is nearly JSON at times."""

import json
import re
from collections.abc import Iterator
from html import unescape

MAX_SCRIPT = 600_000
_FRAME = re.compile(r"^\s*(?:<!--|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[)\s*")
_TAIL = re.compile(r"\s*(?:-->|(?:/\*|//)?\s*\]\]>(?:\s*\*/)?|;)\s*$")
_TAILS = ("-->", "]]>", "*/", ";")
_TOKEN = re.compile(
    r'"(?:[^"\\]|\\.)*+(?:"|\Z)|/\*(?:.*?\*/|.*\Z)|(?<![:"\'\w])//[^\n]*|,(?=\s*[}\]])|[{}\[\]]',
    re.DOTALL,
)
_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])')
_DECODER = json.JSONDecoder(strict=False)


def data_of(script: str, *, most: int = MAX_SCRIPT) -> object:
    """Return the JSON of a script, or None; what is nearly right is mended.

    Mended are line breaks in strings, comments, commas before a closing bracket, escapes that
    JSON does not know, HTML entities for quotes, and what stands around the data or after it.

    >>> data_of('<!-- {"headline": "Harbour reopens", /* live */ } -->')
    {'headline': 'Harbour reopens'}
    """
    if len(script) > most:
        return None
    text = _bare(script)
    for attempt in _attempts(text):
        try:
            return _DECODER.raw_decode(attempt)[0]
        except (ValueError, RecursionError):
            continue
    return None


def _attempts(text: str) -> Iterator[str]:
    yield text
    if len(text) > MAX_SCRIPT:
        return
    yield _mended(text)
    if "&quot;" in text or "&#34;" in text:
        yield _mended(unescape(text))


def _bare(script: str) -> str:
    text = script.strip()
    framed = _FRAME.match(text)
    text = text[framed.end() :] if framed else text
    previous = ""
    # A tail is looked for from the start of the text on: only where its end is that of one.
    while previous != text and text.rstrip().endswith(_TAILS):
        previous, text = text, _TAIL.sub("", text)
    return text.strip()


def _mended(text: str) -> str:
    """Drop comments and needless commas outside strings, and unknown escapes inside."""

    def keep(match: re.Match[str]) -> str:
        found = match[0]
        if found.startswith('"'):
            return _ESCAPE.sub("", found)
        return found if found in "{}[]" else ""

    # A comma may stand before a bracket only once its comment is gone: twice is enough.
    return _TOKEN.sub(keep, _TOKEN.sub(keep, text))
