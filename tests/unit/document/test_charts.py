"""Charts read the protected table alone, say the same words, and are the same picture twice."""

from dataclasses import replace

import pytest

from reporting.document.canvas import fit, text_width
from reporting.document.charts import breakdown_bars, bullets, quarter_bars, quarter_panels, recommend_bars
from reporting.document.drawing import Drawing, png, renumber, svg
from reporting.document.palette import HOUSE, contrast, with_primary
from reporting.document.panels import quarter_goal
from reporting.model.figure import Dimension, FigureKey
from reporting.model.period import Period, Quarter
from reporting.model.safe import Mark, SafeCell, SafeTable
from tests.unit.document import worlds

TABLE = worlds.typical_table()


def with_cell(code: str, cell: SafeCell) -> SafeTable:
    """The typical table with another figure this quarter."""
    key = FigureKey(code, Period(worlds.QUARTER))
    return replace(TABLE, figures={**TABLE.figures, key: replace(TABLE.figures[key], cell=cell)})


def fills(drawing: Drawing, colour: str) -> int:
    """How many rectangles have that colour."""
    return sum(r["c"] == f"#{colour}" for r in drawing.sheet.shapes["rects"])


def words(drawing: Drawing) -> list[str]:
    """The words in a drawing."""
    return [t["t"] for t in drawing.sheet.shapes["texts"]]


@pytest.mark.parametrize("mark", Mark)
def test_a_figure_without_a_number_has_no_bar_and_says_its_word(mark: Mark) -> None:
    shown, hidden = quarter_bars(TABLE, "A1"), quarter_bars(with_cell("A1", SafeCell(None, mark)), "A1")
    assert (fills(shown, HOUSE.primary), fills(hidden, HOUSE.primary)) == (1, 0)
    assert f"3e kwartaal 2026: {worlds.cell_text(SafeCell(None, mark))}" in hidden.alt_text


def test_the_other_bars_do_not_move_when_a_smaller_figure_is_hidden() -> None:
    shown, hidden = quarter_bars(TABLE, "A1"), quarter_bars(with_cell("A1", SafeCell(None, Mark.HIDDEN)), "A1")
    assert [r for r in shown.sheet.shapes["rects"] if r["c"] != f"#{HOUSE.primary}"] == hidden.sheet.shapes["rects"]


def test_classes_stand_in_the_order_of_the_table_and_hidden_ones_keep_their_place() -> None:
    drawing = breakdown_bars(TABLE, "A1", Dimension.DISTRICT)
    said = words(drawing)
    assert [w for w in said if w in TABLE.districts] == list(TABLE.districts)
    assert said[said.index("Zuid") + 1] == "niet getoond"


def test_the_bullet_chart_says_attention_in_words_and_shows_nothing_for_a_hidden_share() -> None:
    drawing = bullets(TABLE)
    assert "44% vraagt aandacht" in words(drawing)
    assert fills(drawing, HOUSE.warm_fill) == 1
    assert "niet getoond" in words(drawing)
    assert "Vrouwen die meer meedoen: niet getoond, nu past 4 van 5." in drawing.alt_text


def test_answers_are_named_once_and_read_in_order() -> None:
    assert [w for w in words(recommend_bars(TABLE)) if "(" in w] == ["Ja (9 of 10)", "Misschien (7 of 8)", "Nee (0 t/m 6)"]


def test_only_units_that_add_up_have_a_quarter_line() -> None:
    goals = {i.code: quarter_goal(i, Quarter(2026, 3)) for i in TABLE.indicators}
    assert (goals["A1"], goals["A3"], goals["B2"], goals["B3"], goals["B4"]) == (None, 225.0, 75.0, 8.0, None)


def test_the_same_drawing_is_the_same_picture_and_an_altair_chart_too() -> None:
    drawing = quarter_panels(TABLE, ["A1", "A3", "C2"])
    assert svg(drawing) == svg(quarter_panels(TABLE, ["A1", "A3", "C2"]))
    assert png(svg(drawing)).startswith(b"\x89PNG")
    assert drawing.chart.to_dict()["datasets"]["rects"] == drawing.sheet.shapes["rects"]


def test_a_drawing_that_was_drawn_before_is_not_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    once = svg(quarter_panels(TABLE, ["A1", "A3"]))
    monkeypatch.setattr("vl_convert.vega_to_svg", lambda spec: pytest.fail("drawn twice"))
    assert svg(quarter_panels(TABLE, ["A1", "A3"])) == once


def test_ids_that_count_on_are_numbered_anew() -> None:
    assert (
        renumber('<g clip-path="url(#clip17)"/><clipPath id="clip17"/><clipPath id="clip9"/>')
        == '<g clip-path="url(#clip0)"/><clipPath id="clip0"/><clipPath id="clip1"/>'
    )


@pytest.mark.parametrize("text", ["Bezoekers van de buurthuizen in alle wijken", "Arbeidsongeschiktheidsverzekeringsmaatschappij", ""])
def test_words_are_broken_to_fit(text: str) -> None:
    broken = fit(text, 120, 11)
    assert len(broken) <= 2
    assert all(text_width(line.rstrip("…"), 11) <= 120 for line in broken)


@pytest.mark.parametrize("colour", ["FFE000", "FFFFFF", "0B5563", "FF0000", "7FFFD4"])
def test_any_primary_colour_is_made_readable(colour: str) -> None:
    palette = with_primary(colour)
    assert contrast(palette.primary, "FFFFFF") >= 4.5
    assert contrast(palette.primary, palette.tint) >= 4.5
