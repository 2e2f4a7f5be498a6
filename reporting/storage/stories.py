"""Stories and their consents: sealed with a data key per story, so that erasing the key erases the story."""

from dataclasses import replace

from sqlalchemy import Connection, Row, delete, insert, select, update

from reporting.errors import Conflict, NotPossible, Reason
from reporting.model.audit import AuditEvent
from reporting.model.consent import Consent
from reporting.model.story import SpanType, Story, StoryStatus, StoryText
from reporting.storage.audit import note
from reporting.storage.codec import pack, unpack
from reporting.storage.tables import answers, consents, drafts, erasures, stories
from reporting.storage.vault import Vault


class SqlStories:
    """Implements ports.Stories. `erased` tells the unit of work that bytes must be wiped after the commit."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault
        self.erased = False
        self._names: tuple[str, ...] | None = None  # within this transaction, until a story changes

    def all(self, municipality: str | None = None, period: str | None = None) -> tuple[Story, ...]:
        query = select(stories).order_by(stories.c.period, stories.c.id)
        if municipality is not None:
            query = query.where(stories.c.municipality == municipality)
        if period is not None:
            query = query.where(stories.c.period == period)
        return tuple(self._story(row) for row in self._connection.execute(query).all())

    def get(self, story_id: str) -> Story | None:
        row = self._connection.execute(select(stories).where(stories.c.id == story_id)).one_or_none()
        return None if row is None else self._story(row)

    def save(self, story: Story, expected_version: int, event: AuditEvent) -> Story:
        saved = replace(story, version=expected_version + 1)
        there = self.get(story.id)
        if (0 if there is None else there.version) != expected_version:
            if there is None:
                raise NotPossible(Reason.NOT_FOUND)
            raise Conflict(Reason.CHANGED_MEANWHILE, theirs=there)
        values = {"municipality": saved.municipality, "period": saved.period, "author": saved.author, "status": saved.status.value}
        sealed = self._vault.seal(_scope(saved.id), _scope(saved.id), pack(saved))
        if there is None:
            self._connection.execute(insert(stories).values(**values, id=saved.id, version=saved.version, body=sealed))
        else:
            guarded = update(stories).where(stories.c.id == saved.id, stories.c.version == expected_version)
            self._connection.execute(guarded.values(**values, version=saved.version, body=sealed))
        note(self._connection, event)
        self._names = None
        return saved

    def erase(self, story_id: str, event: AuditEvent) -> None:
        there = self.get(story_id)
        if there is None:
            raise NotPossible(Reason.NOT_FOUND)
        self._vault.destroy(_scope(story_id))
        self._connection.execute(delete(drafts).where(drafts.c.form.startswith(_scope(story_id), autoescape=True)))
        self._connection.execute(delete(answers).where(answers.c.story == story_id))  # what was said of it after the report
        gone = {"status": StoryStatus.ERASED.value, "version": there.version + 1, "body": None}
        self._connection.execute(update(stories).where(stories.c.id == story_id).values(**gone))
        self._connection.execute(delete(erasures).where(erasures.c.kind == "story", erasures.c.subject == story_id))
        self._connection.execute(insert(erasures).values(kind="story", subject=story_id, at=event.at.isoformat()))
        note(self._connection, event)
        self.erased = True
        self._names = None

    def consents(self, story_id: str) -> tuple[Consent, ...]:
        story = self.get(story_id)
        if story is None or story.status is StoryStatus.ERASED:
            return ()
        rows = self._connection.execute(select(consents.c.body).where(consents.c.story == story_id).order_by(consents.c.id)).scalars().all()
        return tuple(unpack(self._vault.open(_scope(story_id), f"consent:{story_id}", body), Consent) for body in rows)

    def add_consent(self, consent: Consent, event: AuditEvent) -> None:
        if self.get(consent.story_id) is None:
            raise NotPossible(Reason.NOT_FOUND)
        sealed = self._vault.seal(_scope(consent.story_id), f"consent:{consent.story_id}", pack(consent))
        self._connection.execute(insert(consents).values(story=consent.story_id, body=sealed))
        note(self._connection, event)

    def names(self) -> tuple[str, ...]:
        """Names of people in any story, and what was marked as a name by hand; erasing a story takes its names along."""
        if self._names is None:
            found: dict[str, None] = {}
            for story in self.all():
                found.update(dict.fromkeys(person.name for person in story.text.people if person.name))
                found.update(dict.fromkeys(mark.text for mark in story.marks if mark.type is SpanType.PERSON))
            self._names = tuple(found)
        return self._names

    def _story(self, row: Row[tuple[object, ...]]) -> Story:
        status = StoryStatus(row.status)
        if row.body is None:
            return Story(row.id, row.municipality, row.period, row.author, status, StoryText(), version=row.version)
        return unpack(self._vault.open(_scope(row.id), _scope(row.id), row.body), Story)


def _scope(story_id: str) -> str:
    return f"story:{story_id}"
