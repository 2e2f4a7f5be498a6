"""Of a writer who minds no capitals: who that is, which words are names again, and what is no name there."""

import pytest

from reporting.model.story import Band, Level
from reporting.stories import detect
from reporting.stories.only_names import only_a_name
from reporting.stories.recase import minds_no_capitals, recased
from reporting.stories.text import tokens

HURRIED = "sprak haar weer. was een goed gesprek. ging over geld en werk. "

NAMES = ("marieke", "kumasi", "groothedde", "rupi", "hendrik-jan", "wim")
WORDS = ("ingeschakelt", "gesprk", "eetgroep", "naaiclub", "klantnr", "aandachtsfunct", "injera", "ma-di-do", "zzp'er", "wijkwinkel", "meneers")


@pytest.mark.parametrize("word", NAMES)
def test_a_word_that_no_word_list_knows_or_that_is_nearly_always_a_name_is_only_a_name(word: str) -> None:
    assert only_a_name(word)


@pytest.mark.parametrize("word", WORDS)
def test_a_slip_of_the_pen_a_compound_or_a_dish_is_no_name(word: str) -> None:
    assert not only_a_name(word)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Huisbezoek in lochem. Gebeld met marieke en daarna met maaike.", True),  # sentences have their capital, names have not
        ("Zij belde. En toen ... kwam hij. Hij had wat piet snot zei.", False),
        ("Ze woont in Lochem en werkt bij de bakker. Haar zus heet Marieke.", False),
    ],
)
def test_names_without_a_capital_tell_a_hurried_writer(text: str, expected: bool) -> None:
    assert minds_no_capitals(tokens(text), text) is expected


def test_the_text_gets_its_capitals_back_and_keeps_its_length() -> None:
    text = "met marieke kuiper uit oude pekela, mail marieke.k@post.nl, baas (ed) en oom wim."
    told = recased(text, tokens(text))
    assert told == "met Marieke Kuiper uit Oude Pekela, mail marieke.k@post.nl, baas (Ed) en oom Wim."
    assert len(told) == len(text)


FOUND = [
    ("gesprek met fatna (el bouazzati) over schulden", "fatna el bouazzati"),
    ("zoon plamen (9) is ziek. plamen komt niet.", "plamen plamen"),
    ("kamer bij mw dag aan de overkant, mw dag wil dat", "dag dag"),
    ("met koen vd kringloop (de spullebank) die het haalt", "koen de spullebank"),
    ("belde met gerda van der poel en met dhr vd velde zelf", "gerda van der poel vd velde"),
    ("truus, jan en mo waren er. kuiper terugbellen", "truus jan mo kuiper"),
    ("geen afspraak, dhr a. visser belt. samuel b. was er", "a. visser samuel b."),
    ("poetst nu bij hotel de koperen hoogte, dat gaat goed", "hotel de koperen hoogte"),
    ("had een baan bij stomerij de witte raaf maar nu niet", "stomerij de witte raaf"),
    ("zit op een huisje op park de zilverberk in ommen", "park de zilverberk ommen"),
    ("dagbest op de kievit gaat goed, inloop de pijler ook", "de kievit inloop de pijler"),
    ("taalles bij de brug. mentor (rob) vd vlinder belde", "de brug rob vlinder"),
    ("wil koken in de poelenburcht en gaat naar het rechtshuis", "de poelenburcht het rechtshuis"),
    ("briefadres zuidende 20. daarna niets", "zuidende 20"),
    ("peuterspeelzaal regenboog belde, opvang gebeld, het passantenhuis vol", "peuterspeelzaal regenboog het passantenhuis"),
    ("zit op roc domstad en voetbalt bij vv lekkerkerk", "roc domstad vv lekkerkerk"),
    ("hennie zomer komt langs en fatna gebeld worden kan niet", "hennie zomer fatna"),
    ("ga 16-7 weer langs, daarna niet", "16-7"),
    # what is no name there
    ("zat op de bank bij het raam en stond op de brug", ""),
    ("kookte injera en vroeg naar de stand jan en zijn max", ""),
    ("wijkagent ingeschakelt, mw ter plaatse gesproken", ""),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_names_of_hurried_notes_are_found(text: str, expected: str) -> None:
    assert " ".join(r.text for r in detect(HURRIED + text) if r.level is Level.DIRECT) == expected


def test_a_name_without_any_capital_is_never_certain() -> None:
    (name,) = (r for r in detect(HURRIED + "gebeld met marieke kuiper.") if r.level is Level.DIRECT)
    assert name.text == "marieke kuiper"
    assert name.band is not Band.CERTAIN
