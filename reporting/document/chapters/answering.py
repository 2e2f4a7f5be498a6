"""Answering back: what was asked after the last report, what was promised, and what was done. It opens the talk chapter."""

from collections.abc import Iterator

from reporting.document.blocks import Block, Cell, Column, Line, Paragraph, Table, plain
from reporting.document.markup import lines, one_line
from reporting.model.talk import TalkedStory, ToldTalk
from reporting.texts import report_talks as words
from reporting.texts.numbers import day

_WIDTHS = (5.6, 5.2, 5.2)


def answering_back(told: ToldTalk, number: int, *, new_reader: bool = False) -> Iterator[Block]:
    """One talk: when and with whom, and a table with one row for each thing that was asked. A new reader is not told that they asked it."""
    yield Paragraph(plain(words.met(day(told.day), one_line(told.whom))), "NaTabel" if number > 1 else "Normal")
    if told.answers:
        columns = tuple(Column(head, width, right=False) for head, width in zip(words.HEADS_EARLIER if new_reader else words.HEADS, _WIDTHS, strict=True))
        rows = tuple((_asked(a), _cell(a.answer.promised, words.NOTHING_PROMISED), _cell(a.answer.happened, words.NOTHING_DONE)) for a in told.answers)
        yield Table(words.caption(number, new_reader=new_reader), "", columns, rows, words.described(len(rows)))


def _asked(told: TalkedStory) -> Cell:
    """What was asked, and under it the question or the story it was about."""
    about = words.about_story(one_line(told.title)) if told.answer.story else words.about_question(one_line(told.answer.subject))
    return Cell((*_lines(told.answer.asked, words.NOTHING_ASKED), *((Line(plain(about), "Tabelregel"),) if about else ())))


def _cell(text: str, otherwise: str) -> Cell:
    return Cell(_lines(text, otherwise))


def _lines(text: str, otherwise: str) -> tuple[Line, ...]:
    return tuple(Line(plain(line)) for line in lines(text) or (otherwise,))
