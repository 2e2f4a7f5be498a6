"""The places of a document where people may write, by the bookmark that anchors them.

A place has a stable name, whatever the number of its theme in this document: "explanation:<theme>:see", "talk:outlook", "message:summary",
"message:theme:<theme>". Key messages have the names of `Report.messages` after "message:".
"""

import re
from collections.abc import Mapping, Sequence

from reporting.texts.report import ASKED, EXPLANATION_LEADS, HAPPENED

ORIGIN = ("kenmerk_", "kenmerk2_")  # what the two bookmarks begin with by which a document is known again
LISTS = frozenset({"talk:questions", "message:good", "message:attention"})  # one place for all items
LEADS: Mapping[str, str] = {**EXPLANATION_LEADS, "asked_last_time": ASKED, "happened_since": HAPPENED}
_PART = re.compile(r"bewerk_(\d+)_(see|cause|action|request)")
_MESSAGE = re.compile(r"bewerk_kern_(\d+)")
_ITEM = re.compile(r"bewerk_(vraag|goed|aandacht)_\d+")
_ITEMS: Mapping[str, str] = {"vraag": "talk:questions", "goed": "message:good", "aandacht": "message:attention"}
_SINGLE: Mapping[str, str] = {
    "bewerk_vooruitblik": "talk:outlook",
    "bewerk_gevraagd": "talk:asked_last_time",
    "bewerk_gebeurd": "talk:happened_since",
    "bewerk_niet_in_cijfers": "talk:not_in_figures",
    "bewerk_kern_samenvatting": "message:summary",
    "bewerk_kern_inwoners": "message:opinions",
    "bewerk_kern_bereik": "message:reach",
    "bewerk_kern_onzichtbaar": "message:unseen",
    "bewerk_kern_gesprek": "message:talk",
}


def place_of(bookmark: str, themes: Sequence[str]) -> str:
    """The place a bookmark anchors, "" where it anchors none. `themes` are those of the document, in its order."""
    if bookmark in _SINGLE:
        return _SINGLE[bookmark]
    if found := _ITEM.fullmatch(bookmark):
        return _ITEMS[found[1]]
    if (found := _PART.fullmatch(bookmark)) and 0 < int(found[1]) <= len(themes):
        return f"explanation:{themes[int(found[1]) - 1]}:{found[2]}"
    if (found := _MESSAGE.fullmatch(bookmark)) and 0 < int(found[1]) <= len(themes):
        return f"message:theme:{themes[int(found[1]) - 1]}"
    return ""


def without_lead(place: str, text: str) -> str:
    """The text without the fixed lead-in of its place, where an editor left that standing."""
    return text.removeprefix(LEADS.get(place.rsplit(":", 1)[-1], "")).strip()
