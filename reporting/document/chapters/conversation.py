"""The gesprekspagina: one A4 with three figures, one story, three questions and one invitation."""

from dataclasses import replace

from reporting.document.blocks import Block, Heading, Paragraph, plain
from reporting.document.chapters.common import key_message, story_box
from reporting.document.chapters.summary import key_figures
from reporting.document.chapters.talk import invitation, questions
from reporting.document.layout import height
from reporting.document.markup import one_line
from reporting.document.palette import Palette
from reporting.model.safe import NumberedStory, Report
from reporting.texts import report as words
from reporting.texts import report_sentences as say

FULL = 0.97  # of the page, by our estimate: an editor that lays out a little wider still has it on one page
TITLE = 70  # letters of the story's title


def conversation_page(report: Report, palette: Palette) -> list[Block]:
    """The page's blocks. The first story that fits is told; where none does the key message goes, then the quote, which the story's text tells too."""
    shortest = sorted(report.stories, key=lambda s: len(s.story.text) + 3 * len(s.story.quote))
    for message, quote in ((True, True), (False, True), (False, False)):
        for story in report.stories or (None,):
            page = _page(report, story, message=message, quote=quote)
            if sum(height(b, palette.room) for b in page) <= palette.room.page * FULL:
                return page
    return _page(report, shortest[0] if shortest else None, message=False, quote=False)


def _page(report: Report, story: NumberedStory | None, *, message: bool, quote: bool) -> list[Block]:
    recipient = f", voor {say.short(one_line(report.recipient))}" if one_line(report.recipient) else ""
    about = f"{say.short(one_line(report.organisation))}{recipient}. {words.status_line(report.stamp)}"
    found: list[Block] = [Heading(1, words.EDITION_HEAD), Paragraph(plain(about), "Noot")]
    if message:
        own = say.on_course_sentence(say.standing(report.table, report.table.indicators))
        found.append(key_message(report, "talk", own, "bewerk_kern_gesprek"))
    found.append(key_figures(report, 3))
    if story is not None:
        told = replace(story.story, title=say.short(one_line(story.story.title), TITLE), quote=story.story.quote if quote else "")
        found += story_box(report, replace(story, story=told), level=2, linked=False)
    found += questions(report, 3)
    if one_line(report.conversation.invitation.what):
        found.append(Heading(2, words.VISIT))
        found += invitation(report.conversation.invitation)
    return found
