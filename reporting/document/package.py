"""A .docx as bytes that are the same for the same input: parts sorted, dates fixed, ids as they were given."""

import io
import zipfile
from collections.abc import Mapping

from docx.document import Document
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI
from docx.opc.pkgwriter import _ContentTypesItem

FIXED = (1980, 1, 1, 0, 0, 0)


def packed_document(document: Document) -> bytes:
    """The document as a package. Its parts are packed once: what `save` wrote would have to be unpacked and packed again, half of all that work."""
    package = document.part.package
    for part in package.parts:
        part.before_marshal()
    types = _ContentTypesItem.from_parts(package.parts)  # type: ignore[no-untyped-call]
    parts = {CONTENT_TYPES_URI.membername: types.blob, PACKAGE_URI.rels_uri.membername: package.rels.xml}
    for part in package.parts:
        parts[part.partname.membername] = part.blob
        if len(part.rels):
            parts[part.partname.rels_uri.membername] = part.rels.xml
    return repack_parts(parts)


def repack_parts(parts: Mapping[str, bytes]) -> bytes:
    """Parts as a package: sorted, with fixed dates; [Content_Types].xml comes first, as readers expect."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name in sorted(parts, key=lambda n: (n != "[Content_Types].xml", n)):
            entry = zipfile.ZipInfo(name, FIXED)
            entry.external_attr = 0o600 << 16
            package.writestr(entry, parts[name], zipfile.ZIP_DEFLATED)
    return target.getvalue()
