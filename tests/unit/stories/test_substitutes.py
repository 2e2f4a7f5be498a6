"""Substitutes: one a person, like the person, never somebody's, and in good Dutch."""

import pytest
from rapidfuzz.distance import Levenshtein

from reporting.model.story import KnownNames, SpanType
from reporting.stories import detect, lists, substitute
from reporting.stories.assign import assign
from reporting.stories.substitutes import genitive
from reporting.stories.text import fold

SECRET = b"een verzonnen geheim voor de proef"
CELLS = [("nl", g) for g in ("old", "mid", "young")] + [(b, "") for b in lists.BACKGROUNDS if b != "nl"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Elif", "Elifs"),
        ("Anna", "Anna's"),
        ("Hans", "Hans'"),
        ("Max", "Max'"),
        ("Beatriz", "Beatriz'"),
        ("Jenny", "Jenny's"),
        ("Roy", "Roys"),
        ("René", "Renés"),
        ("Anneke", "Annekes"),
        ("Rojhat", "Rojhats"),
        ("Otto", "Otto's"),
    ],
)
def test_the_dutch_genitive(name: str, expected: str) -> None:
    assert genitive(name) == expected


@pytest.mark.parametrize(("background", "generation"), CELLS)
@pytest.mark.parametrize("kind", ["female", "male"])
def test_every_cell_has_sixty_names_and_none_is_an_ordinary_word(background: str, generation: str, kind: str) -> None:
    names = lists.substitutes(kind, background, generation)
    assert len(names) >= 60
    assert not [n for n in names if fold(n) in lists.words()]


def _names(text: str, story: str = "s", secret: bytes = SECRET, known: KnownNames = KnownNames()) -> list[str]:
    found = assign({"": text}, {"": detect(text, known)}, secret, story, known).redactions[""]
    return [r.replacement for r in found if r.type is SpanType.PERSON]


def test_all_mentions_of_one_person_get_one_name() -> None:
    text = "Truus van der Meulen belde. Mevr. van der Meulen kwam. Truusje lachte. T. zwaaide. Truus' fiets stond buiten."
    full, surname, pet, initial, genitive_of = _names(text)
    assert full == f"{pet} {surname}"
    assert initial == f"{pet[0]}."
    assert genitive_of == pet


def test_a_man_and_the_woman_with_his_surname_are_two_people() -> None:
    text = "Toen vroeg Klaas Hakvoort of ik meeging. Hij lachte. Later kwam mevrouw Hakvoort."
    people = assign({"": text}, {"": detect(text, KnownNames())}, SECRET, "s", KnownNames()).people.values()
    assert sorted((p.first, p.surname, p.gender) for p in people) == [("", "hakvoort", "f"), ("klaas", "hakvoort", "m")]


@pytest.mark.parametrize(
    ("text", "gender"),
    [("Hij zat naast Dirkje.", "f"), ("Hillechien lachte.", "f"), ("Dirkje viel. Hij huilde. Dirkje sliep. Hij droomde. Dirkje at. Hij had honger.", "m")],
)
def test_the_ending_of_an_unlisted_name_tells_a_woman_unless_pronouns_tell_otherwise(text: str, gender: str) -> None:
    people = assign({"": text}, {"": detect(text, KnownNames())}, SECRET, "s", KnownNames()).people.values()
    assert [p.gender for p in people] == [gender]


def test_a_name_differs_between_stories_and_between_organisations() -> None:
    text = "Semhar kwam."
    assert len({*(_names(text, story=str(n))[0] for n in range(20))}) > 5
    assert len({*(_names(text, secret=bytes([n]) * 32)[0] for n in range(20))}) > 5
    assert _names(text) == _names(text)


