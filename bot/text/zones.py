"""The clocks that outlets go by, where a country has but one."""

from collections.abc import Mapping
from types import MappingProxyType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_ZONES = (
    "ae Asia/Dubai|af Asia/Kabul|al Europe/Tirane|am Asia/Yerevan|at Europe/Vienna"
    "|az Asia/Baku|ba Europe/Sarajevo|bd Asia/Dhaka|be Europe/Brussels|bg Europe/Sofia"
    "|by Europe/Minsk|ch Europe/Zurich|cn Asia/Shanghai|cz Europe/Prague|de Europe/Berlin"
    "|dk Europe/Copenhagen|dz Africa/Algiers|ee Europe/Tallinn|eg Africa/Cairo"
    "|et Africa/Addis_Ababa|fi Europe/Helsinki|fr Europe/Paris|ge Asia/Tbilisi|gh Africa/Accra"
    "|gr Europe/Athens|hk Asia/Hong_Kong|hr Europe/Zagreb|hu Europe/Budapest"
    "|ie Europe/Dublin|il Asia/Jerusalem|in Asia/Kolkata|iq Asia/Baghdad"
    "|ir Asia/Tehran|is Atlantic/Reykjavik|it Europe/Rome"
    "|jo Asia/Amman|jp Asia/Tokyo|ke Africa/Nairobi|kr Asia/Seoul|kw Asia/Kuwait|lb Asia/Beirut"
    "|lk Asia/Colombo|lt Europe/Vilnius|lu Europe/Luxembourg|lv Europe/Riga|ly Africa/Tripoli"
    "|ma Africa/Casablanca|md Europe/Chisinau|my Asia/Kuala_Lumpur|ng Africa/Lagos"
    "|nl Europe/Amsterdam|no Europe/Oslo|np Asia/Kathmandu|nz Pacific/Auckland|om Asia/Muscat"
    "|ph Asia/Manila|pk Asia/Karachi|pl Europe/Warsaw|pt Europe/Lisbon|qa Asia/Qatar"
    "|ro Europe/Bucharest|rs Europe/Belgrade|sa Asia/Riyadh|sd Africa/Khartoum|se Europe/Stockholm"
    "|sg Asia/Singapore|si Europe/Ljubljana|sk Europe/Bratislava|sy Asia/Damascus|th Asia/Bangkok"
    "|tn Africa/Tunis|tr Europe/Istanbul|tw Asia/Taipei|tz Africa/Dar_es_Salaam|ua Europe/Kyiv"
    "|ug Africa/Kampala|uk Europe/London|uz Asia/Tashkent|vn Asia/Ho_Chi_Minh|ye Asia/Aden"
    "|za Africa/Johannesburg|zw Africa/Harare"
)
_COUNTRIES: Mapping[str, str] = MappingProxyType(
    {one.split(" ")[0]: one.split(" ")[1] for one in _ZONES.split("|")}
)
_LANGUAGES: Mapping[str, str] = MappingProxyType({"ja": "jp", "ko": "kr", "tr": "tr"})
"""Languages that are written under one clock alone, by their country."""


def local_zone(host: str, language: str | None = None) -> ZoneInfo | None:
    """Return the clock of a host's country, or of its language; None when there are several.

    >>> local_zone("www.hafenbote.de"), local_zone("courier.example")
    (zoneinfo.ZoneInfo(key='Europe/Berlin'), None)
    """
    country = host.rpartition(".")[2].lower()
    if country not in _COUNTRIES:
        country = _LANGUAGES.get(language or "", "")
    try:
        return ZoneInfo(_COUNTRIES[country]) if country in _COUNTRIES else None
    except ZoneInfoNotFoundError:  # pragma: no cover  a system without its table of zones
        return None
