"""What belongs to a surname behind a first name or title: "Riny van Haren", "Jan op 't Oever", not "Ria op de Brink"."""

import re

from reporting.stories import lists
from reporting.stories.openings import THINGS
from reporting.stories.reading import TOWN_ENDING, Reading, before_names, context, family_name, first_name, head_word, sure_name

SURNAME_HEADS = frozenset({"van", "v.d.", "v/d", "ter", "ten"})
AREA_CODE = re.compile(r"0[1-9]\d{1,2}")  # what firms and foundations add to their name
_OUTSIDE = ("brink", "markt", "plein", "dijk", "kade", "singel", "straat", "laan", "weg", "gracht", "haven", "dam", "wal", "camping", "wijk", "buurt")
_LONG = 8  # letters: a longer compound is rather what somebody works at than a surname


def noble(reading: Reading, i: int, last: int) -> bool:
    """Whether "tot" joins two places of an old surname behind a title or first name: "mevrouw Van Heusden tot Elshout", "Otto van Heusden tot Elshout"."""
    titled = reading.before(i) in context("title") | context("office") and reading.tokens[i].fold in SURNAME_HEADS
    opened = titled or (last > i and first_name(reading.tokens[i].fold) is not None and reading.after(i) == "van")
    return opened and _up_to(reading, last)


def _up_to(reading: Reading, last: int) -> bool:
    """Whether "tot" with a capital follows token `last`."""
    return reading.after(last) == "tot" and reading.joined(last + 1) and reading.tokens[last + 2].capital


def surname_after(reading: Reading, last: int, step: int, start: int) -> bool:
    """Whether what follows the particles is the surname of the name before them, which begins at token `start`."""
    particles = " ".join(reading.tokens[k].fold for k in range(last + 1, step))
    key, before = reading.tokens[step].fold, reading.tokens[last].fold
    if particles == "van" and first_name(before) is not None and _up_to(reading, step):
        return True
    if particles == "van" and (_two_words(reading, step) or AREA_CODE.fullmatch(reading.after(step))):  # "Ria van Wegwijs 013"
        return False
    if particles == "van" and last > start and _double(reading, last, step):
        return True
    if particles == "van" and last > start and (family_name(before) or first_name(before) is None):  # "Sonja Mertens van Parteon"
        return False
    if particles in {"van", "uit", "in", "op", "aan", "te", "de", "het"} or particles.startswith(("in ", "uit ", "op ", "aan ")):
        whole = f"{particles} {key}"
        if family_name(whole) or whole.removesuffix("s") in lists.family_names():
            return True
        given = reading.tokens[last].fold
        told = reading.before(start) in before_names() or reading.after(step) in context("verb")
        named = first_name(given) is not None or reading.before(start) in before_names()
        house = key in context("org") if told else head_word(key)
        told = told or (
            sure_name(given) and not (lists.places().get(key) in {"wijk", "streek", "eiland"} or key.endswith(_OUTSIDE))
        )  # "van Els op de Beek", not "Ria op de Brink"
        if particles in {"te", "ten", "op", "aan"} and named and not (house or key in lists.places() or (not told and TOWN_ENDING.search(key))):
            return last > start or sure_name(given) or told  # "Gert-Jan te Plate", not "Jan te Wouw"
        old = particles.endswith((" 't", " den", " der")) or (told and particles.endswith(" de") and not particles.startswith("van"))
        if (
            old and (last > start or named or reading.tokens[last].initials or not lists.is_word(given)) and not house
        ):  # "Jenneken Wessels op 't Oever", "Ad uit den Bogaard"
            return True
        if particles == "van" and (sure_name(given) or not lists.is_word(given)) and lists.places().get(key) in {"stad", "dorp"}:
            return last == start  # "Riny van Haren"
        named = first_name(given) is not None or (not lists.is_word(given) and not lists.is_word(key))
        if (particles != "van" and not (particles == "de" and named)) or (len(key) > 4 and head_word(key) and not family_name(key)):
            return False
        thing = len(key) > _LONG and (key not in lists.words() or key.endswith(THINGS))  # "Ria van Samenloop", but "Gerda van Leeuwerik"
        return key not in lists.places() and not (thing and not told and lists.is_word(key) and "-" not in key and not TOWN_ENDING.search(key))
    return True


def _two_words(reading: Reading, step: int) -> bool:
    """Whether two ordinary words with a capital stand at `step`: "mevrouw Dekker van Wonen Plus"."""
    key = reading.tokens[step].fold
    second = reading.tokens[step + 1] if reading.joined(step) else None
    return second is not None and second.capital and lists.is_word(key) and not family_name(key) and lists.is_word(second.fold) and not family_name(second.fold)


def _double(reading: Reading, last: int, step: int) -> bool:
    """Whether "van" joins two halves of a surname: it stands twice in the text, or ends as an old village does: "de Mol van Otterloo"."""
    whole = reading.text[reading.tokens[last].start : reading.tokens[step].end]
    key = reading.tokens[step].fold
    old = reading.before(last) in context("particle") and bool(TOWN_ENDING.search(key)) and not (key in lists.places() or lists.is_word(key))
    return old or reading.text.count(whole) > 1
