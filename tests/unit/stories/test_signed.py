"""People told by where a name stands, and those of a hurried writer that only the words around them tell."""

import pytest

from reporting.model.story import Level
from reporting.stories import detect

HURRIED = "sprak haar weer. was een goed gesprek. ging over geld en werk. "

FOUND = [
    ("Met vriendelijke groet, mede namens Herman-Jan,\nMariët Kotteman-ter Horst", "Herman-Jan|Mariët Kotteman-ter Horst"),
    ("Met vriendelijke groet,\nHet Wijkteam", ""),
    ("Er lagen tegels. Van Hai Truong haalde ze weg.", "Van Hai Truong"),
    ("Van Ria Jansen kreeg hij koffie.", "Ria Jansen"),
    ("Niemand bleef. Lieve Verhappen wel.", "Lieve Verhappen"),
    ("Lieve Ria, kom je?", "Ria"),
    ("Noé vermoedt dat, en ik zag Noé lachen.", "Noé|Noé"),
    ("Noe is het goed.", ""),
    (HURRIED + "buurman siem kaars doet de boodschappen.", "siem kaars"),
    (HURRIED + "buurvrouw wil haalt ze op, haar man wil niet.", "wil"),
    (HURRIED + "wil niets zeggen over haar ex (danny p.). daar is ook sanne v.d. b. aanwezig.", "danny p.|sanne v.d. b."),
    (HURRIED + "morgen wijkagent boelhouwer vragen.", "boelhouwer"),
    ("vpk Marlies 1x p/w, en een lijst.\nActies\n1 bellen", "Marlies"),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_people_are_found_where_their_place_tells_them(text: str, expected: str) -> None:
    assert "|".join(r.text for r in detect(text) if r.level is Level.DIRECT) == expected
