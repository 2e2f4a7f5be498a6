"""What has a form of its own, its checks, and what only looks like it."""

import pytest

from reporting.model.story import Band, KnownNames, Level, SpanType
from reporting.stories import detect
from reporting.stories.patterns import eleven_test, iban_test


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("bsn 123456782", "123456782", SpanType.BSN),
        ("haar nummer 111222333 klopt", "111222333", SpanType.BSN),
        ("BSN: 1234.56.782", "1234.56.782", SpanType.BSN),
        ("rekening NL91 ABNA 0417 1643 00", "NL91 ABNA 0417 1643 00", SpanType.IBAN),
        ("nl91abna0417164300 dus", "nl91abna0417164300", SpanType.IBAN),
        ("bel 06-12345678", "06-12345678", SpanType.PHONE),
        ("bel 010 - 473 12 34 even", "010 - 473 12 34", SpanType.PHONE),
        ("+31 6 12 34 56 78", "+31 6 12 34 56 78", SpanType.PHONE),
        ("(0513) 62 34 51 is het", "(0513) 62 34 51", SpanType.PHONE),
        ("mail t.hoek+x@ziggo.nl.", "t.hoek+x@ziggo.nl", SpanType.EMAIL),
        ("zie www.voorbeeld.nl/wij.", "www.voorbeeld.nl/wij", SpanType.URL),
        ("volg @ria_k maar", "@ria_k", SpanType.HANDLE),
        ("postcode 8021 AB dus", "8021 AB", SpanType.POSTCODE),
        ("kenteken 12-XK-BD.", "12-XK-BD", SpanType.LICENSE_PLATE),
        ("auto GB-123-X rijdt", "GB-123-X", SpanType.LICENSE_PLATE),
        ("dossiernummer 2026-00417", "2026-00417", SpanType.ID_NUMBER),
        ("cliëntnr. 88123", "88123", SpanType.ID_NUMBER),
        ("v-nummer: 2893001234", "2893001234", SpanType.ID_NUMBER),
        ("op 14/2 kwam", "14/2", SpanType.DATE),
        ("op 14-02-2026 kwam", "14-02-2026", SpanType.DATE),
        ("op 3 maart kwam", "3 maart", SpanType.DATE),
        ("op de dertiende maart", "de dertiende maart", SpanType.DATE),
        ("op zaterdag 4 juli won hij", "zaterdag 4 juli", SpanType.DATE),
        ("op 2026-03-14.", "2026-03-14", SpanType.DATE),
        ("op 12 sept. kwam", "12 sept.", SpanType.DATE),
        ("aan de Laan van Meerdervoort 120 links", "Laan van Meerdervoort 120", SpanType.ADDRESS),
        ("in de Van Goghstraat 3 hs", "Van Goghstraat 3 hs", SpanType.ADDRESS),
        ("aan de dorpsstraat 12", "dorpsstraat 12", SpanType.ADDRESS),
        ("op nummer 33 woont", "33", SpanType.ADDRESS),
        ("koffie op Wal 60, boven", "Wal 60", SpanType.ADDRESS),
        ("HB 4/10, Dijkje 6 te Wouw: stil", "Dijkje 6", SpanType.ADDRESS),
        ("zij woont op de 's-Gravendijkweg nu", "'s-Gravendijkweg", SpanType.ADDRESS),
        ("in Hallum op de Kortebuorren 5 en", "Kortebuorren 5", SpanType.ADDRESS),
        ("flat op de jan tooropstraat 14. mooi", "jan tooropstraat 14", SpanType.ADDRESS),
        ("adres molenwei 3, tel volgt", "molenwei 3", SpanType.ADDRESS),
        ("in de stad, veldje 212, postcode 3194 kd. ja", "veldje 212", SpanType.ADDRESS),
        ("postcode 3194 kd. ja", "3194 kd", SpanType.POSTCODE),
        ("op de Kapelweg hondert 4. Hij", "Kapelweg hondert 4", SpanType.ADDRESS),
        ("op Tolplantsoen 118-bis, al lang", "Tolplantsoen 118-bis", SpanType.ADDRESS),
        ("staan op Hoofdstraat 9 unit 14. Hij", "Hoofdstraat 9 unit 14", SpanType.ADDRESS),
        ("op Achter de Hal 2hs in Vianen", "Achter de Hal 2hs", SpanType.ADDRESS),
        ("kort op De Wende 12-14 en daarna", "De Wende 12-14", SpanType.ADDRESS),
        ("in een huurhuis aan It Heechhiem 14 in Burgum", "It Heechhiem 14", SpanType.ADDRESS),
        ("Hij woont aan De Hege Dyk 3 in Balk.", "De Hege Dyk 3", SpanType.ADDRESS),
        ("een dik dossier, nummer 2023-VZ-4471.", "2023-VZ-4471", SpanType.ID_NUMBER),
        ("Overgedragen. Registratie: NB/1320/41.", "NB/1320/41", SpanType.ID_NUMBER),
        ("Indicatienummer GL 2023 / 66124, ja", "GL 2023 / 66124", SpanType.ID_NUMBER),
        ("sluit je dossier, VK/16.4471, nu", "VK/16.4471", SpanType.ID_NUMBER),
        ("aangifte gedaan, reg PL0900-24-8815. Rust", "PL0900-24-8815", SpanType.ID_NUMBER),
        ("Zijn nummer daar is WT/77104. Verder", "WT/77104", SpanType.ID_NUMBER),
        ("Klantnummer van opa is TDK 00518.", "TDK 00518", SpanType.ID_NUMBER),
        ("loopt nog, dossnr pk-55031. volgt", "pk-55031", SpanType.ID_NUMBER),
        ("bij de dokter op 9juli. Toen", "9juli", SpanType.DATE),
        ("weg sinds 23 juni2023 en nu", "23 juni2023", SpanType.DATE),
        ("en op 7 amrt 2024 brak", "7 amrt 2024", SpanType.DATE),
        ("opgezegd per 29 setpember. Nu", "29 setpember", SpanType.DATE),
        ("bij haar aan de Westlaan 34 zw., samen", "Westlaan 34 zw.", SpanType.ADDRESS),
        ("aan de deur, Naaierstraat 53 achter. Daar", "Naaierstraat 53 achter", SpanType.ADDRESS),
        ("op de camping, Heggensweg 112 plek 36, koud", "Heggensweg 112 plek 36", SpanType.ADDRESS),
        ("weggestuurd, tjalkje 43 24. stil", "tjalkje 43 24", SpanType.ADDRESS),
        ("hij woont pr mauritslaan 230 Vlaardingen", "pr mauritslaan 230", SpanType.ADDRESS),
        ("zij woont p. saenredamstr 130-2, alleen", "p. saenredamstr 130-2", SpanType.ADDRESS),
        ("op een bank, rijksweg n 83 b. geen geld", "rijksweg n 83 b", SpanType.ADDRESS),
        ("Toen kwam de inspectie. Nummer 218 was leeg.", "218", SpanType.ADDRESS),
        ("toen op Onder de Bogen 7 zw. Na", "Onder de Bogen 7 zw", SpanType.ADDRESS),
        ("buren van nr. 212-hs, ja", "212-hs", SpanType.ADDRESS),
        ("zij huren op de molenwerf 19 rood nu", "molenwerf 19 rood", SpanType.ADDRESS),
        ("Kattendiep 41 B, 9711 DA in", "Kattendiep 41 B", SpanType.ADDRESS),
        ("post naar Postbus 44, heel snel", "Postbus 44", SpanType.ADDRESS),
        ("zaaknummer 10842217 OV VERZ 24-331", "10842217 OV VERZ 24-331", SpanType.ID_NUMBER),
        ("klantnummer bij Essent is 300-88712.", "300-88712", SpanType.ID_NUMBER),
        ("nu (polis 4410-88-6352) dus", "4410-88-6352", SpanType.ID_NUMBER),
        ("op snap: bikkel.zl is hij", "bikkel.zl", SpanType.HANDLE),
        ("in de nacht van 4 op 5 mei", "4 op 5 mei", SpanType.DATE),
        ("van 3 t/m 6 juni weg", "3 t/m 6 juni", SpanType.DATE),
        ("niet gebeld na val 18-7. Gesprek", "18-7", SpanType.DATE),
        ("ik kom 3 februarie langs", "3 februarie", SpanType.DATE),
        ("op zeven en twintig mei", "zeven en twintig mei", SpanType.DATE),
        ("op zes april drieënzeventig hier", "zes april drieënzeventig", SpanType.DATE),
        ("geb 010189, ongehuwd", "010189", SpanType.DATE),
        ("een Poolse plaat, OP 7K214.", "OP 7K214", SpanType.LICENSE_PLATE),
        ("op zn soundcloud (tracks_036). nu", "tracks_036", SpanType.HANDLE),
        ("het dossier ook, SH-310-4478.", "SH-310-4478", SpanType.ID_NUMBER),
        ("haar nr klant is: nee, nr klant B-50217, bsn", "B-50217", SpanType.ID_NUMBER),
        ("zie dossier KV 19-7731. Daarna", "KV 19-7731", SpanType.ID_NUMBER),
        ("kopie in map sg/0418. Loon", "sg/0418", SpanType.ID_NUMBER),
        ("met haar stadspas 6093 naar binnen", "6093", SpanType.ID_NUMBER),
        ("mijn pas 4471 en kaart is 1834 5678, ja", "1834 5678", SpanType.ID_NUMBER),
        ("onder de gebruikersnaam mol_kwiek8, dus", "mol_kwiek8", SpanType.HANDLE),
        ("inlognaam: janwies. wachtwoord kwijt", "janwies", SpanType.HANDLE),
        ("kan hij naar 3417xb? vraag het", "3417xb", SpanType.POSTCODE),
        ("Postcode/plaats: 4823 SK Breda", "4823 SK", SpanType.POSTCODE),
        ("zit op Mozartstr 12 III, boven", "Mozartstr 12 III", SpanType.ADDRESS),
        ("langs bij nassauln 3, tel volgt", "nassauln 3", SpanType.ADDRESS),
        ("het adres blijft voorlopig Wilhelminalan 5. Mail", "Wilhelminalan 5", SpanType.ADDRESS),
        ("hij woont nu hoge es 7, alleen", "hoge es 7", SpanType.ADDRESS),
        ("op Dokkade 4 k11 (nog even)", "Dokkade 4 k11", SpanType.ADDRESS),
        ("flats van het Marktplein-Noord. Daar", "Marktplein-Noord", SpanType.ADDRESS),
    ],
)
def test_a_form_is_found(text: str, words: str, kind: SpanType) -> None:
    found = [(r.text, r.type) for r in detect(text) if r.level is Level.DIRECT]
    assert (words, kind) in found


