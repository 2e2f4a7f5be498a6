"""Where pages begin: nothing left over at a page's foot or top, and one page where one page is promised."""

from dataclasses import replace

import pytest

from reporting.document.blocks import Block, Figure, Heading, Paragraph, Table
from reporting.document.canvas import text_width
from reporting.document.chapters.book import chapters_of
from reporting.document.layout import FEW, WIDE_BOLD, fitted, height, paginate, running_name
from reporting.document.palette import HOUSE, Room
from reporting.model.agreement import Indicator
from reporting.model.safe import Edition, Explanation, Report
from reporting.texts import report as words
from tests.unit.document import worlds

ROOM = HOUSE.room


def laid_out(report: Report) -> list[Block]:
    return paginate(chapters_of(report, HOUSE, lambda share, step: None), ROOM)


def pages_of(blocks: list[Block]) -> list[list[Block]]:
    """The blocks between the page breaks that are chosen here."""
    pages: list[list[Block]] = [[]]
    for block in blocks:
        starts = isinstance(block, Heading | Figure) and block.new_page
        if starts or (isinstance(block, Heading) and block.level == 1 and not block.joined):
            pages.append([])
        pages[-1].append(block)
    return [page for page in pages if page]


@pytest.mark.parametrize("shape", ["large", "no_stories", "first_year", "long_names", "eight_stories"])
def test_no_theme_ends_in_a_few_lines_on_a_page(shape: str) -> None:
    for page in pages_of(laid_out(worlds.SHAPES[shape]())):
        tall = sum(height(b, ROOM) for b in page)
        first = page[0]
        if isinstance(first, Heading) and first.text == words.EXPLANATION:
            assert tall >= FEW
        if isinstance(first, Heading) and first.text.startswith("Thema"):
            assert not 0 < tall - ROOM.page < FEW


def test_a_chapter_of_a_few_lines_shares_a_page() -> None:
    report = worlds.typical()
    short = replace(report, stories=report.stories[:1], chapters=frozenset({"annex"}))
    heads = {b.text: b for b in laid_out(short) if isinstance(b, Heading) and b.level == 1}
    assert heads[words.CHAPTERS["unseen"]].joined
    assert not heads[words.CHAPTERS["summary"]].joined
    told = {b.text: b for b in laid_out(report) if isinstance(b, Heading) and b.level == 1}
    assert not told[words.CHAPTERS["unseen"]].joined


def test_a_page_with_room_holds_the_explanation_too() -> None:
    page = next(p for p in pages_of(laid_out(worlds.no_stories())) if isinstance(p[0], Heading) and p[0].text.startswith("Thema 3"))
    assert any(isinstance(b, Heading) and b.text == words.EXPLANATION for b in page)


def test_where_all_is_hidden_there_is_no_chart_without_a_bar() -> None:
    captions = [b.caption for b in laid_out(worlds.all_hidden()) if isinstance(b, Figure)]
    assert captions == ["Wat is bereikt van het jaardoel"]


@pytest.mark.parametrize("shape", [s for s in worlds.SHAPES if s not in ("annual", "conversation", "final", "first_meeting")])
def test_the_conversation_page_is_one_page(shape: str) -> None:
    report = replace(worlds.SHAPES[shape](), edition=Edition.CONVERSATION)
    assert sum(height(b, ROOM) for b in laid_out(report)) <= ROOM.page


def test_the_longest_story_goes_without_its_quote_before_the_page_is_two() -> None:
    report = worlds.long_names()
    told = replace(report.stories[0], story=replace(report.stories[0].story, text=" ".join(["samen eten"] * 60)))
    blocks = laid_out(replace(report, stories=(told,), edition=Edition.CONVERSATION))
    assert not any(isinstance(b, Paragraph) and b.style in ("VerhaalCitaat", "Kernboodschap") for b in blocks)
    assert sum(height(b, ROOM) for b in blocks) <= ROOM.page


@pytest.mark.parametrize("shape", ["typical", "first_year", "final"])
def test_the_summary_is_one_page_with_room_for_a_line(shape: str) -> None:
    page = next(p for p in pages_of(laid_out(worlds.SHAPES[shape]())) if isinstance(p[0], Heading) and p[0].text == words.CHAPTERS["summary"])
    assert any(isinstance(b, Figure) for b in page)
    assert sum(height(b, ROOM) for b in page) <= ROOM.page - 1.5


