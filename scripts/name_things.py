"""Writes bot/aliases.txt anew: `python -m scripts.name_things`.

Countries and cities are taken from the Unicode Common Locale Data Repository as Babel carries
it, which comes with trafilatura; what it lacks stands in `bot/things.txt`, which is kept by hand.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

ROOT = Path(__file__).parent.parent
ALIASES = ROOT / "bot" / "aliases.txt"
LANGUAGES = re.findall(r"\w+", "en de fr es it pt nl pl tr ru uk ar fa he hi zh ja ko")

_HEAD = """\
# Named things under all their names: one thing a line, commas between its names.
# Written by `python -m scripts.name_things` from the Unicode CLDR (Unicode-3.0 licence).
# Add your own in a file of the same form, named by the setting desk.aliases.
"""
_AREAS = re.compile(r"[A-Z]{2}")
_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""Groups of countries and codes for tests; EU and UN stand among the things kept by hand."""


def main() -> None:
    """Write the file."""
    lines = sorted({", ".join(names) for names in (*_countries(), *_cities()) if len(names) > 1})
    ALIASES.write_text(_HEAD + "\n".join(lines) + "\n", "utf-8")


def _countries() -> Iterator[list[str]]:
    locales = [Locale(language) for language in LANGUAGES]
    for code in sorted(locales[0].territories):
        if _AREAS.fullmatch(code) and code not in _NO_COUNTRIES:
            yield _names(str(locale.territories.get(code, "")) for locale in locales)


def _cities() -> Iterator[list[str]]:
    """Yield the cities that zones are called by, in every language that calls them something."""
    locales = [Locale(language) for language in LANGUAGES]
    zones = sorted({str(zone) for locale in locales for zone in locale.time_zones})
    for zone in zones:
        if zone.startswith(("Antarctica/", "Etc/")):
            continue
        english = zone.rpartition("/")[2].replace("_", " ")
        cities = [locale.time_zones.get(zone, {}).get("city", "") for locale in locales]
        if sum(map(bool, cities)) > len(LANGUAGES) // 3:
            yield _names([cities[0] or english, *cities[1:]])


def _names(found: Iterator[str] | list[str]) -> list[str]:
    """Return the names that differ, without what stands in brackets or holds a comma."""
    plain = (re.sub("\\s*[(\uff08].*?[)\uff09]", "", name).strip() for name in found)
    return list(dict.fromkeys(name for name in plain if name and "," not in name))


if __name__ == "__main__":
    main()
