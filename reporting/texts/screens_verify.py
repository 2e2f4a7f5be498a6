"""What the page says that counts a report again."""

from datetime import date

from reporting.texts.numbers import day, number

LINE = "Kies een rapport. Wij tellen elk cijfer erin opnieuw, uit de registraties van nu. Er verandert niets."
FILE = "Rapport (.docx) om na te rekenen"
ALL_AGREE = "Alle cijfers kloppen."
FAULTS_TITLE, ERASED_TITLE = "Dit klopt niet", "Dit is anders, en dat is geen fout"
FILES_CHANGED = "Sinds dit rapport zijn bestanden toegevoegd, vervangen of ingetrokken. Daardoor kan een cijfer anders zijn."
EDITED, NOT_COUNTED, DIFFERS = "gewijzigd in het document", "wordt niet meer geteld", "komt er nu anders uit"
NOTHING = "niets"


A_NUMBER, NOT_SHOWN = "een getal", "was niet getoond; nu staat er een getal"
OTHER_NUMBERS, CHART_EDITED = "andere getallen", "de beschrijving (alternatieve tekst) is gewijzigd"


def chart(number_: int, caption: str) -> str:
    """A chart by its number and its caption."""
    return f"Figuur {number_}, “{caption}”"


def recounted(agree: int, total: int) -> str:
    """How many printed figures were found again."""
    return f"{number(agree)} van {number(total)} cijfers in het rapport kloppen met de registraties."


def erased(on: date) -> str:
    """A figure that differs because a client was erased."""
    return f"gewist op {day(on)}"
