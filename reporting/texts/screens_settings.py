"""What the settings page says."""

import re
from collections.abc import Mapping

from reporting.texts.numbers import listed, number

LINE = "Hier stelt u in hoe het programma voor uw organisatie werkt."
NOTHING_FOR_YOU = "Met uw rol is hier niets in te stellen. De teamleider, de beheerder en de privacyfunctionaris kunnen dit wel."
SAVED = "Opgeslagen."
NOTHING_CHANGED = "Er is niets gewijzigd."
NOT_A_NUMBER = "Vul een getal in, bijvoorbeeld 7,5."
NAME_MISSING = "Vul een naam in."
BACKUP_LINE = "Een reservekopie is één bestand met alles. De sleutels zitten er niet in; bewaar die apart."
RESTORE_LINE = "Terugzetten vervangt alles wat er nu staat door wat in de reservekopie staat. Wat daarna gewist is, blijft gewist."
KEY_LINE = "Doe dit als iemand die bij de sleutels kon, weggaat. Bewaar daarna het nieuwe sleutelbestand apart. Het oude blijft nodig voor oude kopieën."
KEY_RENEWED = "Er is een nieuwe sleutel. Bewaar een kopie van het sleutelbestand buiten deze computer."
RESTORED = "De reservekopie is teruggezet."
ERASE_LINE = "Wissen is voorgoed. De cliënt verdwijnt uit alle ingelezen bestanden. De cijfers worden opnieuw geteld."
PERSON_REMOVED = "Het profiel is verwijderd. Wat deze collega deed, blijft in het logboek staan."
DISCLOSURE_LINE = "Aantallen onder deze grens tonen wij niet. De grens is ten minste 5."
TRAIL_LINE = "Wie deed wat, en wanneer. De nieuwste regel staat bovenaan. Er staan geen gegevens van cliënten in."
WORDS_LINE = "Namen die het programma altijd moet herkennen in verhalen. Eén naam per regel."
AGES_LINE = "De laatste leeftijd hoort bij de volgende klasse: wie 12 is, hoort bij 12-18."
ON_COURSE_LINE = "‘Op koers’ is: ten minste dit deel van wat er nu zou moeten zijn."
GRADE_LOW_LINE = "Onder deze grens staat bij Cijfers en toelichting dat het cijfer laag is."
GRADE_HIGH_LINE = "Vanaf deze grens staat daar dat het cijfer opvalt."

NAMES: Mapping[str, str] = {
    "organisation": "Naam van de organisatie",
    "recipient": "Voor wie is het rapport",
    "age_classes": "Leeftijdsklassen",
    "on_course_share": "Op koers vanaf (procent)",
    "grade_low": "Rapportcijfer: laag onder",
    "grade_high": "Rapportcijfer: opvallend vanaf",
    "word_list": "Eigen namenlijst",
    "disclosure_threshold": "Grens voor kleine aantallen",
}


def changed(name: str, old: str, new: str) -> str:
    """A change, old and new."""
    return f"{name}: {old or 'leeg'} werd {new or 'leeg'}."


def default_line(value: str, *, filled_in: bool) -> str:
    """Under a field: what counts while nothing is filled in, or what would."""
    return f"Standaard is {value}. Maak het veld leeg om de standaard te gebruiken." if filled_in else f"Nu geldt de standaard: {value}."


def erased(rows: Mapping[str, int], files: Mapping[str, str], left: int) -> str:
    """The proof of an erasure."""
    if not rows:
        return "Deze cliënt staat in geen enkel ingelezen bestand. Er is niets gewist."
    per_file = listed([f"{number(count)} uit {files.get(batch, 'een bestand')}" for batch, count in rows.items()])
    return f"Gewist: {per_file}. Daarna nageteld: nog {number(left)} rijen over."


def erase_question(client: str) -> str:
    """What erasing a client means."""
    return f"Cliënt {client} verdwijnt voorgoed uit alle ingelezen bestanden en uit de koppeling met verhalen. Dit kunt u niet ongedaan maken."


