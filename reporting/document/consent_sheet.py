"""`render_consent_sheet`: the sheet a storyteller reads and signs, with the exact text that will be used."""

import re
from dataclasses import dataclass
from datetime import date

from reporting.document.blocks import Block, Cell, Column, Heading, Line, Listing, Paragraph, Runs, Table, Text
from reporting.document.markup import one_line
from reporting.document.sheet import render_sheet
from reporting.texts import consent_sheet as words
from reporting.texts.numbers import day

_BULLET = re.compile(r"^(?:[-*•–o] +)+")
_CODE = 12  # signs of the text's hash that stand on the sheet: enough to find the consent again


@dataclass(frozen=True, slots=True)
class ConsentSheet:
    """What stands on the sheet: the safe texts, whole and unchanged. `text_hash` is what a consent is bound to."""

    organisation: str
    title: str
    quote: str
    printed: str
    what_changed: str
    alias: str
    text_hash: str
    made_on: date


def render_consent_sheet(sheet: ConsentSheet, template: bytes | None = None) -> bytes:
    """The sheet as a .docx; the same sheet and template give the same bytes. No name of anybody but what the texts hold.

    Without a template (an organisation's own .docx, cleaned here) our own house style is used. Raises InputRejected as `render_word` does.
    """
    return render_sheet(_blocks(sheet), words.TITLE, sheet.organisation, sheet.made_on, sheet.text_hash, template)


def _blocks(sheet: ConsentSheet) -> list[Block]:
    return [
        Heading(1, words.TITLE, contents=False),
        _said(words.INTRO),
        Heading(2, words.STORY),
        *_story(sheet),
        Heading(2, words.USE),
        _uses(),
        _said(words.UNTIL.format(line=words.LINE)),
        Heading(2, words.RIGHTS_HEADING),
        Listing(tuple(_runs(line) for line in words.RIGHTS)),
        Heading(2, words.SIGN),
        _said(words.SEEN.format(box=words.BOX)),
        *(_said(line.format(line=words.LINE)) for line in words.SIGN_LINES),
        _said(words.OTHERS.format(box=words.BOX)),
        Paragraph(_runs(_stamp(sheet)), "Noot"),
    ]


def _story(sheet: ConsentSheet) -> list[Block]:
    """Title, text and quote as the report prints them, and what the reader is told beside them."""
    told: list[Block] = [Heading(3, one_line(sheet.title))]
    told += [_line(line.strip()) for line in sheet.printed.splitlines() if line.strip()]
    if quote := one_line(sheet.quote):
        told += [_said(words.QUOTE), Paragraph(_runs(f"“{quote.strip('“”‘’ ')}”"), "Kernboodschap")]
    if alias := one_line(sheet.alias):
        told.append(_said(words.ALIAS.format(alias=alias)))
    if changed := one_line(sheet.what_changed):
        told.append(_said(words.CHANGED.format(changed=changed)))
    return told


def _line(text: str) -> Block:
    """A typed line; one that begins with a dash or bullet is an item of a real list."""
    item = _BULLET.sub("", text)
    return Listing((_runs(item),)) if item and item != text else Paragraph(_runs(text))


def _uses() -> Table:
    """Each purpose is asked separately."""
    rows = tuple((_cell(purpose), _cell(words.BOX), _cell(words.BOX)) for purpose in words.PURPOSES)
    columns = (Column(words.WHERE, 9.0, right=False), Column(words.YES, 2.5), Column(words.NO, 2.5))
    return Table(words.USE_CAPTION, "", columns, rows, words.USE_DESCRIPTION)


def _stamp(sheet: ConsentSheet) -> str:
    organisation = one_line(sheet.organisation) or words.NO_ORGANISATION
    return words.STAMP.format(organisation=organisation, day=day(sheet.made_on), code=sheet.text_hash[:_CODE])


def _cell(text: str) -> Cell:
    return Cell((Line(_runs(text)),))


def _said(text: str) -> Paragraph:
    return Paragraph(_runs(text))


def _runs(text: str) -> Runs:
    return (Text(text),)
