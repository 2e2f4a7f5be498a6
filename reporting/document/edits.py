"""The manager's edits: what stands now in the paragraphs people may change, found by the bookmarks that survive Word and LibreOffice."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reporting.document.figures_part import marked_texts, read_figures
from reporting.document.reading import parts_of, xml_of
from reporting.model.safe import Conversation, Explanation
from reporting.texts.report import ASKED, EXPLANATION_LEADS, HAPPENED

_PART = re.compile(r"^bewerk_(\d+)_(see|cause|action|request)$")
_QUESTION = re.compile(r"^bewerk_vraag_(\d+)$")


@dataclass(frozen=True, slots=True)
class ReadEdits:
    """The typed texts of a document as they stand in it now. `messages`: the app's own sentences by bookmark, which an editor may have reworded."""

    explanations: Mapping[str, Explanation]  # by theme
    conversation: Conversation  # without the invitation
    messages: Mapping[str, str]


def read_edits(data: bytes) -> ReadEdits:
    """The editable texts of a document made here, after an editor saved it.

    A bookmark that is gone reads as an empty text. Raises InputRejected(UNREADABLE) for a document that is none of ours.
    """
    themes = read_figures(data).themes
    marked = marked_texts(xml_of(parts_of(data)["word/document.xml"]))
    parts: dict[str, dict[str, str]] = {theme: {} for theme in themes}
    for name, text in marked.items():
        found = _PART.match(name)
        if found and 0 < int(found[1]) <= len(themes):
            parts[themes[int(found[1]) - 1]][found[2]] = _without(text, EXPLANATION_LEADS[found[2]])
    questions = sorted((int(found[1]), text) for name, text in marked.items() if (found := _QUESTION.match(name)) and text)
    return ReadEdits(
        explanations={theme: Explanation(**texts) for theme, texts in parts.items()},
        conversation=Conversation(
            outlook=marked.get("bewerk_vooruitblik", ""),
            asked_last_time=_without(marked.get("bewerk_gevraagd", ""), ASKED),
            happened_since=_without(marked.get("bewerk_gebeurd", ""), HAPPENED),
            questions=tuple(text for _, text in questions),
            not_in_figures=marked.get("bewerk_niet_in_cijfers", ""),
        ),
        messages={name: text for name, text in marked.items() if name.startswith(("bewerk_kern_", "bewerk_goed_", "bewerk_aandacht_"))},
    )


def _without(text: str, lead: str) -> str:
    """The text without its fixed lead-in, where an editor left that standing."""
    return text[len(lead) :].strip() if text.startswith(lead) else text
