"""What the sheet says that tells a storyteller what was done with the story."""

from datetime import date

from reporting.model.period import Quarter
from reporting.model.safe import Edition
from reporting.texts.numbers import day
from reporting.texts.report import UNNAMED, edition_name

TITLE = "Wat er met uw verhaal is gedaan"
TOLD_IN = "Hier staat uw verhaal in"
ASKED, PROMISED, HAPPENED = "Dit zei of vroeg de lezer", "Dit is afgesproken", "Dit is er daarna gedaan"
NEXT = "Wat komt er nog?"
NOT_YET = "Wij hebben nog niet gehoord wat de lezer van uw verhaal vond. Zodra wij dat weten, vertellen wij het u."


def thanks(title: str) -> str:
    """The first lines."""
    told = f"U vertelde ons uw verhaal ‘{title}’." if title else "U vertelde ons uw verhaal."
    return f"{told} Dank u wel. Op dit blad leest u wat ermee is gebeurd. Wilt u niet meer dat wij het gebruiken? Zeg het ons. Dat kan altijd."


def told_in(edition: Edition, quarter: Quarter, recipient: str, sent_on: date | None) -> str:
    """One document: "Kwartaalrapport 3e kwartaal 2026, voor de wethouder, verstuurd op 5 oktober 2026."."""
    parts = [edition_name(edition, quarter), f"voor {recipient}" if recipient else "", f"verstuurd op {day(sent_on)}" if sent_on else "nog niet verstuurd"]
    return f"{', '.join(p for p in parts if p)}."


def talked(on: date, whom: str) -> str:
    """The heading of a talk."""
    return f"Gesprek met {whom} op {day(on)}" if whom else f"Gesprek op {day(on)}"


def stamp(organisation: str, made_on: date) -> str:
    """Who made the sheet, and when."""
    return f"{organisation or UNNAMED}, {day(made_on)}."
