"""The words exports use: header synonyms per column, placeholders, labels of total rows. Source: DOMAIN "Header synonyms", INTAKE 5 and 10."""

import re
from collections.abc import Mapping

from reporting.model.municipality import fold
from reporting.model.registration import Column

MINUTES = ("duur minuten", "duur in minuten", "minuten", "aantal minuten", "tijd in minuten", "duur min", "tijd min")  # hours, given in minutes
SYNONYMS: Mapping[Column, tuple[str, ...]] = {
    # Of two different headers for one column the earlier word wins.
    Column.CLIENT: (
        *("clientnummer", "clientnr", "clientcode", "client nummer", "clientid", "client", "clienten", "nummer client", "deelnemernr", "deelnemernummer"),
        *(
            "deelnemerscode",
            "deelnemercode",
            "deelnemer id",
            "relatienummer",
            "relatienr",
            "relatiecode",
            "dossiernummer",
            "dossiernr",
            "klantnummer",
            "klantnr",
        ),
        *("klantcode", "inwonernummer", "deelnemer", "client id nummer", "bezoekersnummer", "bezoekernummer", "cursistnummer", "persoonsnummer", "id"),
    ),
    Column.DATE: (
        *("datum", "contactdatum", "datum contact", "datum contactmoment", "datum bijeenkomst", "bijeenkomstdatum", "datum activiteit", "activiteitdatum"),
        *("activiteitsdatum", "datum deelname", "deelnamedatum", "datum sessie", "sessiedatum", "datum tijd", "datum en tijd"),
        *("datum bezoek", "bezoekdatum", "datum huisbezoek", "datum afspraak", "afspraakdatum", "datum gesprek", "gespreksdatum", "datum consult"),
        *("datum aanwezigheid", "datum inloop", "datum les", "lesdatum", "datum training", "trainingsdatum", "datum registratie", "registratiedatum"),
    ),
    Column.START: (
        *("startdatum", "aanvang", "datum aanmelding", "aanmelddatum", "begindatum", "ingangsdatum", "start", "datum start", "startdatum traject"),
        *("start traject", "aanvangsdatum", "datum aanvang", "datum begin", "begin", "datum intake", "intakedatum", "instroomdatum", "datum instroom"),
    ),
    Column.END: (
        *("einddatum", "datum einde", "datum eind", "afsluitdatum", "datum afsluiting", "einddatum traject", "einde traject", "einde", "eind"),
        *("uitstroomdatum", "datum uitstroom", "datum afgesloten"),
    ),
    Column.ACTIVITY: (
        *("activiteit", "activiteitscode", "activiteitcode", "code activiteit", "aanbod", "product", "dienst", "productcode", "naam activiteit"),
        *("activiteitnaam", "activiteitsnaam", "activiteiten", "dienstverlening", "soort activiteit", "titel activiteit"),
        *("groepsactiviteit", "cursus", "training", "interventie"),
    ),
    Column.INDICATOR: ("prestatie indicator", "prestatieafspraak", "subsidieregel", "indicator", "indicatorcode"),
    Column.DISTRICT: (
        "wijk",
        "buurt",
        "gebied",
        "kern",
        "postcode",
        "postcode4",
        "pc4",
        "woonwijk",
        "woonbuurt",
        "wijk client",
        "wijk deelnemer",
        "wijknaam",
        "wijkcode",
        "buurtcode",
        "buurtnaam",
        "stadsdeel",
    ),
    Column.AGE: (
        *("leeftijd", "geboortejaar", "geboortedatum", "leeftijdscategorie", "leeftijdsklasse", "leeftijdsgroep", "leeftijdcategorie"),
        *("leeftijdklasse", "leeftijd client", "gebdatum", "gebjaar"),
    ),
    Column.HOURS: (
        "uren",
        "duur",
        "tijd",
        "aantal uren",
        "tijdsduur",
        "uur",
        "tijdsbesteding",
        "bestede uren",
        "bestede tijd",
        "duur uren",
        "duur in uren",
        *MINUTES,
    ),
    Column.COUNT: (
        "aantal",
        "aantal deelnemers",
        "deelnemersaantal",
        "aantal deelnames",
        "aantal bezoekers",
        "aantal aanwezigen",
        "aantal personen",
        "aantallen",
        *("deelnemers", "bezoekers", "aanwezigen", "opkomst"),
    ),
    Column.ASKED: ("aantal gevraagd", "gevraagd", "aantal bevraagd", "bevraagd"),
    Column.GRADE: ("rapportcijfer", "cijfer", "tevredenheid", "waarderingscijfer", "tevredenheidscijfer", "waardering", "cijfer tevredenheid"),
    Column.RECOMMEND: (
        *("beveelt aan", "ambassadeur", "aanbeveling", "ambassadeursvraag", "beveelt ons aan", "zou aanbevelen", "aanbevelen"),
        *("beveelt u ons aan", "nps"),
    ),
    Column.GROUP: ("groep", "locatie", "plaats", "groepsnaam", "groepnaam", "naam groep"),
    Column.MUNICIPALITY: ("gemeente", "gemeentecode", "gemeentenaam", "woongemeente"),
    Column.CLOSING: (
        *("afsluitreden", "reden einde", "reden afsluiting", "reden beeindiging", "einde reden", "afsluitingsreden", "reden uitstroom"),
        *("uitstroomreden", "reden afgesloten"),
    ),
}

