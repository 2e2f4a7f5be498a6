"""The organisation's house style: tried, kept without what is dangerous, used for every document, and taken away."""

import io
import zipfile

import docx
import pytest
from docx.shared import RGBColor

from reporting.actions.consent_sheet import consent_sheet
from reporting.actions.house_style import house_style_of, remove_house_style, save_house_style
from reporting.actions.make_report import make_report
from reporting.actions.reports import download_report
from reporting.actions.types import ReportRequest
from reporting.errors import InputRejected, NotPossible, Reason
from reporting.model.house import LeftBehind
from reporting.texts.screens_house import reached
from tests.unit.actions.conftest import HERE, QUARTER, World
from tests.unit.actions.telling import approved
from tests.unit.actions.test_imports import contacts, upload

PURPLE = "5B2A86"


def template(header: str = "Welzijn Lindemeer", footer: str = "") -> bytes:
    """A file as an organisation has it: own colour and header, and a letter in it."""
    document = docx.Document()
    document.styles["Heading 1"].font.color.rgb = RGBColor.from_string(PURPLE)
    document.styles["Normal"].font.name = "Verdana"
    document.sections[0].header.paragraphs[0].text = header
    document.sections[0].footer.paragraphs[0].text = footer
    document.add_paragraph("Brief aan mevrouw Jansen")
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def part(data: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def test_a_preview_keeps_nothing(world: World) -> None:
    seen = save_house_style(world.services, world.lead, template(), "huisstijl.docx", preview=True)
    assert (seen.primary, seen.face, seen.own_header, seen.left_behind) == (PURPLE, "Verdana", True, (LeftBehind.TEXT,))
    assert house_style_of(world.services, world.worker) is None
    assert world.events("save_house_style") == []


def test_every_document_gets_it_and_loses_it_again(world: World) -> None:
    upload(world, contacts(30))
    story = approved(world)
    save_house_style(world.services, world.manager, template(), "huisstijl.docx")
    now = house_style_of(world.services, world.worker)
    assert now is not None
    assert (now.label, now.primary, now.face, now.own_header) == ("huisstijl.docx", PURPLE, "Verdana", True)
    request = ReportRequest(HERE.key, QUARTER)
    report = download_report(world.services, world.worker, make_report(world.services, world.worker, request).id)[1]
    sheet = consent_sheet(world.services, world.worker, story.id)[1]
    for document in (report, sheet):
        assert PURPLE in part(document, "word/styles.xml")
        assert "Welzijn Lindemeer" in part(document, "word/header1.xml")
        assert "Jansen" not in part(document, "word/document.xml")
    remove_house_style(world.services, world.lead)
    assert house_style_of(world.services, world.worker) is None
    again = download_report(world.services, world.worker, make_report(world.services, world.worker, request).id)[1]
    assert PURPLE not in part(again, "word/styles.xml")
    assert [len(world.events(name)) for name in ("save_house_style", "remove_house_style")] == [1, 1]
    with pytest.raises(NotPossible):
        remove_house_style(world.services, world.lead)


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"hallo", Reason.TEMPLATE_TYPE), (b"\xd0\xcf\x11\xe0oud", Reason.TEMPLATE_PASSWORD), (template()[:900], Reason.TEMPLATE_BROKEN)],
    ids=["text", "old", "cut"],
)
def test_what_is_no_house_style_is_refused_and_the_former_one_stays(world: World, data: bytes, reason: Reason) -> None:
    save_house_style(world.services, world.lead, template(), "huisstijl.docx")
    with pytest.raises(InputRejected) as refused:
        save_house_style(world.services, world.lead, data, "ander.docx")
    assert refused.value.reason is reason
    kept = house_style_of(world.services, world.lead)
    assert kept is not None
    assert kept.label == "huisstijl.docx"


def test_a_house_style_with_which_a_report_is_wrong_is_refused(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    upload(world, contacts(30))
    own = "reporting.actions.house_style.check_document"
    monkeypatch.setattr(own, lambda data: ("De kop is te licht.",) if PURPLE in part(data, "word/styles.xml") else ())
    with pytest.raises(InputRejected) as refused:
        save_house_style(world.services, world.lead, template(), "huisstijl.docx")
    assert (refused.value.reason, refused.value.details["problem"]) == (Reason.TEMPLATE_CHECK, "De kop is te licht.")
    assert house_style_of(world.services, world.lead) is None


@pytest.mark.parametrize("where", ["header", "footer"])
@pytest.mark.parametrize("text", ["Cliënt 111222333", "BSN: 1234 56 782", "Welzijn Lindemeer · 123.456.782"])
def test_a_citizen_number_in_header_or_footer_is_refused(world: World, where: str, text: str) -> None:
    for preview in (True, False):
        with pytest.raises(InputRejected) as refused:
            save_house_style(world.services, world.lead, template(**{where: text}), "huisstijl.docx", preview=preview)
        assert refused.value.reason is Reason.TEMPLATE_BSN
    assert house_style_of(world.services, world.lead) is None


def test_the_numbers_of_an_organisation_are_no_citizens_and_ways_to_reach_somebody_are_named(world: World) -> None:
    footer = "KvK 12345678 · RSIN 123456782 · btw NL123456782B01 · btw-nummer: NL111222333B01 · NL91 ABNA 0417 1643 00 · 030-2345678 · j.smit@lindemeer.example"
    seen = save_house_style(world.services, world.lead, template(footer=footer), "huisstijl.docx", preview=True)
    assert seen.reached == ("NL91 ABNA 0417 1643 00", "030-2345678", "j.smit@lindemeer.example")
    assert "Dat komt in elk rapport." in reached(seen)
    assert reached(save_house_style(world.services, world.lead, template(), "huisstijl.docx", preview=True)) == ""


@pytest.mark.parametrize("where", ["header", "footer"])
def test_no_report_leaves_with_the_name_of_a_storyteller_in_the_house_style(world: World, where: str) -> None:
    upload(world, contacts(30))
    approved(world)
    save_house_style(world.services, world.lead, template(**{where: "Buurthuis van mevrouw Tesfay"}), "huisstijl.docx")
    with pytest.raises(NotPossible) as refused:
        make_report(world.services, world.worker, ReportRequest(HERE.key, QUARTER))
    assert refused.value.reason is Reason.NAME_LEFT
