"""The words under a story: who tells, and in which form they are named."""

from reporting.model.safe import Kept, ReleasedStory


def teller(story: ReleasedStory) -> str:
    """Who tells: alias, role and age class, and that consent was given. Ends with a full stop."""
    alias = " ".join(story.alias.split())
    alias = alias[:1].upper() + alias[1:]
    named = {Kept.SUBSTITUTE: f"{alias} (niet de echte naam)", Kept.FIRST_NAME: f"{alias} (echte voornaam)", Kept.FULL_NAME: f"{alias} (echte naam)"}[
        story.kept
    ]
    parts = [named if alias else "De verteller", story.role.strip()]
    if story.age_class.strip():
        parts.append(age_words(story.age_class.strip()))
    return f"{', '.join(p for p in parts if p)}. Verteld met toestemming."


def age_words(label: str) -> str:
    """An age class in words: "27 tot 45 jaar", "75 jaar of ouder"; another text as it stands."""
    low, dash, high = label.partition("-")
    if dash and low.strip().isdigit() and high.strip().isdigit():
        return f"{low.strip()} tot {high.strip()} jaar"
    if label.endswith("+") and label[:-1].strip().isdigit():
        return f"{label[:-1].strip()} jaar of ouder"
    return label