PLACEHOLDERS = frozenset(
    {
        *("n.v.t.", "nvt", "n.v.t", "onbekend", "-", "--", "---", "–", "—", "?", "??", "???", "null", "geen", "n.b.", "nb", "n.b", "n/a"),
        # the error values of Excel in Dutch and English
        *("#n/b", "#n/a", "#deel/0!", "#div/0!", "#verw!", "#ref!", "#naam?", "#name?", "#waarde!", "#value!", "#getal!", "#num!"),
        *("#leeg!", "#null!", "#overloop!", "#spill!", "#####"),
    }
)

TOTAL_WORDS = ("totaal", "totalen", "subtotaal", "eindtotaal", "groottotaal", "total", "subtotal", "gemiddelde", "gemiddeld", "gem", "aantal", "som")
_COUNTED = "rijen|records|regels|registraties|clienten|contacten|deelnemers|deelnames|bezoekers|personen|uren"
_TOTAL = re.compile(rf"(?:sub|eind|groot|grand)?\s?tota(?:al|l|len)\b|tot$|gemiddelden?\b|gem\b|aantal (?:{_COUNTED})\b|\d+ (?:{_COUNTED})\b|aantal \d+$|som\b")
_FOOTER = re.compile(
    r"einde\b|eind (?:rapport|overzicht|lijst)|gegenereerd|afgedrukt|geexporteerd|geprint|aangemaakt|pagina|blad \d|bron\b|opmerking|copyright|peildatum|export"
)
_PERSONAL = re.compile(
    r"\b\w*(?:naam|adres|straat|huisnummer|email|mailadres|mail|telefoon\w*|mobiel\w*|iban|rekeningnummer|toelichting|opmerking\w*|notitie\w*)\b"
)
INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]+")  # zero-width and bidi marks
_LONGEST_LABEL = 120
_LONGEST_HEADER = 500
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")


def key(text: str) -> str:
    """What a header cell is compared by: folded, without blanks, with mojibake undone ("CliÃ«ntnr." is "clientnr")."""
    text = text[:_LONGEST_HEADER]
    if any(c in text for c in "ÃÂ"):
        for codec in ("cp1252", "latin-1"):
            try:
                text = text.encode(codec).decode("utf-8")
                break
            except UnicodeError:
                continue
    return fold(text).replace(" ", "")


def keys(text: str) -> tuple[str, ...]:
    """The keys of a header cell, best first: as it stands, and without what is in brackets ("Uren (decimaal)")."""
    plain = key(text)
    bare = key(_BRACKETS.sub(" ", text))
    return (plain,) if bare in ("", plain) else (plain, bare)


EXACT: Mapping[str, tuple[Column, int]] = {key(word): (column, rank) for column, words in SYNONYMS.items() for rank, word in reversed(list(enumerate(words)))}


def is_bsn_header(cell: str) -> bool:
    """True for a column that holds citizen service numbers by its name: never kept (INTAKE 13; UAVG art. 46)."""
    words = fold(cell).split()
    if "burger service" in fold(cell) or "sociaal fiscaal" in fold(cell):
        return True
    return any(w == "bsn" or w.startswith(("burgerservice", "sofi")) or (w.startswith("bsn") and w[3:] in ("nr", "nummer", "ummer", "s")) for w in words)


def is_personal_header(cell: str) -> bool:
    """True for a column that looks like a name, address, e-mail, phone or free text: never kept unless mapped, and said so."""
    return is_bsn_header(cell) or _PERSONAL.search(fold(cell)) is not None


def is_placeholder(text: str) -> bool:
    """True for a cell that stands for nothing (INTAKE 5); the empty cell included."""
    return not text or text.casefold() in PLACEHOLDERS


def is_total_label(text: str) -> bool:
    """True for a cell that begins a total, subtotal, average or count row (INTAKE 10)."""
    return _TOTAL.match(fold(text[:_LONGEST_LABEL])) is not None


def is_total_word(text: str) -> bool:
    """True for a cell that holds nothing but the name of a total."""
    return len(text) < _LONGEST_LABEL and fold(text) in TOTAL_WORDS


def is_footer(text: str) -> bool:
    """True for a cell that begins a footer line: printed on, page, end of report, a note to an asterisk."""
    return text.startswith(("©", "* ", "(c) ", "(C) ")) or _FOOTER.match(fold(text[:_LONGEST_LABEL])) is not None


def clean(text: str) -> str:
    """A text cell without invisible characters, with plain single blanks."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(INVISIBLE.sub("", text).split())
