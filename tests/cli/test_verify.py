"""A report is recounted from what is stored; an edited figure is named, edited text is no fault."""

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from reporting.actions.erase_client import erase_client
from reporting.bootstrap import open_services
from reporting.model.people import COMMAND_LINE
from reporting.settings import Settings
from tests.cli.conftest import SAMPLE, Run

Change = Callable[[str], str]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory, played: Path) -> Path:
    """A world with the sample and its report, made once."""
    return Path(shutil.copytree(played, tmp_path_factory.mktemp("verify"), dirs_exist_ok=True))


@pytest.fixture
def report(shared: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """The sample report, in the world it was made in."""
    monkeypatch.setenv("DATA_DIR", str(shared / "data"))
    monkeypatch.setenv("KEY_DIR", str(shared / "keys"))
    out = shared / "rapport.docx"
    if not out.exists():
        assert run("report", "--quarter", "2026-K3", "--sample", "--out", out).code == 0
    return out


def _changed(report: Path, change: Change, part: Change = lambda xml: xml) -> Path:
    """A copy of the report in which the main text was edited, and the part with its figures."""
    out = report.with_name("gewijzigd.docx")
    edits = {"word/document.xml": change, "customXml/item1.xml": part}
    with zipfile.ZipFile(report) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, edits[name](data.decode("utf-8")).encode("utf-8") if name in edits else data)
    return out


def test_every_figure_of_a_fresh_report_agrees(run: Run, report: Path) -> None:
    shown = run("verify", "--sample", report)
    assert (shown.code, shown.err) == (0, "")
    agree, _, total, *_ = shown.out.split()
    assert agree == total
    assert int(total) > 60


def test_edited_text_is_no_fault(run: Run, report: Path) -> None:
    edited = _changed(report, lambda xml: xml.replace("Bezoekers nemen vaker een buur mee.", "Bezoekers nemen vaker iemand mee."))
    assert run("verify", "--sample", edited).code == 0


def test_an_edited_figure_is_named(run: Run, report: Path) -> None:
    edited = _changed(report, lambda xml: xml.replace(">278</w:t>", ">378</w:t>"))
    shown = run("verify", "--sample", edited)
    assert shown.code == 2
    assert "SB1|2026-K3: in het document staat nu “378”. Bij het maken stond er “278”." in shown.err


LINE = r'<cijfer plek="waarde_\d+" naam="SB1\|2026-K3" tekst="278"/>'


@pytest.mark.parametrize(
    ("page", "part"),
    [
        (">378</w:t>", lambda xml: xml.replace('tekst="278"', 'tekst="378"')),
        (">378</w:t>", lambda xml: re.sub(LINE, "", xml)),
        (">278</w:t>", lambda xml: xml.replace('tekst="278"', 'tekst="378"')),
    ],
    ids=["both", "taken-out-of-the-part", "the-part-alone"],
)
def test_a_figure_is_held_against_the_document_as_it_was_made(run: Run, report: Path, page: str, part: Change) -> None:
    shown = run("verify", "--sample", _changed(report, lambda xml: xml.replace(">278</w:t>", page), part))
    assert shown.code == 2
    assert "SB1|2026-K3: in het document staat nu “378”. Bij het maken stond er “278”." in shown.err
    agree, _, total, *_ = shown.out.split()
    assert 60 < int(agree) < int(total)


def test_a_figure_that_was_taken_out_and_one_that_was_added_are_named(run: Run, report: Path) -> None:
    gone = run("verify", "--sample", _changed(report, lambda xml: xml.replace(">278</w:t>", "></w:t>")))
    assert "SB1|2026-K3: staat niet meer in het document. Bij het maken stond er “278”." in gone.err
    added = run("verify", "--sample", _changed(report, lambda xml: xml, lambda xml: xml.replace('naam="SB1|2026-K3"', 'naam="SB1|2026-K2"')))
    assert (gone.code, added.code) == (2, 2)
    assert "SB1|2026-K2: in het document staat nu “278”. Bij het maken stond er niets." in added.err


def test_a_number_over_a_figure_that_was_not_shown_is_named_and_not_repeated(run: Run, report: Path) -> None:
    cell = re.compile(r'(<w:pStyle w:val="Tabelwoord"/>(?:(?!</w:p>).)*?<w:t xml:space="preserve">)(?:niet getoond|minder dan 5)<')
    shown = run("verify", "--sample", _changed(report, lambda xml: cell.sub(r"\g<1>4711<", xml, count=1)))
    assert shown.code == 2
    assert re.fullmatch(r"\W*Tabel \d+, rij “[^”]+”, kolom “[^”]+”: dit cijfer was niet getoond\. Nu staat er een getal in het document\.\s*", shown.err)
    assert "4711" not in shown.out + shown.err


def test_a_chart_whose_description_has_other_numbers_is_named(run: Run, report: Path) -> None:
    shown = run("verify", "--sample", _changed(report, lambda xml: re.sub(r'(<wp:docPr [^>]*descr="[^"]*?)\d+%', r"\g<1>4711%", xml, count=1)))
    assert shown.code == 2
    assert "in de beschrijving (alternatieve tekst) staan nu andere getallen dan bij het maken." in shown.err
    assert "Figuur 1, “" in shown.err


def test_a_figure_that_comes_out_differently_is_named(run: Run, report: Path) -> None:
    """A document that is not known here any more, its text and its part changed together: only the recount can tell."""
    forget = partial(re.sub, r"(kenmerk2?_)\w+", r"\1weg")
    assert forget(xml := zipfile.ZipFile(report).read("word/document.xml").decode()) != xml
    out = _changed(report, lambda xml: forget(xml.replace(">278</w:t>", ">378</w:t>")), lambda xml: xml.replace('tekst="278"', 'tekst="378"'))
    shown = run("verify", "--sample", out)
    assert shown.code == 2
    assert "SB1|2026-K3: 378 in het document, 278 bij natellen." in shown.err


def test_a_figure_that_changed_because_a_client_was_erased_is_no_fault(sample: Run, world: Path, tmp_path: Path) -> None:
    out = tmp_path / "rapport.docx"
    assert sample("report", "--quarter", "2026-K3", "--sample", "--out", out).code == 0
    rows = (SAMPLE / "deelname-huiskamers.csv").read_text("cp1252").splitlines()
    client = next(r.split(";")[0] for r in rows if ";Huiskamer" in r and "-08-2026;" in r)
    services = open_services(Settings(world / "data", world / "keys"), sample=True)
    assert erase_client(services, COMMAND_LINE, client).left == 0
    shown = sample("verify", "--sample", out)
    assert (shown.code, shown.err) == (0, "")
    assert "SB1|2026-K3: 278 in het document, 277 bij natellen. Gewist op" in shown.out


def test_a_document_from_elsewhere_is_refused_in_words(run: Run, report: Path, tmp_path: Path) -> None:
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as package:
        package.writestr("word/document.xml", "<w/>")
    path = tmp_path / "ander.docx"
    path.write_bytes(other.getvalue())
    for file in (path, SAMPLE / "afspraken.csv"):
        shown = run("verify", "--sample", file)
        assert (shown.code, shown.out) == (2, "")
        assert "zijn de cijfers niet te vinden" in shown.err
