"""How wide a face runs beside ours, also where LibreOffice must draw it in another because it is not installed."""

import re
import shutil
import subprocess
from functools import cache

_WIDE = {  # faces by how much wider than Calibri they run
    "verdana": 1.27, "dejavu sans": 1.27, "century gothic": 1.22, "montserrat": 1.26, "poppins": 1.26, "open sans": 1.17, "noto sans": 1.17,
    "trebuchet ms": 1.1, "lucida sans": 1.2, "lucida sans unicode": 1.2, "georgia": 1.13, "cambria": 1.05, "times new roman": 1.0, "garamond": 0.97,
    "arial": 1.13, "helvetica": 1.13, "liberation sans": 1.13, "arimo": 1.13, "dejavu serif": 1.27, "dejavu sans mono": 1.42,
    "calibri": 1.0, "carlito": 1.0, "corbel": 1.02, "candara": 1.02, "gill sans mt": 1.02, "arial narrow": 0.95, "calibri light": 1.0,
}  # fmt: skip
_UNKNOWN = 1.15  # Aptos, Segoe UI, Tahoma, Roboto
_PATIENCE = 5  # seconds


def wide_of(face: str) -> float:
    """How much wider than Calibri a face runs, as it is or as it is drawn here; of a face we do not know, on the safe side."""
    return max(_WIDE.get(_folded(face), _UNKNOWN), _WIDE.get(_folded(drawn_as(face)), 0.0))


@cache
def drawn_as(face: str) -> str:
    """The face in which LibreOffice on this machine draws a face; the face itself where it is installed, or where there is no LibreOffice."""
    match = shutil.which("fc-match")
    if match is None or shutil.which("soffice") is None:
        return face
    try:
        call = [match, "--format", "%{family[0]}", "--", re.sub(r"([\\:,-])", r"\\\1", face)]
        found = subprocess.run(call, capture_output=True, timeout=_PATIENCE, check=True)  # noqa: S603 - a fixed program
    except (OSError, subprocess.SubprocessError):
        return face
    return found.stdout.decode("utf-8", "replace") or face


def _folded(face: str) -> str:
    return " ".join(face.split()).casefold()
