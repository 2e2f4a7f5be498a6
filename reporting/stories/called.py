"""Names that the words around say are one: "Zij noemt mij 'Kleintje'", "zeg maar Mei", "oftewel Wubbe", "overleg met IP (CM)"."""

import re
from collections.abc import Iterator

from reporting.model.story import SpanType
from reporting.stories import lists
from reporting.stories.reading import Reading, context, first_name
from reporting.stories.spans import Span
from reporting.stories.text import fold

_CALLED = re.compile(
    r"\b(?:noem|noemt|noemde|noemen|noemden|heet|heette|genaamd|bijnaam|zeg|zegt|zeggen|zei|zeiden)"
    r"(?: (?:ze|zij|we|wij|mij|me|hem|haar|hen|ons|is|was|ik|hij|altijd|nu)){0,3} ['\"](?P<name>[A-ZÀ-Þ][^\W\d_]+)['\"]"
)  # "Zij noemt mij 'Kleintje'"


_CALLS_ITSELF = re.compile(r"\b(?:[Ii]k ben|[Ii]k heet|heet ik|naam is|noemen me|noemt me|noemen mij) (?P<name>[a-z]{3,})\b")  # "ik ben rosa"


_ALIAS = re.compile(  # "Professor, die echt Wubbe heet"
    r"(?:(?<=[.!?] )|(?<=\n)|^)(?P<name>[A-ZÀ-Þ][\w-]+|[a-z]+(?=, zoals )), (?:oftewel|ofwel|alias|"
    r"zo (?:heet|heette|noem|noemt|noemde|noemen|gaat)|zoals (?:ze|we|wij|iedereen|de [a-z]+) (?:hem|haar) noem|die (?:echt|eigenlijk|in het echt) [A-Z])"
)


_NICKNAMED = re.compile(
    r"(?:[A-ZÀ-Þ]\.)+ ?\([A-ZÀ-Þ][\w-]+\) (?P<surname>(?:(?:van|de|der|den|ter|ten|te|'t|el|al) ){0,3}[A-ZÀ-Þ][\w'-]+)"
)  # "A.J. (Ad) van Oosterhout"

_SAY = re.compile(  # "Zeg maar Mei, trouwens", "iedereen zegt wiep"
    r"\b(?:(?:[Zz]eg|[Nn]oem) (?:me |mij )?(?:maar|gerust)|"
    r"(?:[Ii]edereen|(?:[Dd]e|[Hh]aar|[Zz]ijn) (?:hele )?(?:buurt|wijk|straat|familie|vrienden)) (?:zegt|noemt))"
    r" (?:(?:hem|haar|mij|me) )?(?P<name>[^\W\d_]{3,})(?=[.,!)]| tegen\b| omdat\b|$)"
)
_WORKER = re.compile(  # who is told by initials and what they are: "overleg m. IP (CM)"
    r"\b(?:[Oo]verleg|[Gg]espr(?:ek)?|[Cc]ontact|[Aa]fgestemd|[Mm]dw|[Cc]ollega)\.?:? (?:(?:met|m\.) )?"
    r"(?P<name>[A-Z]{2,3})(?= \((?:[A-Z]{2,4}|[a-z.]{3,})\))"
)


_STAGE = re.compile(r"\b(?:mc|dj|DJ|lil|Lil) [A-ZÀ-Þ][\w]+")  # "mc Flexx"
_SOME = re.compile(
    r"(?<!\bde )(?<!\bhet )(?<!\b't )(?<!\bdie )(?<!\bdat )\bene (?P<name>(?!of\b|kant|keer|dag|moment)[^\W\d_]{3,})(?=[.,;!?)]|$|\n| uit| van| die)"
)  # "bellen, ene kor"
_SURNAMED = re.compile(
    r"\b(?:[Aa]chternaam|[Ff]amilienaam|[Mm]eisjesnaam)(?: is|:)? "
    r"(?P<name>(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]er|[Ee]l|[Aa]l) )*[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)*)"
)  # "achternaam Sheikh Daoud"
_TURNED = re.compile(  # as files name somebody: "cliënt Pinksterboer, A.C.M., roepnaam Toos", "Naam: Vries, J. de"
    r"(?:(?P<label>\b(?:[Cc]li[eë]nte?|[Nn]aam|[Bb]etrokkene|[Bb]ewoonster|[Bb]ewoner|[Dd]eelneme?r|[Aa]anvrager|[Pp]ati[eë]nt|[Mm]oeder|[Vv]ader):? )|(?<!\w))"
    r"(?P<name>(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]e[nr]) ){0,3}[A-ZÀ-Þ][a-zà-ÿ][\w'-]*, (?!B\.V|N\.V|V\.O)"
    r"(?:[A-Z]\.){1,5}(?: (?:van de[rn]?|van|de[rn]?|te[nr]|v\.d\.)(?=[.,;)\n]|$))?)"
)
_TWO = 2  # initials behind a surname, that tell a name without a label
_HEARD = re.compile(r"\bhee(?:t|tte) (?:geloof ik|volgens mij|dacht ik|meen ik|als ik het goed heb) (?P<name>[^\W\d_]{3,})")


def find_called(reading: Reading) -> Iterator[Span]:
    """People by what is said of their name, whatever it looks like."""
    for match in _CALLS_ITSELF.finditer(reading.text):
        if match["name"] in lists.own_names() and not lists.is_word(match["name"]):
            yield Span(*match.span("name"), SpanType.PERSON, 0.8, "context")
    for match in _NICKNAMED.finditer(reading.text):
        yield Span(*match.span("surname"), SpanType.PERSON, 0.96, "context")
    for match in _ALIAS.finditer(reading.text):
        yield Span(*match.span("name"), SpanType.PERSON, 0.86, "context")
    for match in _CALLED.finditer(reading.text):
        if not match[0].lower().startswith(("zeg", "zei")) or first_name(fold(match["name"])) is not None:
            yield Span(*match.span("name"), SpanType.PERSON, 0.7, "context")
    for match in _SAY.finditer(reading.text):
        name = fold(match["name"])
        given = first_name(name) is not None and name not in context("treacherous")
        if match["name"][0].isupper() or given or (not lists.is_word(name) and name not in context("dialect")):
            yield Span(*match.span("name"), SpanType.PERSON, 0.8, "context")
    for match in _WORKER.finditer(reading.text):
        if fold(match["name"]) not in lists.terms():
            yield Span(*match.span("name"), SpanType.PERSON, 0.6, "voorletters")
    for match in _SURNAMED.finditer(reading.text):
        yield Span(*match.span("name"), SpanType.PERSON, 0.97, "context")
    for match in _TURNED.finditer(reading.text):
        if match["label"] or (match["name"].count(".") >= _TWO and not lists.is_word(fold(match["name"].split(",")[0]))):
            yield Span(*match.span("name"), SpanType.PERSON, 0.97, "context")
    for match in _STAGE.finditer(reading.text):
        yield Span(*match.span(), SpanType.PERSON, 0.86, "context")
    for match in (m for pattern in (_SOME, _HEARD) for m in pattern.finditer(reading.text)):
        if fold(match["name"]) not in context("particle") | context("place") | context("adverb") | context("verb"):
            yield Span(*match.span("name"), SpanType.PERSON, 0.6, "context")
