"""Point 15 and the limits of the import specification: hostile files end in a reason, not a hang."""

import io
import struct
import time
import zipfile
from pathlib import Path

import pytest

from reporting.errors import Reason
from reporting.intake import read_upload
from tests.unit.intake.files import HEADER, cells, errors, rows, workbook

DATA = Path(__file__).parent / "data"
GOOD = workbook([["Datum", "Cliëntnummer", "Activiteit"], ["03-07-2026", "1", "A"]])


def changed(name: str, content: bytes) -> bytes:
    """The good workbook with another part."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            new.writestr(item.filename, content if item.filename == name else old.read(item.filename))
        if name not in old.namelist():
            new.writestr(name, content)
    return made.getvalue()


def part(name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as book:
        return book.read(name)


def test_a_zip_bomb_is_too_large() -> None:
    assert read_upload(changed("xl/media/x.bin", b"\0" * (201 << 20)), "x.xlsx").reason is Reason.TOO_LARGE


def test_a_zip_bomb_that_lies_about_its_size_is_too_large() -> None:
    bomb = bytearray(changed("xl/media/x.bin", b"\0" * (201 << 20)))
    place = bomb.rfind(b"PK\x01\x02", 0, bomb.rfind(b"xl/media/x.bin"))
    bomb[place + 24 : place + 28] = struct.pack("<I", 10)
    assert read_upload(bytes(bomb), "x.xlsx").reason is Reason.TOO_LARGE


BOMB = b"<!DOCTYPE b [" + b"".join(b'<!ENTITY e%d "%s">' % (i, b"&e%d;" % (i - 1) * 10) for i in range(1, 10)) + b'<!ENTITY e0 "ha">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels"])
def test_a_doctype_in_any_part_is_refused(name: str, encoding: str) -> None:
    text = "<?xml version='1.0'?>" + BOMB.decode() + part(name).decode().split("?>", 1)[-1]
    assert read_upload(changed(name, text.encode(encoding)), "x.xlsx").reason is Reason.UNREADABLE


def test_a_doctype_behind_a_long_comment_is_refused() -> None:
    text = b"<!--" + b" " * 70_000 + b"-->" + BOMB + part("xl/worksheets/sheet1.xml")
    assert read_upload(changed("xl/worksheets/sheet1.xml", text), "x.xlsx").reason is Reason.UNREADABLE


@pytest.mark.parametrize("kept", [10, 100, 1000, -30, -len(GOOD) // 2], ids=["10", "100", "1000", "all but 30", "half"])
def test_a_truncated_workbook_is_unreadable(kept: int) -> None:
    assert read_upload(GOOD[:kept], "x.xlsx").reason is Reason.UNREADABLE


def test_a_workbook_with_damaged_content_is_unreadable() -> None:
    assert read_upload(changed("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row r="), "x.xlsx").reason in (Reason.UNREADABLE, Reason.NO_HEADER)
    assert read_upload(changed("xl/workbook.xml", b"geen xml"), "x.xlsx").reason in (Reason.UNREADABLE, Reason.NO_HEADER)


def test_a_zip_that_is_no_workbook_is_of_the_wrong_type() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        new.writestr("word/document.xml", "<x/>")
    assert read_upload(made.getvalue(), "x.docx").reason is Reason.WRONG_TYPE


def test_an_encrypted_workbook_asks_for_its_password() -> None:
    wrapped = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 1000
    assert read_upload(wrapped, "x.xlsx").reason is Reason.PASSWORD


@pytest.mark.parametrize("kept", [600, 2000, 4000])
def test_a_truncated_old_workbook_is_refused(kept: int) -> None:
    data = (DATA / "oud.xls").read_bytes()[:kept]
    assert read_upload(data, "x.xls").reason in (Reason.UNREADABLE, Reason.WRONG_TYPE, Reason.NO_HEADER)


@pytest.mark.parametrize("name", ["oud.xls", "oud-1904.xls"])
def test_an_old_workbook_is_read_like_a_new_one(name: str) -> None:
    intake = read_upload((DATA / name).read_bytes(), "x.csv")
    assert [str(d) for d in cells(intake, "date")] == ["2026-07-03", "2026-07-04", "2026-07-05", "2026-07-05"]
    assert (cells(intake, "client"), cells(intake, "hours")) == (["00123", "12345", "8", "9"], [1.5, 1.5, None, 2.0])
    assert (intake.sheets, cells(intake, "line"), errors(intake), intake.rows_skipped) == (("K3",), [3, 4, 6, 7], [(5, "Datum", "31-02-2026", "bad_date")], 1)


LINE = "03-07-2026;1;A"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("a" * 40_000_000, Reason.NO_HEADER, id="one 40 MB line"),
        pytest.param(";" * 40_000_000, Reason.NO_HEADER, id="40 million cells"),
        pytest.param(";".join(f"kolom {i}" for i in range(3000)), Reason.NO_HEADER, id="three thousand unknown columns"),
        pytest.param(f"{HEADER}\n" + "\n" * 3_000_000, Reason.NO_ROWS, id="three million blank lines"),
        pytest.param(f"{HEADER}\n{LINE}{'x' * 40_000_000}\n{LINE}\n", None, id="a 40 MB cell"),
        pytest.param(f'{HEADER}\n{LINE};"{"y" * 200 + chr(34)}\n' * 1000 + f"{LINE}\n", None, id="quotes everywhere"),
        pytest.param(f"{HEADER}\n" + '"a\n' * 50_000, None, id="fifty thousand open quotes"),
        pytest.param(HEADER + "".join(f";kolom {i}" for i in range(900)) + "\n" + f"{LINE}{';x' * 900}\n" * 200, None, id="nine hundred columns"),
    ],
)
def test_a_hostile_text_file_is_over_in_seconds(text: str, reason: Reason | None) -> None:
    data = text.encode()
    start = time.process_time()
    intake = read_upload(data, "x.csv")
    assert time.process_time() - start < 10
    assert intake.reason is reason
    assert intake.rows_read == intake.rows_accepted + intake.rows_reported + intake.rows_skipped


def test_a_line_that_is_far_too_long_is_reported_with_its_beginning() -> None:
    intake = rows(LINE, f"{LINE}{'x' * 1_000_000}")
    (found,) = intake.errors
    assert (found.line, found.column, found.code.value, intake.rows_accepted) == (3, "*", "wrong_shape", 1)
    assert len(found.value) <= 200


def test_a_doctype_in_html_expands_nothing() -> None:
    bomb = BOMB + b"<html><table><tr><td>Datum<td>Client<td>Activiteit<tr><td>03-07-2026<td>1<td>&e9;</table></html>"
    intake = read_upload(bomb, "x.xls")
    assert intake.reason in (None, Reason.NO_HEADER)
    assert all(len(str(c)) < 100 for c in cells(intake, "activity"))