@pytest.mark.parametrize(
    ("text", "kind", "background"),
    [
        ("Ayşe kwam.", "female", "tr"),
        ("Ludmila kwam.", "female", "ua"),
        ("Yonas kwam.", "male", "er"),
        ("Hodan kwam.", "female", "so"),
        ("Agnieszka kwam.", "female", "pl"),
        ("Noureddine kwam.", "male", "ma"),
        ("Sjoukje kwam.", "female", "fy"),
        ("Soerdj kwam.", "male", "sr"),
        ("Churandy kwam.", "male", "cb"),
        ("Ghassan kwam.", "male", "sy"),
        ("Zarghona kwam.", "female", "af"),
    ],
)
def test_gender_and_background_stay(text: str, kind: str, background: str) -> None:
    assert _names(text)[0] in lists.substitutes(kind, background)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mevrouw Qwarbel en haar zoon Zelvo.", "male"),
        ("Mijn zus Vrunda kwam.", "female"),
        ("Zijn moeder heet Qwarba.", "female"),
        ("Ik zag Xerbo. Hij lachte.", "male"),
    ],
)
def test_title_kinship_and_pronoun_tell_the_gender_of_a_name_nobody_lists(text: str, kind: str) -> None:
    assert any(fold(_names(text)[-1]) in {fold(n) for n in lists.substitutes(kind, b)} for b in ("neutral", "nl"))


def test_a_plural_ze_is_no_woman_and_a_pet_form_has_the_gender_of_its_name() -> None:
    assert _names("U zag Robbie. Daar stonden ze te klappen.")[0] in lists.substitutes("male", "nl", "mid")


def test_a_name_of_unknown_gender_gets_a_name_for_everybody() -> None:
    assert _names("Wij zagen Qwarbo gisteren.")[0] in lists.substitutes("unisex", "neutral")


def test_a_generation_stays() -> None:
    assert _names("Greet kwam.")[0] in lists.substitutes("female", "nl", "old")
    assert _names("Fleur kwam.")[0] in lists.substitutes("female", "nl", "young")


