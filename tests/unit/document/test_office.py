"""What LibreOffice keeps and makes of a report."""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from reporting.document import read_figures, render_word
from reporting.document.office import chapter_pages, to_pdf
from reporting.texts.report import CHAPTERS
from tests.unit.document import worlds

pytestmark = pytest.mark.office
SHAPES = ("typical", "eight_stories", "all_hidden", "long_names", "large")


@pytest.fixture(autouse=True)
def office(program: Callable[[str], str]) -> None:
    program("soffice")
    program("pdftotext")


def test_figures_survive_libreoffice(tmp_path: Path) -> None:
    source = tmp_path / "in.docx"
    source.write_bytes(render_word(worlds.typical()))
    profile = (tmp_path / "profile").as_uri()
    call = [
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(tmp_path / "out"),
        str(source),
    ]
    subprocess.run(call, check=True, capture_output=True, timeout=120)
    saved = (tmp_path / "out" / "in.docx").read_bytes()
    assert read_figures(saved) == read_figures(source.read_bytes())


def test_a_pdf_is_made_and_the_contents_get_page_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    data = render_word(worlds.small())
    made: list[bytes | None] = []

    def kept(document: bytes, timeout: float) -> bytes | None:
        made.append(to_pdf(document, timeout))
        return made[-1]

    monkeypatch.setattr("reporting.document.office.to_pdf", kept)  # the PDF whose pages are counted is the one that is looked at
    pages = chapter_pages(data)
    (pdf,) = made
    assert pdf is not None
    assert pdf.startswith(b"%PDF")
    assert b"/Tabs/S " in pdf
    assert b"/Tabs(S)" not in pdf
    assert (pages[CHAPTERS["summary"]], pages["Thema 1. Ontmoeten"]) == (2, 4)
    assert render_word(worlds.small(), pages=pages) != data


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, program: Callable[[str], str]) -> Mapping[str, str]:
    """The text of each shape's pages; all shapes go through LibreOffice at once, for its start is half of the work."""
    folder = tmp_path_factory.mktemp("vormen")
    for shape in SHAPES:
        (folder / f"{shape}.docx").write_bytes(render_word(worlds.SHAPES[shape]()))
    call = [program("soffice"), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*call, *(str(folder / f"{shape}.docx") for shape in SHAPES)], check=True, capture_output=True, timeout=240)
    read = [program("pdftotext"), "-layout"]
    return {s: subprocess.run([*read, str(folder / f"{s}.pdf"), "-"], capture_output=True, check=True).stdout.decode() for s in SHAPES}


@pytest.mark.parametrize("shape", SHAPES)
def test_no_heading_ends_a_page_and_no_page_is_empty(shape: str, printed: Mapping[str, str]) -> None:
    text = printed[shape]
    heads = {"De cijfers", "Onze uitleg", "Het verhaal achter de cijfers", "De verhalen achter de cijfers", "Per wijk", "Per leeftijd", "Dit gaat goed"}
    for number, page in enumerate(text.split("\f")[1:-1], start=2):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        assert len(lines) > 3, f"page {number} is empty"
        assert lines[-2] not in heads, f"page {number} ends in a heading"
        assert not lines[-2].startswith(("Tabel ", "Figuur ")), f"page {number} ends in a caption"


def test_what_takes_too_long_is_ended_and_leaves_no_program_running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert to_pdf(render_word(worlds.small()), timeout=0.5) is None
    assert subprocess.run(["pgrep", "-f", str(tmp_path)], capture_output=True, check=False).stdout == b""
    assert list(tmp_path.iterdir()) == []
