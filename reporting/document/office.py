"""LibreOffice, where it is installed: a PDF beside the Word file, and the page numbers for the contents. Without it all else works."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from reporting.document.markup import W
from reporting.document.reading import paragraph_text, parts_of, xml_of

_FILTER = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},"UseTaggedPDF":{"type":"boolean","value":"true"}}'
TIMEOUT = 120  # seconds


def office_present() -> bool:
    """True where LibreOffice can be called."""
    return shutil.which("soffice") is not None


def to_pdf(document: bytes, timeout: float = TIMEOUT) -> bytes | None:
    """The document as PDF/UA; None where LibreOffice is not there, fails, or takes longer than `timeout` seconds.

    Works in a folder and a profile of its own, removed afterwards: no copy of the document stays behind, and two may run beside each other.
    """
    program = shutil.which("soffice")
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="rapport-") as folder:
        source = Path(folder) / "rapport.docx"
        source.write_bytes(document)
        profile = (Path(folder) / "profiel").as_uri()
        call = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", _FILTER, "--outdir", folder, str(source)]
        try:
            subprocess.run(call, capture_output=True, timeout=timeout, check=True)  # noqa: S603 - a fixed program, a file of our own
        except (subprocess.SubprocessError, OSError):
            return None
        made = source.with_suffix(".pdf")
        return made.read_bytes() if made.exists() else None


def chapter_pages(document: bytes) -> dict[str, int]:
    """The page each chapter of one of our documents begins on, by heading; {} where LibreOffice or pdftotext is not there. For `render_word(pages=…)`."""
    reader = shutil.which("pdftotext")
    pdf = to_pdf(document) if reader is not None else None
    if reader is None or pdf is None:
        return {}
    read = subprocess.run([reader, "-", "-"], input=pdf, capture_output=True, timeout=TIMEOUT, check=False)  # noqa: S603 - a fixed program, our own bytes
    pages = [[line.strip() for line in page.splitlines() if line.strip()] for page in read.stdout.decode("utf-8", "replace").split("\f")]
    same = (n for n, (one, other) in enumerate(zip(*pages[1:3], strict=False)) if one != other) if len(pages) > 2 else iter((1,))
    head = next(same, 1)  # lines of the running head: those that pages share
    found: dict[str, int] = {}
    last = 1
    for chapter in _chapters(document):
        for number in range(last, len(pages) + 1):
            if _begins(pages[number - 1][head:], chapter):
                found[chapter] = last = number
                break
    return found


def _chapters(document: bytes) -> list[str]:
    """The headings of level 1, in order."""
    body = xml_of(parts_of(document)["word/document.xml"])
    styled = ((p, p.find(f"{{{W}}}pPr/{{{W}}}pStyle")) for p in body.iter(f"{{{W}}}p"))
    return [paragraph_text(p) for p, style in styled if style is not None and style.get(f"{{{W}}}val") == "Heading1"]


def _begins(lines: Sequence[str], chapter: str) -> bool:
    return re.sub(r"\s+", " ", " ".join(lines[:6])).startswith(chapter)
