"""People told by where a name stands, and those of a hurried writer that only the words around them tell."""

import pytest

from reporting.model.story import KnownNames, Level
from reporting.stories import detect, substitute

HURRIED = "sprak haar weer. was een goed gesprek. ging over geld en werk. "

FOUND = [
    ("Met vriendelijke groet, mede namens Herman-Jan,\nMariët Kotteman-ter Horst", "Herman-Jan|Mariët Kotteman-ter Horst"),
    ("Met vriendelijke groet,\nHet Wijkteam", ""),
    ("Met groet,\nGemeente Renkum", "Renkum"),
    ("Liefs,\nOma Truus", "Truus"),
    ("Er lagen tegels. Van Hai Truong haalde ze weg.", "Van Hai Truong"),
    ("Hij kwam. Van der Zwaag belde.", "Van der Zwaag"),
    ("Van Ria Jansen kreeg hij koffie.", "Ria Jansen"),
    ("Niemand bleef. Lieve Verhappen wel.", "Lieve Verhappen"),
    ("Lieve Ria, kom je?", "Ria"),
    ("Noé vermoedt dat, en ik zag Noé lachen.", "Noé|Noé"),
    ("Noe is het goed.", ""),
    (HURRIED + "buurman siem kaars doet de boodschappen.", "siem kaars"),
    (HURRIED + "buurvrouw wil haalt ze op, haar man wil niet.", "wil"),
    (HURRIED + "wil niets zeggen over haar ex (danny p.). daar is ook sanne v.d. b. aanwezig.", "danny p.|sanne v.d. b."),
    (HURRIED + "morgen wijkagent boelhouwer vragen.", "boelhouwer"),
    (HURRIED + "hij is door kelvin uit huis gezet. kelvin reageert niet.", "kelvin|kelvin"),
    (HURRIED + "man overl in 2019. bsn voor jw-aanvraag komt nog.", ""),
    ("vpk Marlies 1x p/w, en een lijst.\nActies\n1 bellen", "Marlies"),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_people_are_found_where_their_place_tells_them(text: str, expected: str) -> None:
    assert "|".join(r.text for r in detect(text) if r.level is Level.DIRECT) == expected


PLACES_AND_BODIES = [
    ("Huis van de Wijk Parkrand, vrijdagochtend.", "Huis van de Wijk Parkrand"),
    ("Zij leest in Huis vd Wijk De Hal, op dinsdag.", "Huis vd Wijk De Hal"),
    ("Hulp via drie anderen vd Ger. Gem. Dirksland, elke week.", "Ger. Gem. Dirksland"),
    ("Een coach van Zorg om Boer Westerwolde helpt.", "Zorg om Boer Westerwolde"),
    ("De Bossche bol is op, zei Jan van den Bossche.", "Bossche|Jan van den Bossche"),
    ("En Dordtse jongens praten weinig.", "Dordtse"),
    ("Hij kwam van Bonaire naar Dordrecht.", "Bonaire|Dordrecht"),
    ("Dat was intake 3-9 en gesprek 4-10.\n- 12-12 kookte zij. Toen stond 1-3 weer klaar.", "3-9|4-10|12-12|1-3"),
    ("Na gesprek 3-9 en afspraak 4-10 wonnen ze met 3-1.", "3-9|4-10"),
    ("Na intake 3-9 en gesprek 4-10 is de kamer van 3-4 meter. 2-1 verloren.", "3-9|4-10"),
    # what identifies nobody
    ("De Protestantse Kerk in Nederland steunt dat.", ""),
    ("Score op de ZRM: 2 op Financiën, 3 op Wonen. Het VTLB en het MDO.", ""),
    ("Wij vragen de Kredietbank om hulp, en de Sociale Raadslieden. In de Zomer.", ""),
    ("Medicatie: Sertraline 50 mg. Belafspraak woensdag. Cl had pijn.", ""),
    ("Les 1: schrijven. Les 2: lezen.", ""),
]


@pytest.mark.parametrize(("text", "expected"), PLACES_AND_BODIES)
def test_houses_parishes_and_days_are_found_and_short_forms_are_not(text: str, expected: str) -> None:
    assert "|".join(r.text for r in detect(text) if r.level is Level.DIRECT) == expected


def test_a_former_factory_is_told_once_and_reads_as_no_name() -> None:
    text = "Hij werkte bij ex-steenfabriek Griendhoek, lang."
    safe = substitute(text, detect(text), b"k" * 32)
    assert safe == "Hij werkte bij de ex-steenfabriek, lang."
    assert [r for r in detect(safe) if r.level is Level.DIRECT] == []


@pytest.mark.parametrize("memory", ["Gerda Horst", "Mariët Bos"])
def test_a_signature_stays_whole_where_one_of_its_words_is_a_name_of_another_story(memory: str) -> None:
    text = "Zij hielp hem.\nMet vriendelijke groet,\nMariët Kotteman-ter Horst"
    assert [r.text for r in detect(text, KnownNames(memory=(memory,)))] == ["Mariët Kotteman-ter Horst"]


def test_a_signature_that_may_stay_is_left() -> None:
    assert [r.text for r in detect("Met vriendelijke groet,\nMariët Bosveld", KnownNames(leave=("Mariët Bosveld",)))] == []
