"""Numbers beside the figures that were changed in a document: over "niet getoond", in a cell without a name, in the words of a chart."""

import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import docx
import pytest
from docx.table import _Cell

from reporting.document import Altered, AlteredCell, altered, render_word
from tests.unit.document import worlds


@pytest.fixture(scope="module")
def original() -> bytes:
    return render_word(worlds.typical())


def typed(data: bytes, was: str, now: str) -> bytes:
    """The document with something typed over the first cell that reads so."""
    document = docx.Document(io.BytesIO(data))
    cell: _Cell = next(c for t in document.tables for row in t.rows[1:] for c in row.cells[1:] if c.paragraphs[0].text == was)
    cell.paragraphs[0].runs[0].text = now
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def replaced(data: bytes, change: Callable[[str], str]) -> bytes:
    """The document with its main text changed."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as package:
        for name in source.namelist():
            part = source.read(name)
            package.writestr(name, change(part.decode()).encode() if name == "word/document.xml" else part)
    return target.getvalue()


@pytest.mark.parametrize(("shape", "word"), [("typical", "niet getoond"), ("typical", "minder dan 5"), ("first_year", "onbekend")])
def test_a_number_over_a_word_is_named_and_not_repeated(shape: str, word: str) -> None:
    original = render_word(worlds.SHAPES[shape]())
    found = altered(typed(original, word, "3"), original)
    assert [(c.was, c.shown) for c in found.cells] == [("", "")]
    assert all((c.table, c.row, c.column) for c in found.cells)
    assert found.charts == ()


def test_every_key_figure_that_is_not_shown_is_watched() -> None:
    original = render_word(worlds.all_hidden())
    document = docx.Document(io.BytesIO(original))
    cell = document.tables[0].rows[1].cells[0]
    cell.paragraphs[0].runs[0].text = "3"
    target = io.BytesIO()
    document.save(target)
    (found,) = altered(target.getvalue(), original).cells
    assert (found.table, found.row, found.was, found.shown) == (1, "", "", "")
    assert found.column == document.tables[0].rows[0].cells[0].text


def test_a_number_without_a_name_is_named_by_where_it_stands(original: bytes) -> None:
    document = docx.Document(io.BytesIO(original))
    table, row, cell = next(
        (n, r, c)
        for n, t in enumerate(document.tables, start=1)
        for r in t.rows[1:]
        for c in r.cells[1:]
        if c.paragraphs[0].text[:1].isdigit() and "waarde_" not in c._tc.xml and c.paragraphs[0].style.name == "Tabelgetal"
    )
    was = cell.paragraphs[0].text
    cell.paragraphs[0].runs[0].text = "4711"
    target = io.BytesIO()
    document.save(target)
    (found,) = altered(target.getvalue(), original).cells
    assert (found.table, found.row, found.was, found.shown) == (table, row.cells[0].paragraphs[0].text, was, "4711")


def test_edited_words_and_a_row_that_was_taken_out_or_put_in_are_no_fault(original: bytes) -> None:
    assert altered(typed(original, "niet getoond", "wordt niet getoond"), original) == Altered()
    document = docx.Document(io.BytesIO(original))
    table = document.tables[2]
    table.rows[1].cells[0].paragraphs[0].runs[0].text = "Een andere naam"
    taken, last = table.rows[2], table.rows[-1]._tr
    added = deepcopy(last)
    _Cell(added.tc_lst[0], table).text = "Nieuw, 12 keer"
    last.addnext(added)
    for cell in taken._tr.xpath("./self::*"):
        cell.getparent().remove(cell)
    target = io.BytesIO()
    document.save(target)
    assert altered(target.getvalue(), original) == Altered()


def test_a_chart_whose_description_has_other_numbers_is_named(original: bytes) -> None:
    found = altered(replaced(original, lambda xml: xml.replace("Bezoekers van de buurthuizen: 79%", "Bezoekers van de buurthuizen: 97%")), original)
    assert (found.cells, [c.number for c in found.charts]) == ((), [1])
    assert found.charts[0].caption.startswith("Eén afspraak")
    gone = altered(replaced(original, lambda xml: re.sub(r'(<wp:docPr id="3" name="Figuur 3" )descr="[^"]*"', r'\1descr=""', xml)), original)
    assert [c.number for c in gone.charts] == [2]
    assert altered(replaced(original, lambda xml: xml.replace("Liggende staven,", "Balken,")), original) == Altered()


@pytest.mark.office
def test_a_document_that_libreoffice_saved_again_is_not_changed(original: bytes, tmp_path: Path, program: Callable[[str], str]) -> None:
    for name, data in (("zelfde", original), ("ander", typed(original, "niet getoond", "3"))):
        (tmp_path / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    call = [program("soffice"), profile, "--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "uit"), *map(str, tmp_path.glob("*.docx"))]
    subprocess.run(call, check=True, capture_output=True, timeout=120)
    same, other = ((tmp_path / "uit" / f"{name}.docx").read_bytes() for name in ("zelfde", "ander"))
    assert altered(same, original) == Altered()
    assert [type(c) for c in altered(other, original).cells] == [AlteredCell]
