"""Pictures of an uploaded house style without what cameras and programs write in them: place, maker, comments."""

import re
import struct
import zlib

from lxml import etree

from reporting.document.house_xml import clean_xml
from reporting.errors import InputRejected

PICTURES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "svg": "image/svg+xml",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
}
_PNG, _JPEG, _GIF = b"\x89PNG\r\n\x1a\n", b"\xff\xd8", (b"GIF87a", b"GIF89a")
_PNG_KEPT = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs", b"bKGD"}
_JPEG_OUT = {0xE1, *range(0xE3, 0xEE), 0xEF, 0xFE}  # EXIF, makers' own segments, comments; colour profiles stay
_SVG_OUT = ("script", "style", "foreignObject", "metadata", "image", "use", "a", "animate", "set", "iframe")
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!\s*['\"]?#)", re.IGNORECASE)


def clean_picture(data: bytes, extension: str) -> bytes | None:
    """The picture without its words, None where it is not what its name says or cannot be read."""
    try:
        match extension:
            case "png":
                return _png(data)
            case "jpg" | "jpeg":
                return _jpeg(data)
            case "gif":
                return data if data.startswith(_GIF) else None
            case "svg":
                return _svg(data)
            case "emf":
                return data if data[40:44] == b" EMF" else None
            case "wmf":
                return data if data[:4] in (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00") else None
    except (struct.error, IndexError, InputRejected):
        return None
    return None


def _png(data: bytes) -> bytes | None:
    if not data.startswith(_PNG):
        return None
    kept, at = [_PNG], len(_PNG)
    while at + 12 <= len(data):
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        chunk = data[at : at + 12 + size]
        if len(chunk) < 12 + size:
            return None
        if kind in _PNG_KEPT and zlib.crc32(chunk[4:-4]) == struct.unpack(">I", chunk[-4:])[0]:
            kept.append(chunk)
        if kind == b"IEND":
            return b"".join(kept)
        at += 12 + size
    return None


def _jpeg(data: bytes) -> bytes | None:
    if not data.startswith(_JPEG):
        return None
    kept, at = [_JPEG], 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xDA:  # the picture itself, to the end
            return b"".join([*kept, data[at:]])
        size = struct.unpack(">H", data[at + 2 : at + 4])[0]
        if marker not in _JPEG_OUT:
            kept.append(data[at : at + 2 + size])
        at += 2 + size
    return None


def _svg(data: bytes) -> bytes:
    tree = clean_xml(data)
    for node in list(tree.iter()):
        parent = node.getparent()
        if not isinstance(node.tag, str) or (parent is not None and etree.QName(node).localname in _SVG_OUT):
            if parent is not None:
                parent.remove(node)
            continue
        for key, value in list(node.attrib.items()):
            name = etree.QName(key).localname
            if name.startswith("on") or name == "href" or _OUTSIDE.search(value):
                del node.attrib[key]
    return etree.tostring(tree)
