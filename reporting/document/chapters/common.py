"""What chapters share: which stories stand where, the names of bookmarks, cells with a figure in them."""

from collections.abc import Iterator, Sequence

from reporting.document.blocks import Block, Cell, Heading, Line, Link, Paragraph, Runs, Text, plain
from reporting.document.markup import lines, one_line
from reporting.model.agreement import Indicator, Unit
from reporting.model.figure import FigureKey
from reporting.model.period import Period
from reporting.model.safe import Mark, NumberedStory, Report, SafeCell
from reporting.texts import story_words
from reporting.texts.figures import cell_text, mark_meaning, mark_text

_QUOTES = "‘’“”\"'"


def story_mark(story: NumberedStory) -> str:
    """The bookmark of a story."""
    return f"verhaal_{story.number}"


def figure_mark(report: Report, indicator: Indicator) -> str:
    """The bookmark of an indicator's row in its theme."""
    return f"cijfer_{report.table.indicators.index(indicator) + 1}"


def indicators_of(report: Report, theme: str) -> tuple[Indicator, ...]:
    """The theme's indicators, in the order of the agreements."""
    return tuple(i for i in report.table.indicators if i.theme == theme)


def own_indicator(report: Report, story: NumberedStory) -> Indicator | None:
    """The first of the story's indicators in the report's order; None for a story outside the figures."""
    return next((i for i in report.table.indicators if i.code in story.story.indicators), None)


def stories_in(report: Report, theme: str | None) -> tuple[NumberedStory, ...]:
    """The stories told in a theme; None: those outside the figures."""
    found = ((s, own_indicator(report, s)) for s in report.stories)
    return tuple(s for s, i in found if (None if i is None else i.theme) == theme)


def may_link(report: Report, indicator: Indicator) -> bool:
    """True where story numbers may stand at this figure: their number says nothing about a hidden count."""
    verdict = report.table.verdicts.get(indicator.code)
    return verdict is not None and verdict.stories


def linked_stories(report: Report, indicator: Indicator) -> tuple[NumberedStory, ...]:
    """The stories whose numbers stand at a figure."""
    if not may_link(report, indicator):
        return ()
    return tuple(s for s in report.stories if indicator.code in s.story.indicators)


def story_links(stories: tuple[NumberedStory, ...]) -> Runs:
    """ "verhaal V1" or "verhalen V1, V3", each number a link."""
    runs: list[Text | Link] = [Text("verhaal " if len(stories) == 1 else "verhalen ")]
    for n, story in enumerate(stories):
        runs += [Text(", ")] if n else []
        runs.append(Link(story.number, story_mark(story)))
    return tuple(runs)


def story_box(report: Report, story: NumberedStory, level: int = 3, linked: bool = True) -> Iterator[Block]:
    """A story: its title as heading, and quote, text and source as one box of three paragraphs. `linked`: the figures are in this document."""
    told = story.story
    yield Heading(level, one_line(told.title) or f"Verhaal {story.number}", story_mark(story))
    quote = one_line(told.quote).strip(_QUOTES).strip()
    if quote:
        yield Paragraph((Text(f"‘{quote}’"),), "VerhaalCitaat")
    for text in lines(told.text):
        yield Paragraph((Text(text),), "VerhaalTekst")
    yield Paragraph(_source(report, story, linked), "VerhaalBron")


def _source(report: Report, story: NumberedStory, with_links: bool) -> Runs:
    runs: list[Text | Link] = [Text(f"Verhaal {story.number}. ", "Strong"), Text(story_words.teller(story.story))]
    linked = [i for i in report.table.indicators if i.code in story.story.indicators and may_link(report, i)]
    if linked:
        runs.append(Text(" Hoort bij "))
        for n, indicator in enumerate(linked):
            runs += [Text(" en " if n == len(linked) - 1 else ", ")] if n else []
            name = one_line(indicator.name)
            runs.append(Link(name, figure_mark(report, indicator)) if with_links else Text(name))
        runs.append(Text("."))
    changed = one_line(story.story.what_changed)
    if changed:
        runs.append(Text(f" Wat wij veranderden: {changed}" + ("" if changed[-1] in ".!?" else ".")))
    return tuple(runs)


def key_message(report: Report, place: str, own: str, bookmark: str) -> Paragraph:
    """The key message of a place: a person's where one wrote it (read back from Word), else the app's own."""
    return Paragraph(plain(one_line(report.messages.get(place, "")) or own), "Kernboodschap", bookmark)


def findings_of(report: Report, place: str, own: Sequence[str]) -> tuple[str, ...]:
    """The points of a list of findings: a person's where one wrote them, else the app's own."""
    return lines(report.messages.get(place, "")) or tuple(own)


def figure_cell(report: Report, subject: str, unit: Unit, period: Period) -> Cell:
    """A table's cell with the figure of a subject in a period."""
    key = FigureKey(subject, period)
    found = report.table.figures.get(key)
    return value_cell(None if found is None else found.cell, unit, report.table.threshold, str(key))


def value_cell(value: SafeCell | None, unit: Unit, threshold: int, figure: str = "") -> Cell:
    """A table's cell with a value, or with its mark in the smaller letter of words. `figure` is the name of the figure."""
    known = value is not None and value.value is not None
    return Cell((Line((Text(cell_text(value, unit, threshold)),), "" if known else "Tabelwoord"),), figure=figure if known else "")


def marks_note(report: Report, cells: list[SafeCell | None]) -> str:
    """The explanation of the marks that occur among the cells, as a note under the table; "" where none occur."""
    found = {Mark.UNKNOWN if c is None else c.mark for c in cells}
    said = [
        f"‘{mark_text(m, report.table.threshold)}’: {_lower(mark_meaning(m, report.table.threshold))}"
        for m in Mark
        if m in found and m is not Mark.NOT_APPLICABLE
    ]
    return " ".join(said)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
