"""`render_story_sheet`: what was done with a story, for the person who told it."""

from dataclasses import dataclass
from datetime import date

from reporting.document.blocks import Block, Heading, Listing, Paragraph, plain
from reporting.document.markup import lines, one_line
from reporting.document.sheet import render_sheet
from reporting.model.period import Quarter
from reporting.model.safe import Edition
from reporting.model.talk import Talk
from reporting.texts import story_sheet as words


@dataclass(frozen=True, slots=True)
class ToldIn:
    """One document the story stood in."""

    edition: Edition
    quarter: Quarter
    recipient: str
    sent_on: date | None


@dataclass(frozen=True, slots=True)
class StorySheet:
    """What stands on the sheet. `talks` hold only the answers about this story."""

    organisation: str
    title: str  # as released
    told_in: tuple[ToldIn, ...]
    talks: tuple[Talk, ...]
    made_on: date


def render_story_sheet(sheet: StorySheet, template: bytes | None = None) -> bytes:
    """The sheet as a .docx, in the organisation's house style where a template is given; the same sheet gives the same bytes."""
    return render_sheet(_blocks(sheet), words.TITLE, sheet.organisation, sheet.made_on, one_line(sheet.title), template)


def _blocks(sheet: StorySheet) -> list[Block]:
    title = one_line(sheet.title)
    found: list[Block] = [Heading(1, words.TITLE, contents=False), Paragraph(plain(words.thanks(title)))]
    if sheet.told_in:
        found.append(Heading(2, words.TOLD_IN))
        found.append(Listing(tuple(plain(words.told_in(t.edition, t.quarter, one_line(t.recipient), t.sent_on)) for t in sheet.told_in)))
    for talk in sheet.talks:
        found.append(Heading(2, words.talked(talk.day, one_line(talk.whom))))
        for answer in talk.answers:
            for lead, text in ((words.ASKED, answer.asked), (words.PROMISED, answer.promised), (words.HAPPENED, answer.happened)):
                if typed := lines(text):
                    found.append(Heading(3, lead))
                    found += [Paragraph(plain(line)) for line in typed]
    if not sheet.talks:
        found += [Heading(2, words.NEXT), Paragraph(plain(words.NOT_YET))]
    found.append(Paragraph(plain(words.stamp(one_line(sheet.organisation), sheet.made_on)), "Noot"))
    return found
