"""A .docx as bytes that are the same for the same input: parts sorted, dates fixed, ids as they were given."""

import io
import zipfile
from collections.abc import Mapping

from docx.document import Document

FIXED = (1980, 1, 1, 0, 0, 0)


def packed_document(document: Document) -> bytes:
    """The document as a package with its parts in a fixed order and without clock times."""
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source:
        return repack_parts({name: source.read(name) for name in source.namelist()})


def repack_parts(parts: Mapping[str, bytes]) -> bytes:
    """Parts as a package: sorted, with fixed dates; [Content_Types].xml comes first, as readers expect."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name in sorted(parts, key=lambda n: (n != "[Content_Types].xml", n)):
            entry = zipfile.ZipInfo(name, FIXED)
            entry.external_attr = 0o600 << 16
            package.writestr(entry, parts[name], zipfile.ZIP_DEFLATED)
    return target.getvalue()
