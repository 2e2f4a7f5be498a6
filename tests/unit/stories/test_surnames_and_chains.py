"""Whole names whatever the surname is; shops and firms that everybody knows: no direct identifier, and told where somebody works."""

import pytest

from reporting.model.story import Level, SpanType
from reporting.stories import detect

FOUND = [
    # a full name of which the first name is known, whatever its surname is
    ("Thuishulp Gerda van Leeuwerik merkte dat.", "Gerda van Leeuwerik:PERSON"),
    ("Zijn buurman Gert-Jan te Plate trok aan de bel.", "Gert-Jan te Plate:PERSON"),
    ("Ghassan en Rima al-Haddad hadden het zwaar.", "Ghassan:PERSON Rima al-Haddad:PERSON"),
    ("Haar moeder, Kimberley Drent, wilde niet.", "Kimberley Drent:PERSON"),
    ("Toen kwam Bertus Brabander binnen.", "Bertus Brabander:PERSON"),
    ("Felix de Zeeuw lachte om mw. de Groninger.", "Felix de Zeeuw:PERSON de Groninger:PERSON"),
    ("Buurvr. mw. Toos Kerstens heeft de sleutel.", "Toos Kerstens:PERSON"),
    ("Gisteren belde Ineke in 't Veld.", "Ineke in 't Veld:PERSON"),
    ("Ik sprak meneer op 't Land en Ad uit den Boogaard.", "op 't Land:PERSON Ad uit den Boogaard:PERSON"),
    ("Haar buurman Jan op de Weegh helpt.", "Jan op de Weegh:PERSON"),
    ("Zij aten in 't Ketelhuis en dronken thee.", "'t Ketelhuis:ORG"),
    ("Karin Wormer zei dat haar Drentse tante komt.", "Karin Wormer:PERSON"),
    # a name that ends in an s, an alias, the initials of a worker
    ("Zij heet Costansina, wij zeggen usi Stans, op nummer 16. Stans verborg het.", "Costansina:PERSON Stans:PERSON 16:ADDRESS Stans:PERSON"),
    ("Zeg maar Mei, trouwens.", "Mei:PERSON"),
    ("Er wordt over Xander Vrijdag gepraat. Op vrijdag kwam Xander, op Zaterdag niet.", "Xander Vrijdag:PERSON Xander:PERSON"),
    ("Overleg m. IP (CM): zij belt terug.", "IP:PERSON"),
    ("Roos voor roos zetten zij ze in de grond.", ""),
    # shops and firms that everybody knows are no direct identifier, also where somebody works
    ("Zijn rug begaf het bij DHL.", ""),
    ("Het trappenhuis van de HEMA waar ik werkte.", ""),
    ("Oma schoonmaakt bij de Shell-raffinaderij.", ""),
    ("Nu is hij in dienst bij de lidl.", ""),
    ("Hij is timmerman bij Aannemersbedrijf Gebr. Vink.", "Aannemersbedrijf Gebr. Vink:ORG"),
    ("Zij speelt bij Harmonie St. Aemiliaan.", "Harmonie St. Aemiliaan:ORG"),
    ("Op maandag komt de Zeeuwse thuiszorg met Zeeuwse bolussen.", "Zeeuwse:PLACE"),
    ("Hij viel van een steiger bij Bosveld en Pluim. Zij logeert bij Ali en Fatma.", "Bosveld en Pluim:ORG Ali:PERSON Fatma:PERSON"),
    # the article of a name that nobody knows belongs to it, that of a name that says what it is does not
    ("Hij zit op de Rakthoeve en zij in de Jozefkerk.", "de Rakthoeve:ORG Jozefkerk:ORG"),
    # and where somebody buys or owes
    ("Ze kocht brood bij Albert Heijn en kleren bij de Zeeman.", ""),
    ("Zij heeft een schuld bij Wehkamp en een rekening bij de Rabobank.", ""),
    ("Met de bus van Arriva ging hij naar de markt.", ""),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_who_and_where_is_found_whole(text: str, expected: str) -> None:
    found = " ".join(f"{r.text}:{r.type}" for r in detect(text) if r.level is Level.DIRECT)
    assert found == expected


def test_where_somebody_works_is_told_as_such_with_words_that_may_stand_instead() -> None:
    told = [(r.text, r.type, r.level, r.replacement) for r in detect("Zijn rug begaf het bij DHL. Brood kocht hij bij de Jumbo.")]
    assert told == [("DHL", SpanType.PROFESSION, Level.INDIRECT, "het vervoerbedrijf")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mevrouw Dekker-Ooms van Wonen Plus Welzijn belde.", ["Dekker-Ooms", "Wonen Plus Welzijn"]),
        ("Toen kreeg mevrouw Van Heusden tot Elshout één kaartje.", ["Van Heusden tot Elshout"]),
        (
            "De brief van advocaat mr. Van Heusden tot Elshout. Floris van Lynden tot Lienden zweeg.",
            ["Van Heusden tot Elshout", "Floris van Lynden tot Lienden"],
        ),
        ("Buurman De boer doet boodschappen.", ["De boer"]),
        ("Mijn achternaam Sheikh Daoud spelt niemand goed.", ["Sheikh Daoud"]),
        ("De verhuizer, Gebroeders Kuip, kwam met Karin Bolt van Wegwijs 013 langs.", ["Gebroeders Kuip", "Karin Bolt", "Wegwijs 013"]),
        ("In dorpshuis Fidei et Arti kookt hij.", ["Fidei et Arti"]),
        ("Zij werkt bij ingenieursbureau Witteveen aan de IJssel.", ["Witteveen aan de IJssel"]),
        ("De opbrengst gaat naar voetbalclub DVO’60.", ["DVO’60"]),
        ("Het spreekuur in Pier 80 zat vol.", ["Pier 80"]),
        ("De wijk staat er beter bij.", []),
        ("It Heidenskip is klein.", ["It Heidenskip"]),
        ("Het water had in 2021 de hele winkel vernield.", []),
        ("Bel 0113 57 20 64. 30 mensen wachten.", ["0113 57 20 64"]),
        ("Contact gaat via insta tuan.vn_88.", ["tuan.vn_88"]),
    ],
)
def test_names_of_several_words_are_whole(text: str, expected: list[str]) -> None:
    assert [r.text for r in detect(text) if r.level is Level.DIRECT] == expected
