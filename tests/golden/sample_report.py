"""The sample report as text: same keys, same day, so that only a change in the program or the sample changes it."""

import base64
import json
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from reporting.actions.make_report import make_report
from reporting.actions.reports import download_report
from reporting.actions.types import ReportRequest
from reporting.bootstrap import open_services
from reporting.model.people import COMMAND_LINE
from reporting.model.period import Quarter
from reporting.ports import Services
from reporting.settings import Settings

GOLDEN = Path(__file__).parent / "kwartaalrapport-2026-K3.txt"
QUARTER = Quarter(2026, 3)
MUNICIPALITY = "GM9999"
_NOON = datetime(2026, 10, 12, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))


def sample_services(folder: Path) -> Services:
    """The sample world in an empty folder, with keys and a day that are always the same."""
    keys = folder / "keys"
    keys.mkdir(mode=0o700)
    fixed = {name: base64.b64encode(name.encode().ljust(32, b".")).decode() for name in ("master", "pseudonym", "substitute")}
    ring = {"masters": {"1": fixed["master"]}, "current": "1", "pseudonym": fixed["pseudonym"], "substitute": fixed["substitute"]}
    file = keys / "sleutels.json"
    file.write_text(json.dumps(ring), "utf-8")
    file.chmod(0o600)
    return services_in(folder)


def services_in(folder: Path) -> Services:
    """The world in a folder that has its keys."""
    keys = folder / "keys"
    return open_services(Settings(data_dir=folder / "data", key_dir=keys), sample=True, clock=lambda: _NOON)


def sample_report(services: Services) -> bytes:
    """The Word file of the sample's quarter."""
    made = make_report(services, COMMAND_LINE, ReportRequest(municipality=MUNICIPALITY, quarter=QUARTER))
    return download_report(services, COMMAND_LINE, made.id)[1]


def as_text(document: bytes) -> str:
    """The document as a reader meets it: headers and footers, then paragraphs with their style and tables row by row."""
    opened = Document(BytesIO(document))
    lines = [f"[kop] {p.text}" for s in opened.sections for p in (*s.header.paragraphs, *s.footer.paragraphs) if p.text]
    lines += _blocks(opened.iter_inner_content())
    return "\n".join(lines) + "\n"


def _blocks(blocks: Iterator[Paragraph | Table]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from (" | ".join(" / ".join(cell.text.splitlines()) for cell in row.cells) for row in block.rows)
        else:
            style = block.style.name if block.style is not None else ""
            pictures = [f"(beeld: {p.get('descr')})" for p in block._p.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")]
            text = "".join(t.text or "" for t in block._p.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"))
            yield f"[{style}] {' '.join([text, *pictures]).strip()}"