def test_a_long_explanation_goes_on_where_it_stands() -> None:
    long = Explanation(*(" ".join(["Wij helpen elkaar in de wijk."] * 40) for _ in range(4)))
    report = worlds.no_stories()
    blocks = laid_out(replace(report, explanations=dict.fromkeys(report.explanations, long)))
    assert [b.text for b in blocks if isinstance(b, Heading) and b.text == words.EXPLANATION] == [words.EXPLANATION] * 3


@pytest.mark.parametrize("wide", [1.13, 1.27])
def test_no_word_of_a_table_is_cut_in_a_face_that_runs_wide(wide: float) -> None:
    room = Room(ROOM.page, wide)
    tables = [b for report in (worlds.typical(), worlds.annual()) for b in laid_out(report) if isinstance(b, Table) and not b.key_figures]
    for table in tables:
        columns = [c for b in (fitted(table, room),) if isinstance(b, Table) for c in b.columns]
        assert sum(c.width for c in columns) == pytest.approx(sum(c.width for c in table.columns))
        for column in columns[1:]:
            widest = max(text_width(word, 9.5 / 0.75, True) for word in column.header.split())
            assert widest * wide * 2.54 / 96 <= column.width - 0.25
        names = [word for row in table.rows for run in row[0].lines[0].runs for word in run.text.split()]
        assert max(text_width(word, 10 / 0.75, True) for word in names) * wide * WIDE_BOLD * 2.54 / 96 <= columns[0].width - 0.25
    assert any(fitted(t, room) != t for t in tables)


def key_styles(report: Report, room: Room) -> set[str]:
    """The styles of the numbers among the key figures, as the page asks."""
    tables = (fitted(b, room) for b in laid_out(report) if isinstance(b, Table) and b.key_figures)
    return {cell.lines[0].style for t in tables if isinstance(t, Table) for row in t.rows for cell in row}


def test_a_key_figure_is_never_broken() -> None:
    year = replace(worlds.long_names(), edition=Edition.ANNUAL)  # 123.456 among them
    assert key_styles(year, ROOM) == {"Kerncijfer"}
    assert key_styles(year, Room(ROOM.page, 1.27)) == {"KerncijferWoord"}
    assert key_styles(worlds.typical(), Room(ROOM.page, 1.27)) == {"Kerncijfer"}


@pytest.mark.parametrize(("page", "districts", "charts"), [(23.5, 25, 1), (25.3, 25, 1), (19.5, 70, 0)])
def test_a_chart_of_many_districts_stands_under_the_head_of_its_chapter_and_none_is_higher_than_a_page(page: float, districts: int, charts: int) -> None:
    labels = tuple(f"Wijk {n}" for n in range(districts))
    row: tuple[Indicator, worlds.Values] = (worlds.typical_table().indicators[0], (571, 604, 645, 618, 642, 1905))
    report, palette = worlds.make(worlds.table_of([row], districts=labels)), replace(HOUSE, room=Room(page, 1.27))
    blocks = paginate(chapters_of(report, palette, lambda share, step: None), palette.room)
    start = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.text == words.CHAPTERS["reach"])
    by_district = [b for b in blocks[start : start + 5] if isinstance(b, Figure)]
    assert len(by_district) == charts
    assert not any(isinstance(b, Heading | Figure) and b.new_page for b in blocks[start : start + 5])


def test_long_contents_take_the_reading_guide_to_a_page_of_its_own_rather_than_leave_a_table_alone() -> None:
    room = Room(23.5, 1.27)
    blocks = paginate(chapters_of(worlds.large(), replace(HOUSE, room=room), lambda share, step: None), room)
    signs = next(n for n, b in enumerate(blocks) if isinstance(b, Table) and b.caption == words.SIGNS)
    start = next(n for n in range(signs, 0, -1) if isinstance(b := blocks[n], Heading) and (b.new_page or b.level == 1))
    first = blocks[start]
    assert isinstance(first, Heading)
    assert (first.text, first.new_page) == (words.HOW_TO_READ, True)


def test_the_running_head_stays_on_one_line_whatever_the_name_and_the_face() -> None:
    rest = (" · Kwartaalrapport 3e kwartaal 2026", " · CONCEPT · VOORBEELDGEGEVENS")
    name = "Stichting Welzijn en Maatschappelijke Dienstverlening Waterlinde"
    plain, wide = (running_name(name, *rest, Room(ROOM.page, face)) for face in (1.0, 1.27))
    assert len(wide) < len(plain) <= 42
    assert wide.endswith("…")
    assert running_name("Welzijn Waterlinde", *rest, Room(ROOM.page, 1.27)) == "Welzijn Waterlinde"
