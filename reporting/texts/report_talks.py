"""What a report says of the talk about the report before it: asked, promised, done."""

from reporting.texts.numbers import number

HEADS = ("U vroeg of zei", "Afgesproken", "Wat er is gedaan")
HEADS_EARLIER = ("Gevraagd of gezegd", *HEADS[1:])
NOTHING_ASKED, NOTHING_PROMISED, NOTHING_DONE = "geen vraag", "niets afgesproken", "nog niets gedaan"


def met(day: str, whom: str) -> str:
    """When, and with whom."""
    return f"Op {day} spraken wij met {whom} over een eerder rapport." if whom else f"Op {day} spraken wij over een eerder rapport."


def caption(talk: int, *, new_reader: bool = False) -> str:
    """The caption of the table of a talk; `talk` counts from 1."""
    return (
        "Wat is gevraagd en wat wij ermee deden"
        if new_reader and talk == 1
        else "Wat u vroeg en wat wij ermee deden"
        if talk == 1
        else "Wat in een volgend gesprek is gevraagd en gedaan"
    )


def described(rows: int) -> str:
    """The table's description for who cannot see it."""
    return f"Per vraag wat is afgesproken en wat er is gedaan. {number(rows)} {'vraag' if rows == 1 else 'vragen'}."


def about_story(title: str) -> str:
    """The line under a question about a story. A story that may not be named any more has no title."""
    return f"bij het verhaal ‘{title}’" if title else "bij een verhaal"


def about_question(question: str) -> str:
    """The line under an answer to a question of the report; "" for something else."""
    return f"bij de vraag ‘{question}’" if question else ""
