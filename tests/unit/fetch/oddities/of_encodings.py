"""Feeds in encodings of every kind, declared rightly, wrongly or not at all."""

from tests.unit.fetch.oddities.told import Odd, Told

RUSSIAN, GREEK, HEBREW = "Порт открыт снова", "Το λιμάνι άνοιξε", "הנמל נפתח מחדש"
JAPANESE, TRADITIONAL = "港が再び開いた", "港口重新開放"
SIMPLE, KOREAN, THAI = "港口重新开放", "항구가 다시 열렸다", "ท่าเรือเปิดอีกครั้ง"
GERMAN, POLISH, TURKISH = "“Größe” – naïve Straße", "Łódź żółć", "Işık İskelesi"


def written(
    text: str,
    codec: str,
    declared: str | None,
    *,
    charset: str | None = None,
    is_ours: bool = False,
) -> Odd:
    """Return a feed in `codec` that says it is in `declared`; the server says `charset`."""
    said = f' encoding="{declared}"' if declared else ""
    body = (
        f'<?xml version="1.0"{said}?><rss version="2.0"><channel><title>Quay</title>'
        f"<item><title>{text}</title></item></channel></rss>"
    )
    return Odd(
        body=body.encode(codec),
        entries=(Told(title=text),),
        charset=charset,
        is_ours=is_ours,
    )


ODD = {
    "UTF-16": written(GERMAN, "utf-16", "utf-16"),
    "UTF-16 without a mark": written(GERMAN, "utf-16-be", "utf-16"),
    "UTF-16 that says UTF-8": written(GERMAN, "utf-16", "utf-8"),
    "UTF-32": written(GERMAN, "utf-32", "utf-32"),
    "UTF-32 without a mark": written(GERMAN, "utf-32-be", "utf-32"),
    "UTF-8 with a mark": written(GERMAN, "utf-8-sig", "utf-8"),
    "UTF-8 that says UTF-16": written(GERMAN, "utf-8", "utf-16", is_ours=True),
    "UTF-8 that the server calls ASCII": written(GERMAN, "utf-8", "utf-8", charset="us-ascii"),
    "Western": written(GERMAN, "cp1252", "windows-1252"),
    "Western called Latin": written(GERMAN, "cp1252", "iso-8859-1"),
    "Western called UTF-8": written(GERMAN, "cp1252", "utf-8"),
    "Western called nothing": written(GERMAN, "cp1252", None),
    "Latin 9": written("Œuvre à 5 €", "iso8859-15", "iso-8859-15"),
    "Central European": written(POLISH, "cp1250", "windows-1250"),
    "Latin 2": written(POLISH, "iso8859-2", "iso-8859-2"),
    "Turkish": written(TURKISH, "cp1254", "windows-1254"),
    "Turkish called Latin 5": written(TURKISH, "iso8859-9", "iso-8859-9"),
    "Cyrillic": written(RUSSIAN, "cp1251", "windows-1251"),
    "Cyrillic of the server's naming": written(
        RUSSIAN, "cp1251", "iso-8859-1", charset="windows-1251"
    ),
    "Cyrillic that nobody names": written(RUSSIAN, "cp1251", None, is_ours=True),
    "KOI8": written(RUSSIAN, "koi8-r", "koi8-r"),
    "KOI8 that nobody names": written(RUSSIAN, "koi8-r", None, is_ours=True),
    "Greek": written(GREEK, "cp1253", "windows-1253"),
    "Greek that nobody names": written(GREEK, "iso8859-7", None, is_ours=True),
    "Hebrew": written(HEBREW, "iso8859-8", "iso-8859-8"),
    "Hebrew that nobody names": written(HEBREW, "cp1255", None, is_ours=True),
    "Arabic": written("الميناء يفتح", "cp1256", "windows-1256"),
    "Baltic": written("Rīgas ostā", "cp1257", "windows-1257"),
    "Thai": written(THAI, "tis_620", "tis-620"),
    "Shift JIS": written(JAPANESE, "shift_jis", "Shift_JIS"),
    "Shift JIS of a vendor": written("港が①再開", "cp932", "Shift_JIS", is_ours=True),
    "EUC of Japan": written(JAPANESE, "euc_jp", "EUC-JP"),
    "seven bits of Japan": written(JAPANESE, "iso2022_jp", "ISO-2022-JP"),
    "EUC of Korea": written(KOREAN, "euc_kr", "EUC-KR"),
    "EUC of Korea, with all syllables": written("항구 뷁", "cp949", "EUC-KR", is_ours=True),
    "Big5": written(TRADITIONAL, "big5", "Big5"),
    "GB 2312": written(SIMPLE, "gb2312", "GB2312"),
    "GBK called GB 2312": written("港口镕开放", "gbk", "GB2312"),
    "GB 18030": written("港口㐀开放", "gb18030", "GB18030"),
    "GBK that nobody names": written(SIMPLE, "gbk", None, is_ours=True),
    "an encoding that nobody knows": written("Pier", "ascii", "x-quay"),
}
