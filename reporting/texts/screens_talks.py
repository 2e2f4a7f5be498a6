"""What the page says where talks about a report are recorded, and what was done with the stories."""

from datetime import date

from reporting.model.talk import Talk
from reporting.texts.numbers import short_day
from reporting.texts.report import QUESTIONS

LINE = "Schrijf op wat de lezer zei over het rapport van dit kwartaal. Daarmee begint het volgende rapport."
NO_MUNICIPALITY = "Er zijn nog geen afspraken met een gemeente. Lees eerst de afspraken in."
TALK_TITLE = "Wat is er gezegd?"
NEW = "een nieuw gesprek"
CHOOSE = "Welk gesprek?"
DAY, WHOM = "Op welke dag?", "Met wie?"
WHOM_HINT = "de wethouder Welzijn"
ASKED, PROMISED, HAPPENED = "Wat vroeg of zei de lezer?", "Wat is afgesproken?", "Wat is er daarna gedaan?"
OTHER = "Iets anders"
NO_NAMES = "Schrijf geen namen van cliënten. Leeg laten mag."
CHECKED = "Ik heb gekeken: er staat geen gegeven van een cliënt in"
PERSONAL = "In het gesprek staat misschien een persoonsgegeven. Haal het weg, of vink aan dat u hebt gekeken. Er is niets opgeslagen."
SAVE = "Gesprek opslaan"
SAVED = "Het gesprek is opgeslagen. Het staat vooraan in het hoofdstuk ‘In gesprek met u’ van het volgende rapport."
CLASH = "Een collega heeft dit gesprek intussen gewijzigd. Uw tekst staat nog in de velden. Sla op om uw tekst te houden."
NOTHING = "Vul in met wie u sprak, en schrijf bij ten minste één vraag of verhaal wat er is gezegd."
WRONG_DAY = "Schrijf de dag als 05-10-2026. De dag mag niet in de toekomst liggen."
FATE_TITLE = "Wat is er met de verhalen gedaan?"
NO_FATE = "Er staat nog geen verhaal in een rapport dat is vastgesteld. Zodra dat zo is, leest u hier wat ermee is gedaan."
SHEET_LINE = "Vertel het ook aan de verteller. Maak een blad om te geven of voor te lezen."
SHEET = "Blad voor de verteller maken"
SHEET_DOWNLOAD = "Blad downloaden"
SHEET_READY = "Het blad voor de verteller is klaar."
PROMISED_SHORT, DONE_SHORT = "Afgesproken:", "Gedaan:"
NOT_SENT = "nog niet verstuurd"
NOBODY_YET = "nog niet besproken"


def numbers_held(sentences: tuple[str, ...]) -> str:
    """Typed numbers and comparisons of a talk that are held against what is hidden."""
    return f"Wat hier staat, komt in het volgende rapport. {' '.join(sentences)} Pas de tekst aan, of vink aan dat het zo kan."


def questions_of(own: tuple[str, ...]) -> tuple[str, ...]:
    """The questions the report asked: its own, or the first three of the standard ones."""
    return own or QUESTIONS[:3]


def about_question(question: str) -> str:
    """The box of a question."""
    return f"Bij de vraag ‘{question}’"


def about_story(title: str) -> str:
    """The box of a story."""
    return f"Bij het verhaal ‘{title or 'zonder titel'}’"


def talk_name(talk: Talk) -> str:
    """A talk in a list."""
    return f"{short_day(talk.day)}, {talk.whom}"


def sent(day: date | None) -> str:
    """When a document went out."""
    return NOT_SENT if day is None else f"verstuurd op {short_day(day)}"


def said_of(talks: tuple[Talk, ...]) -> str:
    """What was said of a story, promised and done, in one cell."""
    lines = []
    for talk in talks:
        for answer in talk.answers:
            leads = (("", answer.asked), (f"{PROMISED_SHORT} ", answer.promised), (f"{DONE_SHORT} ", answer.happened))
            parts = [f"{lead}{' '.join(text.split())}" for lead, text in leads if text]
            lines.append(f"{talk_name(talk)}: {' '.join(parts)}")
    return "; ".join(lines) or NOBODY_YET
