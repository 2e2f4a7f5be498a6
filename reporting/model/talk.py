"""What was said after a report was read: what was asked and promised, and what happened with it. Typed by people."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that was talked about: a question of the report, a story, or something else."""

    subject: str = ""  # the question as it was printed; "" with a story, or for something else
    story: str = ""  # id of the story it was about; whoever erases the story erases this with it
    asked: str = ""  # what the reader asked or said
    promised: str = ""  # what was promised, by whom and when
    happened: str = ""  # what was done with it since; opens the next report

    @property
    def empty(self) -> bool:
        """Whether nothing was written down."""
        return not (self.asked.strip() or self.promised.strip() or self.happened.strip())


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation about a report."""

    day: date
    whom: str  # "de wethouder Welzijn", "de raad"
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredTalk:
    """A talk as two people may edit it."""

    id: str
    municipality: str
    quarter: str  # of the report that was talked about
    talk: Talk
    version: int


@dataclass(frozen=True, slots=True)
class TalkedStory:
    """What a report may say of a story that was talked about: its title as released, "" where it may not be named any more."""

    title: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class ToldTalk:
    """A talk as a report tells it: every answer with the released title of its story. The id of a story is never printed."""

    day: date
    whom: str
    answers: tuple[TalkedStory, ...]
