"""LibreOffice, where it is installed: a PDF beside the Word file, and the page numbers for the contents. Without it all else works."""

import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

from reporting.document.markup import W
from reporting.document.pdf_ua import with_decoration_named, with_tab_order
from reporting.document.reading import paragraph_text, parts_of, xml_of

_FILTER = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},"UseTaggedPDF":{"type":"boolean","value":"true"}}'
TIMEOUT = 120  # seconds
_TURN = threading.Lock()
_LOW = ("nice", "-n", "10") if shutil.which("nice") else ()


def to_pdf(document: bytes, timeout: float = TIMEOUT) -> bytes | None:
    """The document as PDF/UA; None where LibreOffice is not there, fails, or has not made it within `timeout` seconds.

    Works in a folder and a profile of its own, removed afterwards: no copy of the document stays behind. One document at a time, at a low
    priority, so that somebody else's page does not wait for it.
    """
    program = shutil.which("soffice")
    if program is None or not _TURN.acquire(timeout=timeout):
        return None
    try:
        with tempfile.TemporaryDirectory(prefix="rapport-", ignore_cleanup_errors=True) as folder:
            source = Path(folder) / "rapport.docx"
            source.write_bytes(with_decoration_named(document))
            profile = (Path(folder) / "profiel").as_uri()
            call = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", _FILTER, "--outdir", folder, str(source)]
            made = source.with_suffix(".pdf")
            return with_tab_order(made.read_bytes()) if _ran([*_LOW, *call], timeout) and made.exists() else None
    finally:
        _TURN.release()


def _ran(call: Sequence[str], timeout: float) -> bool:
    """Whether the program ended well in time. One that did not is ended with all it started: soffice only starts what does the work."""
    try:
        started = subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)  # noqa: S603 - a fixed program
    except OSError:
        return False
    try:
        return started.wait(timeout) == 0
    except subprocess.TimeoutExpired:
        os.killpg(started.pid, signal.SIGKILL)
        started.wait()
        return False


def chapter_pages(document: bytes, timeout: float = TIMEOUT) -> dict[str, int]:
    """The page each chapter of one of our documents begins on, by heading, for `render_word(pages=…)`.

    {} where LibreOffice or pdftotext is not there, or takes longer than `timeout` seconds.
    """
    reader = shutil.which("pdftotext")
    pdf = to_pdf(document, timeout) if reader is not None else None
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
