"""The chapters in their order (REPORT section 1): which there are, and what the reader is told about those that are not."""

from collections.abc import Callable
from dataclasses import replace

from reporting.document.blocks import Block
from reporting.document.chapters.annex import annex, terms
from reporting.document.chapters.common import stories_in
from reporting.document.chapters.conversation import conversation_page
from reporting.document.chapters.cover import cover
from reporting.document.chapters.guide import guide
from reporting.document.chapters.opinions import asked_themes, opinions
from reporting.document.chapters.reach import reach, reached
from reporting.document.chapters.summary import summary
from reporting.document.chapters.talk import talk
from reporting.document.chapters.theme import theme_chapter
from reporting.document.chapters.unseen import has_unseen, unseen
from reporting.document.palette import Palette
from reporting.model.figure import Dimension
from reporting.model.safe import Edition, NumberedStory, Report
from reporting.texts import report as words

Told = Callable[[float, str], None]
BRIEF = frozenset({"contents", "annex", "unseen"})  # what a first meeting does without


def chapters_of(report: Report, palette: Palette, progress: Told) -> list[Block]:
    """All blocks of the report's edition, without the chapters the maker left out and those there is no data for."""
    if report.edition is Edition.CONVERSATION:
        return conversation_page(report, palette)
    left_out = report.chapters | (BRIEF if report.edition is Edition.FIRST_MEETING else frozenset())
    report = replace(report, stories=_told(report, left_out))
    found: list[Block] = list(cover(report))
    has_opinions, has_reach = bool(asked_themes(report)), any(reached(report, d) for d in Dimension)
    if "summary" not in left_out:
        progress(0.02, "Samenvatting opstellen")
        found += summary(report, palette)
    if "contents" not in left_out:
        found += guide(report, () if has_opinions or "opinions" in left_out else (words.NO_OPINIONS,))
    if "themes" not in left_out:
        for number, theme in enumerate(report.themes, start=1):
            progress(0.05 + 0.2 * number / len(report.themes), f"Thema {number} opstellen")
            found += theme_chapter(report, number, theme, palette)
    if "opinions" not in left_out and has_opinions:
        found += opinions(report, palette)
    progress(0.28, "Bereik opstellen")
    if "reach" not in left_out and has_reach:
        found += reach(report, palette)
    if "unseen" not in left_out and has_unseen(report):
        found += unseen(report)
    if "talk" not in left_out:
        found += talk(report)
    if report.edition is Edition.FIRST_MEETING:
        found += terms()
    if "annex" not in left_out:
        found += annex(report)
    return found


def _told(report: Report, left_out: frozenset[str]) -> tuple[NumberedStory, ...]:
    """The stories this document tells, so that none is named that is not there: of each theme all, at a first meeting one."""
    most = 1 if report.edition is Edition.FIRST_MEETING else None
    themes = () if "themes" in left_out else report.themes
    told = {s.number for theme in themes for s in stories_in(report, theme)[:most]}
    told |= set() if "unseen" in left_out else {s.number for s in stories_in(report, None)}
    return tuple(s for s in report.stories if s.number in told)
