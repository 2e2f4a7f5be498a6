"""Advice on how a typed text reads: long sentences, jargon, abbreviations. It advises; it never claims a language level."""

import re
from dataclasses import dataclass

LONGEST = 20  # words: a longer sentence is named
_SENTENCE = re.compile(r"[^.!?]+[.!?]*")
_ABBREVIATION = re.compile(r"\b(?:[a-z]{1,3}\.){2,}|\b(?:bijv|nl|ca|resp|t/m|mbt|tbv|ivm|evt|incl|excl|obv|cq)\b\.?", re.IGNORECASE)
_CAPITALS = re.compile(r"\b[A-Z]{3,6}\b")
_JARGON = {
    "adequaat": "goed", "aangaande": "over", "alsmede": "en", "casus": "situatie", "casuïstiek": "situaties", "conform": "volgens", "creëren": "maken",
    "doelgroep": "mensen voor wie het is", "faciliteren": "mogelijk maken", "implementeren": "invoeren", "inzake": "over", "integraal": "samen",
    "interventie": "hulp", "ketenpartners": "organisaties waarmee wij werken", "laagdrempelig": "makkelijk binnen te lopen", "middels": "met",
    "monitoren": "volgen", "optimaliseren": "verbeteren", "participatie": "meedoen", "problematiek": "problemen", "realiseren": "bereiken",
    "respijtzorg": "vervangende zorg", "signaleren": "zien", "stakeholders": "betrokkenen", "systeem": "gezin en naasten", "ten behoeve van": "voor",
    "toeleiding": "begeleiding naar", "traject": "begeleiding", "vigerend": "geldend", "zelfredzaamheid": "zichzelf redden",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Advice:
    """One piece of advice on a text: what stands there, and a sentence on what might read better."""

    found: str
    sentence: str


def readability(text: str) -> tuple[Advice, ...]:
    """Advice in the order of kind: long sentences, jargon, abbreviations. () where there is nothing to say."""
    advice = []
    for match in _SENTENCE.finditer(text):
        words = match[0].split()
        if len(words) > LONGEST:
            start = " ".join(words[:5])
            advice.append(Advice(match[0].strip(), f"De zin ‘{start} …’ heeft {len(words)} woorden. Kunt u er twee zinnen van maken?"))
    folded = text.casefold()
    for word, plain in _JARGON.items():
        if re.search(rf"\b{re.escape(word)}\b", folded):
            advice.append(Advice(word, f"‘{word}’ is voor veel lezers een moeilijk woord. U kunt schrijven: {plain}."))
    for found in dict.fromkeys(m[0] for m in (*_ABBREVIATION.finditer(text), *_CAPITALS.finditer(text))):
        advice.append(Advice(found, f"‘{found}’ is een afkorting. Schrijf het woord uit of leg het uit."))
    return tuple(advice)


def first_sentence(text: str, room: int = 160) -> str:
    """The first sentence of a typed text; "" where there is none or it is too long to quote."""
    words: list[str] = []
    for word in text.split():
        words.append(word)
        if word[-1] in ".!?" and len(word) > 2 and "." not in word[:-1]:
            break
    sentence = " ".join(words)
    return sentence if sentence and len(sentence) <= room else ""
