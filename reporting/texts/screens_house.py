"""What the settings page says of the house style."""

from collections.abc import Mapping

from reporting.model.house import HouseStyleInfo, LeftBehind
from reporting.texts.numbers import day, listed

TITLE = "Huisstijl"
LINE = "Kies een Word-bestand met de huisstijl van uw organisatie. Rapporten krijgen dan uw kleur, letter, koptekst en voettekst."
FILE = "Word-bestand met uw huisstijl"
FILE_HELP = "Een .docx of .dotx van hoogstens 20 MB. De tekst in het bestand nemen wij niet over."
NONE = "Er is nog geen eigen huisstijl. Rapporten krijgen onze eigen opmaak."
TRIED = "Wij maakten er een rapport mee op proef. Dat rapport is goed gelukt."
SAVED = "De huisstijl is opgeslagen. Elk rapport dat u nu maakt, krijgt deze huisstijl."
REMOVED = "De huisstijl is weggehaald. Nieuwe rapporten krijgen weer onze eigen opmaak."
REMOVE_QUESTION = "Nieuwe rapporten krijgen dan weer onze eigen opmaak. Rapporten die al gemaakt zijn, veranderen niet."
NOTHING_KEPT = "Er is niets opgeslagen."

_LEFT: Mapping[LeftBehind, str] = {
    LeftBehind.MACROS: "macro’s",
    LeftBehind.LINKS: "koppelingen naar buiten",
    LeftBehind.FIELDS: "velden die iets ophalen of invullen",
    LeftBehind.OBJECTS: "bestanden in het bestand",
    LeftBehind.PICTURES: "beelden en tekstvakken die wij niet kunnen lezen of plaatsen",
    LeftBehind.COMMENTS: "opmerkingen",
    LeftBehind.TEXT: "de tekst van het bestand",
}


def in_use(info: HouseStyleInfo) -> str:
    """Which house style counts now, and since when."""
    return f"In gebruik: {info.label}, sinds {day(info.at.date())}."


def taken_over(info: HouseStyleInfo) -> str:
    """What documents get of it."""
    header = "uw eigen koptekst en voettekst" if info.own_header else "onze koptekst en voettekst, want het bestand heeft die niet"
    return f"Dit nemen wij over: de kleur {info.primary} (zo nodig donkerder gemaakt), de letter {info.face} en {header}."


def reached(info: HouseStyleInfo) -> str:
    """What stands in the header and footer that may be somebody's own; "" where there is nothing."""
    return (
        f"In uw koptekst en voettekst staat: {listed(info.reached)}. Dat komt in elk rapport. Controleer of het van uw organisatie is." if info.reached else ""
    )


def left_behind(info: HouseStyleInfo) -> str:
    """What is not taken over; "" where there is nothing to say."""
    return f"Dit nemen wij niet over: {listed([_LEFT[left] for left in info.left_behind])}." if info.left_behind else ""
