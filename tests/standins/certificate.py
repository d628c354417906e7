"""A certificate to be thrown away: self-signed for this machine, with its key, in one PEM file.

Written here since neither the standard library nor what we depend on makes one: a key on the
curve P-256 and the few structures (DER) that a certificate is.
"""

import base64
import secrets
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

_P = 2**256 - 2**224 + 2**192 + 2**96 - 1
_N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
_Point = tuple[int, int] | None

_SEQUENCE, _SET, _INTEGER, _BITS, _OCTETS, _OID, _UTF8 = 0x30, 0x31, 0x02, 0x03, 0x04, 0x06, 0x0C
_TIME, _TRUE = 0x18, b"\x01\x01\xff"
_EC_KEY = bytes.fromhex("06072a8648ce3d0201")
_P256 = bytes.fromhex("06082a8648ce3d030107")
_ECDSA_SHA256 = bytes.fromhex("06082a8648ce3d040302")
_NAMED, _ALSO_NAMED, _IS_AUTHORITY = "0603550403", "0603551d11", "0603551d13"


def certificate(file: Path, *, name: str = "localhost", address: bytes = b"\x7f\0\0\1") -> Path:
    """Write the key and a certificate of it for a name and an IP address; return the file."""
    key = secrets.randbelow(_N - 1) + 1
    public = _der(_BITS, b"\0\4" + _coordinates(_times(key, _G)))
    now = datetime.now(UTC)
    named = _der(_SEQUENCE, _der(_SET, _der(_SEQUENCE, bytes.fromhex(_NAMED) + _utf8(name))))
    days = b"".join(
        _der(_TIME, (now + timedelta(days=day)).strftime("%Y%m%d%H%M%SZ").encode())
        for day in (-1, 2)
    )
    others = _der(_SEQUENCE, _der(0x82, name.encode()) + _der(0x87, address))
    extensions = _extension(_ALSO_NAMED, others) + _extension(
        _IS_AUTHORITY, _der(_SEQUENCE, _TRUE), critical=_TRUE
    )
    body = _der(
        _SEQUENCE,
        _der(0xA0, _integer(2))
        + _integer(secrets.randbits(63))
        + _der(_SEQUENCE, _ECDSA_SHA256)
        + named
        + _der(_SEQUENCE, days)
        + named
        + _der(_SEQUENCE, _der(_SEQUENCE, _EC_KEY + _P256) + public)
        + _der(0xA3, _der(_SEQUENCE, extensions)),
    )
    signed = body + _der(_SEQUENCE, _ECDSA_SHA256) + _der(_BITS, b"\0" + _signature(key, body))
    secret = _integer(1) + _der(_OCTETS, key.to_bytes(32, "big"))
    secret += _der(0xA0, _P256) + _der(0xA1, public)
    file.write_text(
        _pem("EC PRIVATE KEY", _der(_SEQUENCE, secret))
        + _pem("CERTIFICATE", _der(_SEQUENCE, signed))
    )
    return file


def _signature(key: int, body: bytes) -> bytes:
    digest = int.from_bytes(sha256(body).digest(), "big")
    once = secrets.randbelow(_N - 1) + 1
    point = _times(once, _G)
    assert point is not None
    r = point[0] % _N
    s = pow(once, -1, _N) * (digest + r * key) % _N
    return _der(_SEQUENCE, _integer(r) + _integer(s))


def _times(factor: int, point: _Point) -> _Point:
    total: _Point = None
    while factor:
        if factor & 1:
            total = _sum(total, point)
        point, factor = _sum(point, point), factor >> 1
    return total


def _sum(one: _Point, other: _Point) -> _Point:
    if one is None or other is None:
        return one or other
    (x1, y1), (x2, y2) = one, other
    if x1 == x2 and (y1 + y2) % _P == 0:
        return None
    if one == other:
        slope = 3 * (x1 * x1 - 1) * pow(2 * y1, -1, _P)
    else:
        slope = (y2 - y1) * pow(x2 - x1, -1, _P)
    x = (slope * slope - x1 - x2) % _P
    return x, (slope * (x1 - x) - y1) % _P


def _coordinates(point: _Point) -> bytes:
    assert point is not None
    return b"".join(one.to_bytes(32, "big") for one in point)


def _extension(name: str, value: bytes, *, critical: bytes = b"") -> bytes:
    return _der(_SEQUENCE, bytes.fromhex(name) + critical + _der(_OCTETS, value))


def _integer(value: int) -> bytes:
    return _der(_INTEGER, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def _utf8(text: str) -> bytes:
    return _der(_UTF8, text.encode())


def _der(tag: int, content: bytes) -> bytes:
    size = len(content)
    if size < 0x80:
        return bytes([tag, size]) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + content


def _pem(label: str, content: bytes) -> str:
    lines = base64.encodebytes(content).decode()
    return f"-----BEGIN {label}-----\n{lines}-----END {label}-----\n"
