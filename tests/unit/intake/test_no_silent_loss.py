"""Point 2 of the intake issue, as properties over generated and polluted files: nothing is lost, every line number is the physical one."""

import string

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reporting.intake import Intake, read_upload
from reporting.intake.header import REGISTRATION
from reporting.intake.lines import Head, read_body, read_head
from reporting.intake.splitter import records

CALM = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
HEADER = "Datum;Cliëntnummer;Activiteit;Wijk;Uren"

good = st.builds(
    lambda day, month, client, activity, hours: f"{day:02d}-{month:02d}-2026;{client};{activity};Noord;{hours}",
    st.integers(1, 28),
    st.integers(1, 12),
    st.text(string.ascii_letters + string.digits, min_size=1, max_size=6).map(lambda t: "c" + t),
    st.sampled_from(["A1", "Café", '"A;B"', '"zeg ""ja"""']),
    st.sampled_from(["", "1,5", "2", "0:30"]),
)
bad = st.sampled_from(
    [
        *(
            "31-02-2026;1;A;Noord;1",
            "03-07-2026;;A;Noord;1",
            "03-07-2026;1;A;Noord;99",
            '03-07-2026;1;"A;Noord;1',
            "03-07-2026,1,A,Noord,1",
            "03-07-2026;1;A;N;1;x",
        ),
        *("03-07-2026", "zomaar iets", '"', '"";""', "=1;2;3", "03-07-2026;1,2E+11;A"),
    ]
)
odd = st.sampled_from(["", ";;;;", "Totaal;;;;12", HEADER, " ", "Einde rapport"])
anything = st.text(st.characters(codec="utf-8", exclude_characters="\n\r\0"), max_size=40)
lines = st.lists(st.one_of(good, good, good, bad, odd, anything), max_size=30)
ends = st.sampled_from(["\n", "\r\n", "\r"])


def whole(intake: Intake) -> bool:
    """Whether the sum is right and every reported row is a row with an error."""
    reported = {(f.sheet, f.line) for f in intake.errors}
    return intake.rows_read == intake.rows_accepted + intake.rows_reported + intake.rows_skipped and len(reported) == intake.rows_reported


@CALM
@given(lines, ends)
def test_every_record_is_accepted_reported_or_skipped(body: list[str], end: str) -> None:
    intake = read_upload(end.join([HEADER, *body, ""]).encode(), "x.csv")
    if intake.reason is None:
        assert whole(intake)
        multiline = sum(1 for text in body if text.count('"') % 2)
        assert len(body) - 200 * multiline <= intake.rows_read <= len(body)


@CALM
@given(st.lists(st.tuples(good, st.sampled_from(["", "x", '"'])), min_size=1, max_size=30))
def test_every_line_number_is_the_physical_one(marked: list[tuple[str, str]]) -> None:
    body = [line if not mark else (mark + line if mark == "x" else line.replace(";", f";{mark}", 1)) for line, mark in marked]
    intake = read_upload("\n".join([HEADER, *body]).encode(), "x.csv")
    wrong = [n + 2 for n, (_, mark) in enumerate(marked) if mark]
    assert sorted({f.line for f in intake.errors}) == wrong
    assert intake.frame["line"].tolist() == [n for n in range(2, len(body) + 2) if n not in wrong]


@CALM
@given(st.lists(st.one_of(good, good, bad, odd, anything), min_size=1, max_size=40))
def test_the_fast_way_reads_what_the_careful_way_reads(body: list[str]) -> None:
    text = "\n".join([HEADER, *body, ""]).encode()
    head = read_head(text, REGISTRATION)
    assert head is not None
    table = read_body(text, head, {0, 1, 2})
    assert [(int(line), *cells) for line, *cells in zip(table.lines, *(c.to_pylist() for c in table.columns), strict=True)] == careful(body, head)


def careful(body: list[str], head: Head) -> list[tuple[object, ...]]:
    """The records as the careful splitter alone reads them, padded to the header."""
    width = len(head.header.cells)
    return [(r.line, *[*r.cells, *[""] * width][:width]) for r in records(body, head.dialect, head.body_line, head.width, width)]


@CALM
@given(st.binary(max_size=300))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    assert whole(read_upload(data, "x"))


@CALM
@given(st.binary(max_size=60), st.integers(0, 400))
def test_no_damage_in_a_file_makes_it_fail(damage: bytes, at: int) -> None:
    text = ("\n".join([HEADER, *["03-07-2026;1;Café;Noord;1,5"] * 10])).encode()
    assert whole(read_upload(text[:at] + damage + text[at:], "x"))
