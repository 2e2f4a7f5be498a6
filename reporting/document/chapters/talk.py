"""In conversation: what you asked and what happened with it, what we expect, questions, and an invitation."""

from collections.abc import Iterator

from reporting.document.blocks import Block, Editable, Heading, Listing, Paragraph, Text, plain
from reporting.document.chapters.answering import answering_back
from reporting.document.chapters.common import key_message
from reporting.document.markup import lines, one_line
from reporting.model.safe import Edition, Invitation, Report
from reporting.texts import report as words
from reporting.texts.report_year import NO_TALKS


def talk(report: Report) -> Iterator[Block]:
    """The chapter's blocks. Without own questions the first three of the standard ones are asked."""
    said = report.conversation
    yield Heading(1, words.CHAPTERS["talk"])
    yield key_message(report, "talk", words.TALK_MESSAGE, "bewerk_kern_gesprek")
    yield from _last_time(report)
    if outlook := lines(said.outlook):
        yield Heading(2, words.OUTLOOK)
        yield Editable(outlook, "bewerk_vooruitblik")
    yield from questions(report, 5)
    if one_line(said.invitation.what):
        yield Heading(2, words.VISIT)
        yield from invitation(said.invitation)


def _last_time(report: Report) -> Iterator[Block]:
    """What was asked and what happened with it. To a new reader the talks with who came before; in an annual report it is said where there were none."""
    said, new, annual = report.conversation, report.edition is Edition.FIRST_MEETING, report.edition is Edition.ANNUAL
    asked, happened = ((), ()) if new else (lines(said.asked_last_time), lines(said.happened_since))
    if not (asked or happened or report.talks or annual):
        return
    yield Heading(2, words.EARLIER if new else words.OF_THE_YEAR if annual else words.LAST_TIME)
    if asked:
        yield Editable(asked, "bewerk_gevraagd", words.ASKED)
    if happened:
        yield Editable(happened, "bewerk_gebeurd", words.HAPPENED)
    for number, told in enumerate(report.talks, start=1):
        yield from answering_back(told, number, new_reader=new)
    if annual and not report.talks:
        yield Paragraph(plain(NO_TALKS))


def questions(report: Report, most: int) -> Iterator[Block]:
    """The numbered questions, at most that many; the first three standard ones where none were chosen."""
    asked = [q for q in (one_line(q) for q in report.conversation.questions) if q] or list(words.QUESTIONS[:3])
    yield Heading(2, words.TALK_QUESTIONS)
    yield Listing(tuple(plain(q) for q in asked[:most]), numbered=True, bookmark="bewerk_vraag")


def invitation(given: Invitation) -> Iterator[Block]:
    """The invitation as a box of paragraphs: what, when, whom you meet, contact."""
    what, when = one_line(given.what), one_line(given.day)
    moment = ", ".join(t for t in (when, one_line(given.time)) if t)
    whom = one_line(given.whom)
    tail = " ".join(t for t in (f"{moment[:1].upper()}{moment[1:]}." if moment else "", f"U ontmoet {whom}." if whom else "") if t)
    lead = what if what[-1] in ".!?" else f"{what}."
    yield Paragraph((Text(lead, "Strong"), *((Text(f" {tail}"),) if tail else ())), "Uitnodiging", "bewerk_uitnodiging")
    contact = one_line(given.contact)
    yield Paragraph(plain(words.OTHER_MOMENT + (f" Neem contact op met {contact}{'' if contact[-1] in '.!?' else '.'}" if contact else "")), "UitnodigingSlot")
