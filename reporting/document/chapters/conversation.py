"""The gesprekspagina: one A4 with three figures, one story, three questions and one invitation."""

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


def conversation_page(report: Report, palette: Palette) -> list[Block]:
    """The page's blocks. Of the stories the first that fits is told, else the shortest; the key message goes where there is no room."""
    pages = (_page(report, story, True) for story in report.stories)
    fitting = [page for page in pages if sum(height(b, palette.room) for b in page) <= palette.room.page]
    if fitting:
        return fitting[0]
    shortest = min(report.stories, key=lambda s: len(s.story.text) + 3 * len(s.story.quote), default=None)
    return _page(report, shortest, message=shortest is None)


def _page(report: Report, story: NumberedStory | None, message: bool) -> list[Block]:
    sample = f" {words.SAMPLE_LINE}" if report.stamp.sample else ""
    about = f"{one_line(report.organisation)}, voor {one_line(report.recipient)}. {words.status_line(report.stamp)}{sample}"
    found: list[Block] = [Heading(1, words.EDITION_HEAD), Paragraph(plain(about), "Noot")]
    if message:
        own = say.on_course_sentence(say.standing(report.table, report.table.indicators))
        found.append(key_message(report, "talk", own, "bewerk_kern_gesprek"))
    found.append(key_figures(report, 3))
    if story is not None:
        found += story_box(report, story, level=2, linked=False)
    found += questions(report, 3)
    if one_line(report.conversation.invitation.what):
        found.append(Heading(2, words.VISIT))
        found += invitation(report.conversation.invitation)
    return found
