"""A .docx as bytes that are the same for the same input: parts sorted, dates fixed, ids as they were given."""

import io
import zipfile

FIXED = (1980, 1, 1, 0, 0, 0)


def repack(data: bytes, drop: frozenset[str] = frozenset()) -> bytes:
    """The package with its parts in a fixed order and without clock times. [Content_Types].xml comes first, as readers expect."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        parts = {name: source.read(name) for name in source.namelist() if name not in drop}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name in sorted(parts, key=lambda n: (n != "[Content_Types].xml", n)):
            entry = zipfile.ZipInfo(name, FIXED)
            entry.external_attr = 0o600 << 16
            ready = name.endswith(".png")  # packed already
            package.writestr(entry, parts[name], zipfile.ZIP_STORED if ready else zipfile.ZIP_DEFLATED)
    return target.getvalue()
