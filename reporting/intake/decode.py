"""Bytes of a text file to UTF-8 with LF line ends (INTAKE 2). NUL bytes are dropped; nothing else is lost."""

import codecs
import re

_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SAMPLE = 4096


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 as Windows-1252 (its five unused bytes as Latin-1)."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(_windows_1252(error.object[i : i + 1]) for i in range(error.start, error.end)), error.end


def _windows_1252(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1") if len(data) == 1 else "".join(_windows_1252(data[i : i + 1]) for i in range(len(data)))


codecs.register_error("windows-1252", _as_windows_1252)


def to_utf8(data: bytes) -> tuple[bytes, str]:
    """The text as UTF-8 with LF line ends and without NUL or byte order mark, and the name of the encoding it had.

    Names: "utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "windows-1252", "utf-8+windows-1252" (single lines differ).
    """
    data, encoding = _decoded(data)
    data = data.rstrip(b"\x1a")  # DOS programs end a text with it
    if b"\0" in data:
        data = data.replace(b"\0", b"")
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return data, encoding


def _decoded(data: bytes) -> tuple[bytes, str]:
    if data.startswith(codecs.BOM_UTF8):
        body = data[3:]
        return (body, "utf-8-sig") if _is_utf8(body) else (body.decode("utf-8", "windows-1252").encode(), "utf-8-sig+windows-1252")
    wide = _utf16(data)
    if wide:
        body = data[2:] if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else data
        return body.decode(wide, "replace").encode("utf-8", "replace"), wide
    if data.isascii() or _is_utf8(data):
        return data, "utf-8"
    if _MULTIBYTE.search(data) is None:
        return _windows_1252(data).encode(), "windows-1252"
    return data.decode("utf-8", "windows-1252").encode(), "utf-8+windows-1252"


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _utf16(data: bytes) -> str | None:
    """The UTF-16 codec by byte order mark, or by where the NUL bytes of Latin text stand."""
    if data.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le"
    if data.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be"
    sample = data[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half and odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if half and even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None
