"""What the figures do not show: special achievements no indicator sees, and what did not work."""

from collections.abc import Iterator

from reporting.document.blocks import Block, Editable, Heading, Link, Paragraph, Text
from reporting.document.chapters.common import key_message, own_indicator, stories_in, story_box, story_mark
from reporting.document.markup import lines
from reporting.model.safe import Report
from reporting.texts import report as words


def has_unseen(report: Report) -> bool:
    """True where there is something to say in this chapter."""
    return bool(lines(report.conversation.not_in_figures) or stories_in(report, None) or any(s.story.failed for s in report.stories))


def unseen(report: Report) -> Iterator[Block]:
    """The chapter's blocks; only called where there is something to say."""
    outside = stories_in(report, None)
    yield Heading(1, words.CHAPTERS["unseen"])
    yield key_message(report, "unseen", words.UNSEEN_MESSAGE, "bewerk_kern_onzichtbaar")
    typed = lines(report.conversation.not_in_figures)
    special = [s for s in outside if not s.story.failed]
    if typed or special:
        yield Heading(2, words.SPECIAL)
        if typed:
            yield Editable(typed, "bewerk_niet_in_cijfers")
        for story in special:
            yield from story_box(report, story)
    failed = [s for s in outside if s.story.failed]
    elsewhere = [s for s in report.stories if s.story.failed and own_indicator(report, s) is not None]
    if failed or elsewhere:
        yield Heading(2, words.FAILED)
        if elsewhere:
            runs: list[Text | Link] = [Text("Over wat niet lukte gaat ook ")]
            for n, story in enumerate(elsewhere):
                runs += [Text(" en " if n == len(elsewhere) - 1 else ", ")] if n else []
                runs.append(Link(f"verhaal {story.number}", story_mark(story)))
            yield Paragraph((*runs, Text(". Wij leren ervan en praten er graag met u over.")))
        for story in failed:
            yield from story_box(report, story)