NUMBER_MISSING = "Vul een cliëntnummer in."
DISTRICTS_LINE = (
    "Deze wijken krijgen een eigen regel in het rapport. De andere heten samen ‘overige wijken’. Eén wijk per regel. Leeg: elke wijk krijgt een eigen regel."
)
AGES_SHOWN_LINE = (
    "Deze leeftijdsklassen krijgen een eigen regel in het rapport. De andere staan samen in één regel. Eén klasse per regel. Leeg: elke klasse een eigen regel."
)
ROUNDING_LINE = "Vul 5 in om aantallen op vijftallen af te ronden. Doe dit alleen als de gemeente dat vraagt."

_ACTIONS: Mapping[str, str] = {
    "add_person": "profiel toegevoegd",
    "update_person": "profiel gewijzigd",
    "remove_person": "profiel verwijderd",
    "import_agreements": "afspraken ingelezen",
    "save_indicator": "afspraak gewijzigd",
    "remove_indicator": "afspraak weggehaald",
    "import_batch": "registraties ingelezen",
    "keep_words": "namen van activiteiten of wijken onthouden",
    "withdraw_batch": "bestand ingetrokken",
    "restore_batch": "bestand teruggezet",
    "erase_client": "cliënt gewist",
    "erase_again": "cliënt opnieuw gewist",
    "save_story": "verhaal opgeslagen",
    "submit_story": "verhaal ingestuurd",
    "approve_story": "verhaal goedgekeurd",
    "send_back_story": "verhaal teruggestuurd",
    "undo_approval": "goedkeuring ongedaan gemaakt",
    "choose_story": "verhaal gekozen voor het rapport",
    "withdraw_story": "verhaal ingetrokken",
    "restore_story": "verhaal teruggezet",
    "erase_story": "verhaal gewist",
    "reveal_original": "origineel bekeken",
    "record_consent": "toestemming vastgelegd",
    "withdraw_consent": "toestemming ingetrokken",
    "save_explanation": "toelichting opgeslagen",
    "save_conversation": "gesprek opgeslagen",
    "save_talk": "gesprek na een rapport opgeslagen",
    "story_sheet": "blad voor de verteller gemaakt",
    "take_back": "bewerkte tekst overgenomen",
    "drop_message": "eigen kernboodschap weggehaald",
    "save_setting": "instelling gewijzigd",
    "save_house_style": "huisstijl opgeslagen",
    "remove_house_style": "huisstijl weggehaald",
    "make_report": "rapport gemaakt",
    "finalise_report": "rapport vastgesteld",
    "story_in_report": "verhaal in rapport",
    "note_sent": "versturen genoteerd",
    "download_report": "rapport gedownload",
    "download_pdf": "PDF van een rapport gedownload",
    "consent_sheet": "toestemmingsblad gemaakt",
    "enter_published": "eerdere cijfers ingevoerd",
    "make_backup": "reservekopie gemaakt",
    "restore_backup": "reservekopie teruggezet",
    "renew_key": "sleutel vernieuwd",
    "confirm_namesake": "naamgenoot bevestigd",
}
_SUBJECTS: Mapping[str, str] = {
    "batch": "bestand",
    "client": "cliënt",
    "conversation": "gespreksagenda",
    "database": "alle gegevens",
    "explanation": "toelichting",
    "file": "huisstijl",
    "indicator": "afspraak",
    "keys": "sleutels",
    "layout": "namen in een soort bestand",
    "message": "kernboodschap",
    "municipality": "gemeente",
    "person": "profiel",
    "report": "rapport",
    "setting": "instelling",
    "story": "verhaal",
    "talk": "gesprek",
}
_SHOWN: Mapping[str, str] = {"shown": "getoonde", "rounding": "afronden", "district": "wijken", "age": "leeftijden"}
_NUMBER = re.compile(r"[0-9a-f]{12,}")  # only tells two of a kind apart


def action_name(action: str) -> str:
    """What was done, in Dutch; an action of later date keeps its code."""
    return _ACTIONS.get(action, action)


def subject_name(subject: str) -> str:
    """What it was about, in Dutch: "toelichting GM9999, 2026-K3, Zorg voor elkaar"; of a long number its first eight signs."""
    kind, *about = subject.split(":")
    if kind == "file":
        return _SUBJECTS[kind]
    said = (NAMES.get(a, a[:8] if _NUMBER.fullmatch(a) else _SHOWN.get(a, a)) for a in about if a)
    return f"{_SUBJECTS.get(kind, kind)} {', '.join(said)}".strip()