@pytest.mark.parametrize(
    "text",
    [
        "Het kost € 4.300 en duurt 14 weken.",
        "Om 14.30 uur tot 15:45 uur.",
        "Groep 8 won met 3-2.",
        "In maart en op maandag is het druk.",
        "De Wmo, het COA, DigiD en de Belastingdienst.",
        "Zij spreekt Nederlands, Turks en Tigrinya.",
        "Met de Voedselbank en bij de Albert Heijn.",
        "De Noordzee en de Middellandse Zee.",
        "Op Koningsdag en met Kerst, tijdens de Ramadan.",
        "Wij zagen 3.112 mensen in 2 jaar.",
        "Een mbo-diploma op niveau 2.",
        "De Syrische vrouwen koken op dinsdag.",
        "Wat doen we nu? Hoe komt dat?",
        "Ontmoetingsmiddagen helpen. Schuldhulpverlening ook.",
        "Dat is 1/2 liter.",
        "Elke week, 24/7, staat de deur open.",
        "Er kwamen 1500 op af.",
        "Er waren pas 2500 bezoekers, de kaart van 2021 was 1000 punten of 2500pp.",
        "Zijn map van 2023-2024, een kaart kost 1500 euro en 1500kg pasta.",
        "Het plan 3 lag klaar, het account is weg. Een map met 120 foto's.",
        "Hij woont hier 12, hij woont daar sinds kort met 3 kinderen.",
        "Zij leest Jip en Janneke voor.",
        "De registratie BRP 2024 is klaar, het dossier van 2024 / 2025 ook.",
        "De melding is gedaan. Nummer 3 op de lijst komt straks, zij ligt achter.",
        "De Week van de Eenzaamheid begint.",
    ],
)
def test_what_identifies_nobody_is_left(text: str) -> None:
    assert [r.text for r in detect(text) if r.level is Level.DIRECT] == []


