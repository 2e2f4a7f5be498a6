"""Names without a capital: behind a title in any text, and of a writer who minds no capitals; and what is no name there."""

import pytest

from reporting.model.story import Level
from reporting.stories import detect

# three sentences without a capital, or four ordinary words with one, tell that a writer minds none
HURRIED = "sprak haar weer. was een goed gesprek. ging over geld en werk. "
SPRINKLED = "Zij dronk een Koffie uit een Beker en at een Koekje op de Bank. "

IN_ANY_TEXT = [
    ("Ik sprak mevrouw zhuang en de familie al-sabbagh.", "zhuang al-sabbagh"),
    ("Het was een mevrouw van de gemeente, een dame van stand.", ""),
    ("Hij lag in het Jeroen Bos ziekenhuis.", "Jeroen Bos ziekenhuis"),
    ("Zij zat op de Marokkaanse school.", ""),
    ("Er trad iemand op, mc Flexx, en hij heet geloof ik Storm.", "mc Flexx Storm"),
    ("Ik moet leerplicht bellen, ene kor.", "kor"),
    ("Het ene kind en de ene keer, toen belde er ene van de gemeente.", ""),
    ("Lauw, zoals iedereen hem noemt, eet brood.", "Lauw"),
    ("Gistere was het mooi weer.", ""),
]
CARELESS = [
    (HURRIED + "huisarts van gils weet ervan.", "van gils"),
    (HURRIED + "hoi oma wies, zei zoon kelvin dan.", "wies kelvin"),
    (HURRIED + "taalmaatje dinie ligtenberg komt op di.", "dinie ligtenberg"),
    (HURRIED + "moeder (wiebrechtje bolhuis) weet het.", "wiebrechtje bolhuis"),
    (HURRIED + "thee gedronken bij roos en haar moeder. roos is 16 en roos lacht.", "roos roos roos"),
    (HURRIED + "zit in opvang de stelling te den helder.", "opvang de stelling den helder"),
    (HURRIED + "gaat naar de AA in asten op di.", "asten"),
    (HURRIED + "zij woont in de bijlmer en hij in feijenoord.", "bijlmer feijenoord"),
    (HURRIED + "aangemeld bij taalhuis laak.", "taalhuis laak"),
    (HURRIED + "er werd over gekletst bij kapsalon knip en zo.", "kapsalon knip en zo"),
    (HURRIED + "heeft een kamer aan de kruisweg en dat kan niet.", "kruisweg"),
    (HURRIED + "gaat niet naar het hogeland college meer.", "het hogeland college"),
    (HURRIED + "uitje naar thialf met lening fam. Dhr was blij.", "thialf"),
    (SPRINKLED + "Zijn vriend Iman wisse en vrouw jikkemien kwamen.", "Iman wisse jikkemien"),
    (SPRINKLED + "Zij werkt bij supermarkt Hulzebos in zoutelande.", "supermarkt Hulzebos zoutelande"),
    (SPRINKLED + "Haar naam is Comfort. Met comfort maakte ik een plan.", "Comfort comfort"),
    # names cut short, and streets by their town
    (HURRIED + "consulent vd berg weet het, vd velde ma terugbellen.", "vd berg vd velde"),
    (HURRIED + "tel kees v. dijk, pleegzorg. gespr ma (sas vd hoeven) ging.", "kees v. dijk sas vd hoeven"),
    (HURRIED + "gespr romy. r = 16, zit thuis. r wil iets.", "romy r r"),
    (HURRIED + "gespr romy en rob. r wil iets.", "romy rob"),
    (HURRIED + "ging naar manege de zes linden in schoorl.", "manege de zes linden schoorl"),
    (HURRIED + "tante meredith in schiedam, singel 9. niks.", "meredith schiedam singel 9"),
    (HURRIED + "dijkgraaf (corrie), hoge akker 3 assendelft. mantelz.", "dijkgraaf corrie hoge akker 3 assendelft"),
    (HURRIED + "overleg 8 nov 't trefpunt, ging over eten.", "8 nov 't trefpunt"),
    (HURRIED + "huis uitgezet, uit tjoerde 312, bijlmer.", "tjoerde 312 bijlmer"),
    # what is no name there
    (SPRINKLED + "Hij stond op de wahctlijst.", ""),
    (HURRIED + "bij school de drie jongens gezien. ma (thuis vd markt) belt.", ""),
    (HURRIED + "op weg vd markt, medewerker van de gemeente, bus 12, utrecht.", "utrecht"),
    (HURRIED + "gebeld m jur. loket, dgbesteding gaat door.", ""),
    (HURRIED + "ging naar huis, zat op school en bij de buren in de straat.", ""),
    (HURRIED + "zij heeft dat gezegt en haar man verteldde het in de buurt.", ""),
    (HURRIED + "stond aan de snelweg bij het tankstation en kwam uit bed.", ""),
]


@pytest.mark.parametrize(("text", "expected"), [*IN_ANY_TEXT, *CARELESS])
def test_names_without_a_capital_are_found(text: str, expected: str) -> None:
    assert " ".join(r.text for r in detect(text) if r.level is Level.DIRECT) == expected
