"""stories: find who and what identifies, replace it, and release what may be read. The only maker of ReleasedStory.

Reading the lists waits for the first text: importing this package is quick.
"""

from reporting.stories.apply import Segment
from reporting.stories.consent import check_consent, newest
from reporting.stories.detect import detect, substitute
from reporting.stories.last_gate import Hit, Searched, find_names
from reporting.stories.lines import anonymise_lines
from reporting.stories.personal import citizen_numbers, personal_words, ways_to_reach
from reporting.stories.propose import Entity, Proposal, SafeTexts, preview, propose, remaining, safe_segments, text_hash
from reporting.stories.register import RegisterCheck, RegisterCounts, Trait, register_check
from reporting.stories.release import release

__all__ = [
    "Entity",
    "Hit",
    "Proposal",
    "RegisterCheck",
    "RegisterCounts",
    "SafeTexts",
    "Searched",
    "Segment",
    "Trait",
    "anonymise_lines",
    "check_consent",
    "citizen_numbers",
    "detect",
    "find_names",
    "newest",
    "personal_words",
    "preview",
    "propose",
    "register_check",
    "release",
    "remaining",
    "safe_segments",
    "substitute",
    "text_hash",
    "ways_to_reach",
]