def test_a_failing_check_lowers_the_score_and_keeps_the_span() -> None:
    (good,), (bad,) = detect("bsn 123456782"), detect("mijn bsn 123456783")
    assert good.score > bad.score or bad.band is Band.CERTAIN
    assert bad.text == "123456783"
    (iban,) = detect("NL91ABNA0417164301 klopt niet")
    assert iban.type is SpanType.IBAN


@pytest.mark.parametrize(("digits", "good"), [("123456782", True), ("111222333", True), ("123456783", False), ("000000000", False), ("12345678", False)])
def test_the_eleven_test(digits: str, good: bool) -> None:
    assert eleven_test(digits) is good


def test_the_iban_check() -> None:
    assert iban_test("NL91 ABNA 0417 1643 00")
    assert not iban_test("NL92 ABNA 0417 1643 00")


@pytest.mark.parametrize(
    ("text", "words", "replacement"),
    [
        ("Zij is 67 jaar oud.", "67 jaar oud", "eind zestig"),
        ("Een 67-jarige vrouw.", "67-jarige", "oudere"),
        ("Een 8-jarig kind.", "8-jarig", "jong"),
        ("Hij is 8 jaar.", "8 jaar", "nog jong"),
        ("Een jongen van 16 jaar.", "16 jaar", "tienerleeftijd"),
        ("Ik ben zevenenzestig.", "zevenenzestig", "eind zestig"),
        ("Een gezin met zeven kinderen.", "zeven kinderen", "meerdere kinderen"),
        ("Hij was imker.", "imker", "vakman in de natuur"),
        ("Zij heeft epilepsie.", "epilepsie", "een chronische ziekte"),
        ("Gevlucht uit Eritrea.", "Eritrea", "een ander land"),
        ("In maart 2024.", "maart 2024", "voorjaar"),
    ],
)
def test_an_indirect_fact_gets_a_general_wording(text: str, words: str, replacement: str) -> None:
    assert (words, replacement) in [(r.text, r.replacement) for r in detect(text) if r.level is Level.INDIRECT]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("🙂🙂 Semhar kwam 🙂", "Semhar"),
        ("Re\u0301mi en Zoe\u0308 lachen", "Re\u0301mi"),
        ("Met Sem\u00adhar gaat het goed", "Sem\u00adhar"),
        ("Bij\u00a0Truus\u00a0thuis", "Truus"),
        ("Zij zag Se\u200bmhar", "Se\u200bmhar"),
        ("👩‍👩‍👧 Ayşe\u2019s zoon", "Ayşe"),
    ],
)
def test_offsets_are_code_points_of_the_original(text: str, words: str) -> None:
    found = detect(text)
    assert words in [r.text for r in found]
    assert all(text[r.start : r.end] == r.text for r in found)


def test_names_that_are_known_are_found_in_lower_case() -> None:
    text = "ik ben semhar en mevrouw van leeuwen helpt mij met de post. roos is mijn buurvrouw, zij komt vaak langs."
    found = [r.text for r in detect(text, KnownNames(people=("Semhar Tesfay", "C. van Leeuwen", "Roos"))) if r.type is SpanType.PERSON]
    assert found == ["semhar", "van leeuwen", "roos"]


def test_memory_finds_a_name_that_is_an_ordinary_word_only_with_a_capital() -> None:
    known = KnownNames(memory=("Roos",))
    assert [r.text for r in detect("Wij gaven Roos een roos.", known)] == ["Roos"]


def test_the_empty_text_has_nothing() -> None:
    assert detect("") == ()


@pytest.mark.parametrize("text", ["Bellen kan di. 9-11u, liefst vroeg.", "Daarna, 3 maanden later, was het klaar.", "Kom naar zaal 12, in groep 8."])
def test_hours_and_rooms_are_no_days_or_streets(text: str) -> None:
    assert not [r.text for r in detect(text) if r.level is Level.DIRECT]
