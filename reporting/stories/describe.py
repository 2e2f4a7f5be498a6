"""Words that may stand instead of a place, an organisation, an address, a day or a fact."""

import re

from reporting.model.story import SpanType
from reporting.stories import lists
from reporting.stories.reading import context, head_word
from reporting.stories.spans import Span
from reporting.stories.text import fold
from reporting.stories.when import general_day, general_time

_HET = re.compile(
    r"(?:huis|centrum|koor|college|lyceum|ziekenhuis|zwembad|project|team|bedrijf|complex|hofje|gebouw|atelier|theater|museum|"
    r"restaurant|café|cafe|park|plein|terrein|strand|klooster|gymnasium|loket|fonds|orkest|platform|collectief|comité|comite|netwerk|gilde|dagverblijf|"
    r"instituut|tehuis|punt|honk|verblijf|bureau|azc|hospice|internaat|initiatief|kantoor|weekblad|dorpshuis|hotel|kamertrainingscentrum)$"
)
_CALLED = re.compile(r"\bhee(?:t|tte)(?:\s+(?:het|de|dit|dat|onze|ons|hun)\s+\w+|\s+(?:het|nu|ook|ze))?\s+['\"‘“]?$")  # "nu heet het koor ..."
_KINDS = {"stad": "de stad", "dorp": "het dorp", "wijk": "de wijk", "eiland": "het eiland", "streek": "de streek", "buitenland": "een stad in het buitenland"}
_ENDINGS = (
    ("school", "de school"), ("kerk", "de kerk"), ("moskee", "de moskee"), ("centrum", "het centrum"), ("college", "de school"), ("lyceum", "de school"),
    ("koor", "het koor"), ("club", "de club"), ("flat", "de flat"), ("zorg", "de zorgorganisatie"), ("praktijk", "de praktijk"), ("stichting", "de stichting"),
    ("vereniging", "de vereniging"), ("ziekenhuis", "het ziekenhuis"), ("gasthuis", "het ziekenhuis"), ("diaconessenhuis", "het ziekenhuis"),
    ("tuin", "de tuin"), ("kamer", "de buurtkamer"), ("honk", "het jongerencentrum"), ("park", "het park"), ("plein", "het plein"),
)  # fmt: skip


_SQUARE = re.compile(r"(?:[Pp]lein|[Mm]arkt|[Bb]rink)(?!\w)")
_UNITS = frozenset({"afdeling", "locatie", "unit", "vestiging", "woongroep", "filiaal", "wijkpost", "deelproject", "werkplek"})
_HOSPITAL = re.compile(r"\b(?:medisch centrum|umc|mc|ziekenhuis|gasthuis)\b", re.IGNORECASE)
_STATION = re.compile(r"\s(?:CS|Centraal|Zuid Station|Station)$")

_COMPOUND = 6  # letters: a longer word that ends as a house or a shop does tells what it is

_SHORT = {
    "sportclub": "v.v. s.v. vv sv fc hsv rkvv tv hc tc kv",
    "school": "csg obs rkbs kbs sg sbo vso isk pro ikc cbs bs roc",
    "kinderopvang": "kdv psz bso",
    "woonzorgcentrum": "wzc",
    "welzijnsorganisatie": "welzijn",
    "woningcorporatie": "woongoed",
    "zorgorganisatie": "zorggroep thuiszorg",
    "kliniek": "mc",
    "buurthuis": "mfa",
    "kerk": "church chapel tabernacle temple",
}
SOMEWHERE = "een plek in de buurt"  # `apply` makes "in De Brug" into "op een plek in de buurt"
SHORT_HEADS = {short: noun for noun, shorts in _SHORT.items() for short in shorts.split()}


def describe(span: Span, text: str) -> str:
    """The proposed words for a span that is no person; they fit after a preposition, and `apply` mends the article before them."""
    words = text[span.start : span.end]
    if span.type is SpanType.ORG and _CALLED.search(text[max(0, span.start - 50) : span.start]):
        return "anders"
    if span.type is SpanType.PLACE:
        return _place(words, _word_before(text, span.start))
    if span.type is SpanType.ORG:
        return _organisation(words, _word_before(text, span.start))
    if span.type is SpanType.ADDRESS:
        return (
            "[verwijderd]"
            if words[:1].isdigit() or words.lower().startswith(("postbus", "antwoordnummer"))
            else "een plein in de buurt"
            if _SQUARE.search(words)
            else "een straat in de buurt"
        )
    if span.type is SpanType.DATE:
        return general_day(words) if span.level == "direct" else general_time(words)
    if span.type is SpanType.ORIGIN:
        return "een ander land"
    return "[verwijderd]"


def article(noun: str) -> str:
    """ "het" or "de" for a head word of an organisation or place."""
    return "het" if _HET.search(fold(noun)) or noun in {"dorp", "gehucht", "koor", "station"} else "de"


def _word_before(text: str, start: int) -> str:
    found = re.search(r"([^\W\d_]+(?:\.[^\W\d_]\.)?)(?:\s+(?:de|het|een|'t))?[ \"'(]*$", text[max(0, start - 40) : start])
    return found[1] if found else ""


def _place(words: str, before: str) -> str:
    head = before.lower()
    if head in {"wijk", "buurt", "stad", "dorp", "gemeente", "regio", "plaats", "deelgemeente", "station"}:
        return f"{article(head)} {head}"
    if head in _UNITS or (head_word(fold(head)) and head not in context("place") - {"azc"}):
        return f"{article(head)} {head}"  # "bibliotheek Zwolle"
    kind = lists.places().get(fold(words)) or lists.places().get(fold(re.split(r" (?:aan|bij|op) ", words)[0]))
    if re.search(r"-(?:Noord|Oost|Zuid|West|Centrum|Noordoost|Zuidoost|Zuidwest|Noordwest)$", words):
        kind = kind or "wijk"
    if kind is None and re.search(r"(?:wijk|buurt|kwartier)$", words):
        kind = "wijk"
    return _KINDS.get(kind or "", "een andere plaats")


def _organisation(words: str, before: str) -> str:
    """What an organisation is, by the word before it or in it; `before` skips an article."""
    if fold(before) in SHORT_HEADS:
        noun = SHORT_HEADS[fold(before)]
        return f"{article(noun)} {noun}"
    if _STATION.search(words) and fold(_STATION.sub("", words)) in lists.places():
        return "het station"
    if _HOSPITAL.search(words):
        return "het ziekenhuis"
    if fold(before) in _UNITS:
        return f"{article(before.lower())} {before.lower()}"
    if before and head_word(fold(before)):
        return f"{article(before.lower())} {before.lower()}"
    first = words.split()[0].lower()
    if fold(first) in SHORT_HEADS:
        return f"{article(SHORT_HEADS[fold(first)])} {SHORT_HEADS[fold(first)]}"
    if fold(first) in lists.wordlist("taal.txt")["org"]:
        return f"{article(first)} {first}"
    last = fold(words.split()[-1])
    if last != fold(first) and len(first) > _COMPOUND and head_word(fold(first)) and lists.is_word(fold(first)):  # "Bloemenhuis Anjelier"
        return f"{article(first)} {first}"
    inside = next((word.lower() for word in words.split()[1:] if fold(word) in lists.wordlist("taal.txt")["org"]), "")
    if inside:  # "Gemengd Koor Soli Deo Gloria"
        return f"{article(inside)} {inside}"
    somewhere = SOMEWHERE if before.lower() in {"in", "naar", "op", "langs", "achter", "naast", "tegenover"} else "een organisatie"
    return next((description for ending, description in _ENDINGS if last.endswith(ending)), somewhere)
