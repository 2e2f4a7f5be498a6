"""What LibreOffice 7 leaves undone of PDF/UA: the order in which Tab goes through a page's links, and words for a picture that is only decoration."""

import re

from lxml import etree

from reporting.document.markup import ADEC, WP
from reporting.document.package import repack_parts
from reporting.document.reading import parts_of, xml_of
from reporting.texts.report import DECORATION

_PAGE = re.compile(rb"^\d+ 0 obj\s*<</Type/Page/.*?^endobj$", re.MULTILINE | re.DOTALL)


def with_decoration_named(document: bytes) -> bytes:
    """The .docx with a word at each decorative picture: LibreOffice 7 does not know the mark, and makes a figure of it that says nothing.

    Raises InputRejected for what is no .docx.
    """
    parts = parts_of(document)
    for name in [n for n in parts if n.startswith("word/") and n.endswith(".xml") and b"decorative" in parts[n]]:
        tree = xml_of(parts[name])
        for picture in tree.iter(f"{{{WP}}}docPr"):
            if any(mark.get("val") in ("1", "true") for mark in picture.iter(f"{{{ADEC}}}decorative")) and not picture.get("descr"):
                picture.set("descr", DECORATION)
        parts[name] = etree.tostring(tree)
    return repack_parts(parts)


def with_tab_order(pdf: bytes) -> bytes:
    """The PDF with "Tab goes in the order of the structure" on its pages as the name it must be: LibreOffice 7 writes a text, which no reader knows.

    Not a byte longer, so that every place in the file stays where its table says.
    """
    return _PAGE.sub(lambda page: page[0].replace(b"/Tabs(S)", b"/Tabs/S "), pdf)