def test_a_substitute_is_no_known_name_nor_like_one() -> None:
    pool = lists.substitutes("female", "er")
    memory = tuple(pool[: len(pool) // 2])
    for n in range(40):
        (given,) = _names("Semhar kwam.", story=str(n), known=KnownNames(memory=memory))
        assert all(Levenshtein.distance(fold(given), fold(m)) > 1 for m in (*memory, "Semhar"))


def test_initials_with_a_double_surname_stay_initials() -> None:
    (given,) = _names("Mevrouw G.A.M. Hoogendoorn-de Lange belde.")
    assert given[1:3] == ". "


def test_a_double_surname_keeps_the_half_that_others_bear() -> None:
    couple, alone = _names("Het echtpaar Stam-Öztürk kwam. Mevrouw Stam lachte.")
    assert couple.split("-")[0] == alone
    assert couple.count("-") == 1


def test_a_pet_form_with_another_vowel_is_the_same_person() -> None:
    assert len(set(_names('Ik sprak met Hamza ("Hamzie") daar.'))) == 1


def test_the_word_before_a_single_name_tells_first_name_or_surname() -> None:
    text = "Neef Kas kwam met mw. Sewnarain."
    first, last = _names(text)
    assert first in lists.substitutes("male", "nl", "mid")
    assert last in lists.substitutes("family", "sr")


def test_ben_is_a_first_name_unless_a_title_says_otherwise() -> None:
    assert len(set(_names("Haar schoonzoon Ben Latuheru kwam. Ben speelde gitaar."))) == 1


def test_two_people_never_share_a_name() -> None:
    text = "Semhar, Feven, Luwam, Winta, Saba, Senait, Rahwa en Rahel zongen."
    names = _names(text)
    assert len(names) == 8
    assert len(set(names)) == 8


def test_the_genitive_follows_the_new_name() -> None:
    text = "Anna's tas, Elifs fiets en Hans' hoed."
    result = substitute(text, detect(text), SECRET)
    first, second, third = _names(text, story="")
    assert result == f"{genitive(first)} tas, {genitive(second)} fiets en {genitive(third)} hoed."


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Zij eet in buurthuis De Kastanje.", "Zij eet in het buurthuis."),
        ("Het buurthuis 'De Kastanje' is open.", "Het buurthuis is open."),
        ("Ons nieuwe buurthuis De Kastanje is open.", "Ons nieuwe buurthuis is open."),
        ("Stichting Vlinderhof helpt.", "De stichting helpt."),
        ("Zij woont in de wijk Lombok in Utrecht.", "Zij woont in de wijk in de stad."),
        ("Van Zwolle naar Deventer en weer naar Zwolle.", "Van de stad naar de andere stad en weer naar de stad."),
        ("Adres: Dorpsstraat 12a, 8021 AB Zwolle.", "Adres: een straat in de buurt."),
        ("Zij woont aan de Dorpsstraat.", "Zij woont aan een straat in de buurt."),
        ("Op 12 september 2024 kwam zij.", "Op een dag in het najaar kwam zij."),
        ("Zwolle is mooi.", "De stad is mooi."),
        ("Bel 06-12345678 of mail j@x.nl.", "Bel [verwijderd] of mail [verwijderd]."),
        ("De hele Bomenbuurt kwam.", "De hele wijk kwam."),
        ("Dit is voor Henk J. Eerst was het stil.", "Dit is voor Sjoerd. Eerst was het stil."),
        ("Hij is student TU Delft.", "Hij is student van een organisatie."),
        ("Vergadering do 13-02.", "Vergadering een dag in de winter."),
        ("Zij kwam uit Katwijk aan Zee naar Kerkrade-West.", "Zij kwam uit de stad naar de wijk."),
        ("In onze wijk, Pendrecht, ken ik iedereen.", "In onze wijk ken ik iedereen."),
        ("Een huisje op park De Bloemert.", "Een huisje op het park."),
        ("Ik ben geboren op Sint Eustatius.", "Ik ben geboren op het eiland."),
        ("Over het gesprek van 4 maart jl. schrijf ik u.", "Over het gesprek van een dag in het voorjaar schrijf ik u."),
        ("8/4 Foto gevonden. 9/4 alles stil.", "Een dag in het voorjaar: Foto gevonden. Een dag in het voorjaar alles stil."),
        ("Zij wandelt op de Utrechtse Heuvelrug.", "Zij wandelt in de streek."),
        ("Iemand uit Marken in Texel.", "Iemand van het eiland op het andere eiland."),
        ("Mijn zoon (06-11223344), belt.", "Mijn zoon ([verwijderd]), belt."),
        ("Zij woont op de Dahliastraat.", "Zij woont in een straat in de buurt."),
        ("De kraam staat op het Raadhuisplein.", "De kraam staat op een plein in de buurt."),
        ("Hij is geboren te Oudewater.", "Hij is geboren in het dorp."),
        ("Ontruiming per 1 mei.", "Ontruiming op een dag in het voorjaar."),
        ("Zij ligt op de afdeling Vlinderhof van woonzorgcentrum De Weideblik.", "Zij ligt op de afdeling van het woonzorgcentrum."),
        ("Hij lag in het Zaans Medisch Centrum.", "Hij lag in het ziekenhuis."),
        ("Wij zien elkaar op Kampen CS.", "Wij zien elkaar op het station."),
        ("Zij leest in bibliotheek Zwolle.", "Zij leest in de bibliotheek."),
        ("Zwolles burgemeester kwam, en Breda's theater bleef dicht.", "De plaatselijke burgemeester kwam, en het plaatselijke theater bleef dicht."),
        ("Zij had een zaak, Bloemenhuis Anjelier, op een hoek.", "Zij had een zaak, het bloemenhuis, op een hoek."),
        ("Een Stadskanaalse jongen bij het Goudse café.", "Een plaatselijke jongen bij het plaatselijke café."),
        ("Hij is een geboren Hengeloër.", "Hij is een geboren inwoner."),
        ("Wij wonen nu op Urk.", "Wij wonen nu in de stad."),
        ("Zij ging naar het sociaal team Overvecht.", "Zij ging naar het sociaal team."),
        ("Wij zingen bij Gemengd Koor Soli Deo Gloria.", "Wij zingen bij het koor."),
        ("Zij sprak met Lefier, en woningcorporatie Ymere kwam.", "Zij sprak met de woningcorporatie, en de andere woningcorporatie kwam."),
        (
            "Zij werkt bij Kwintus en hij bij Tactor. Tactor belt.",
            "Zij werkt bij een organisatie en hij bij een andere organisatie. De andere organisatie belt.",
        ),
    ],
)
def test_the_text_reads_as_if_written_so(text: str, result: str) -> None:
    assert substitute(text, detect(text), SECRET) == result


def test_a_full_stop_inside_a_name_or_day_still_ends_its_sentence() -> None:
    text = "Zij kreeg een fiets van Jansen en Co. Ik kwam op 3 sept. Alleen was zij niet."
    assert substitute(text, detect(text), SECRET) == "Zij kreeg een fiets van een organisatie. Ik kwam op een dag in het najaar. Alleen was zij niet."
