"""What a file is, by its content and never by its name (INTAKE 1); and the safety of workbooks before they are opened (INTAKE 15)."""

import io
import re
import struct
import zipfile
import zlib
from enum import StrEnum

from reporting.errors import InputRejected, Reason

MOST_BYTES = 50 * 1024 * 1024
MOST_UNPACKED = 200 * 1024 * 1024
MOST_PARTS = 5_000
_PROLOG = 1 << 16
_ROOT = re.compile(rb"<[A-Za-z_]")
_BINARY = (
    *(b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM\x00", b"II*\x00", b"MM\x00*", b"RIFF", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"{\\rtf", b"\x7fELF"),
    *(b"MZ\x90", b"SQLite format 3", b"PAR1", b"BZh", b"\xfd7zXZ", b"ARROW1", b"OggS", b"ID3", b"\x00\x00\x01\x00", b"%!PS"),
)


_XML_WORKBOOK = b"urn:schemas-microsoft-com:office:spreadsheet"  # Excel 2003 as XML: its own format, no HTML
_NOTHING = b" \t\r\n\0\xef\xbb\xbf\xff\xfe"


class Kind(StrEnum):
    """The kinds of file that are read."""

    TEXT = "text"
    XLSX = "xlsx"
    XLS = "xls"
    HTML = "html"


def kind_of(data: bytes) -> Kind:
    """The kind of an upload. Raises InputRejected: empty, too_large, wrong_type, password, unreadable."""
    if len(data) > MOST_BYTES:
        raise InputRejected(Reason.TOO_LARGE, megabytes=len(data) >> 20)
    if not data[:4096].strip(_NOTHING) and not data.strip(_NOTHING):
        raise InputRejected(Reason.EMPTY)
    if data.startswith(b"PK"):
        return _zip_kind(data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _ole_kind(data)
    if data.startswith(_BINARY) or data[4:12] in (b"ftypheic", b"ftypisom", b"ftypmp42", b"ftypavif"):
        raise InputRejected(Reason.WRONG_TYPE)
    start = data[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if start.startswith((b"{", b"[")) and re.match(rb'[\[{]\s*(?:["{\[\]}]|-?\d)', start):
        raise InputRejected(Reason.WRONG_TYPE)
    if start.startswith(b"<"):
        if _XML_WORKBOOK in data[:4096] and b"<html" not in data[:4096].lower():
            raise InputRejected(Reason.WRONG_TYPE)
        if re.search(rb"<(?:html|table|body|head|meta|!doctype html)\b", data[:65536].replace(b"\0", b""), re.IGNORECASE):
            return Kind.HTML
        raise InputRejected(Reason.WRONG_TYPE)
    return Kind.TEXT


def _zip_kind(data: bytes) -> Kind:
    """A workbook whose parts are small enough and hold no DOCTYPE."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            names = {p.filename for p in parts}
            if not any(n.lower().replace("\\", "/") == "xl/workbook.xml" for n in names):
                raise InputRejected(Reason.WRONG_TYPE if "[Content_Types].xml" in names or "mimetype" in names or parts else Reason.UNREADABLE)
            if any(p.flag_bits & 1 for p in parts):
                raise InputRejected(Reason.PASSWORD)
            if len(parts) > MOST_PARTS or sum(p.file_size for p in parts) > MOST_UNPACKED:
                raise InputRejected(Reason.TOO_LARGE, megabytes=sum(p.file_size for p in parts) >> 20)
            left = MOST_UNPACKED
            for part in parts:
                left -= _unpacked(data, part, left)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, struct.error, UnicodeError) as error:
        raise InputRejected(Reason.UNREADABLE) from error
    return Kind.XLSX


def _unpacked(data: bytes, part: zipfile.ZipInfo, most: int) -> int:
    """The true size of a part, whatever its header says; refuses one over `most` bytes, and an XML part with a DOCTYPE."""
    header = data[part.header_offset : part.header_offset + 30]
    if len(header) < 30 or header[:4] != b"PK\x03\x04":
        raise zipfile.BadZipFile
    name, extra = struct.unpack("<HH", header[26:30])
    start = part.header_offset + 30 + name + extra
    packed = memoryview(data)[start : start + part.compress_size]
    if len(packed) < part.compress_size:
        raise zipfile.BadZipFile
    if part.compress_type == zipfile.ZIP_STORED:
        first, size = bytes(packed[:_PROLOG]), len(packed)
    elif part.compress_type == zipfile.ZIP_DEFLATED:
        first, size = _inflated(packed, most)
    else:
        raise zipfile.BadZipFile
    if size > most:
        raise InputRejected(Reason.TOO_LARGE, megabytes=size >> 20)
    if part.filename.lower().endswith((".xml", ".rels", ".vml")):
        head = first.replace(b"\0", b"")
        root = _ROOT.search(head)
        if b"<!DOCTYPE" in head[: root.start() if root else None].upper() or (root is None and size >= _PROLOG):
            raise InputRejected(Reason.UNREADABLE)
    return size


def _inflated(packed: memoryview, most: int) -> tuple[bytes, int]:
    """The first bytes of a deflated part, and its size (counted no further than just over `most`)."""
    inflate = zlib.decompressobj(-15)
    first = inflate.decompress(packed, _PROLOG)
    size = len(first)
    while not inflate.eof and size <= most:
        left = inflate.unconsumed_tail
        piece = inflate.decompress(left, 1 << 22)
        if not piece and not left:
            raise zipfile.BadZipFile
        size += len(piece)
    return first, size


def _ole_kind(data: bytes) -> Kind:
    """An old workbook, or the wrapping of an encrypted new one; stream names stand in the file as UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise InputRejected(Reason.PASSWORD)
    (shift,), (directory,) = struct.unpack_from("<H", data.ljust(512, b"\0"), 30), struct.unpack_from("<i", data.ljust(512, b"\0"), 48)
    if len(data) < (directory + 2) << min(shift, 16):  # its list of contents is cut off
        raise InputRejected(Reason.UNREADABLE)
    if not any(name.encode("utf-16-le") + b"\0\0" in data for name in ("Workbook", "Book", "WORKBOOK", "BOOK")):
        raise InputRejected(Reason.WRONG_TYPE)
    return Kind.XLS
