"""The tables. Times are ISO 8601 text with their offset, days ISO text; `body` is JSON, or sealed JSON where the column is bytes.

What is sealed (AES-GCM, storage.vault) can be read with the key folder only. Columns in clear are what is searched and joined by.
"""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, PrimaryKeyConstraint, String, Table, Text, UniqueConstraint

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

key_checks = Table("key_checks", metadata, Column("name", String(80), primary_key=True), Column("fingerprint", String(64), nullable=False))

data_keys = Table(
    "data_keys",
    metadata,
    Column("scope", String(80), primary_key=True),
    Column("key_id", String(40), nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
)

people = Table(
    "people",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", String(40), nullable=False),
)

indicators = Table(
    "indicators",
    metadata,
    Column("municipality", String(120), nullable=False),
    Column("year", Integer, nullable=False),
    Column("code", String(120), nullable=False),
    Column("municipality_name", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("municipality", "year", "code"),
)

batches = Table(
    "batches",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("sequence", Integer, nullable=False, unique=True),
    Column("header_fingerprint", String(64), nullable=False, index=True),
    Column("active_file", String(64), unique=True),  # file_sha256 while active: the same file cannot count twice
    Column("active_records", String(64), unique=True),  # records_sha256 while active
    Column("superseded_by", String(40), ForeignKey("batches.id")),
    Column("withdrawn_at", String(40)),
    Column("body", Text, nullable=False),
)

batch_images = Table(
    "batch_images",
    metadata,
    Column("batch", String(40), ForeignKey("batches.id"), primary_key=True),
    Column("image", LargeBinary, nullable=False),
    Column("open_rows", LargeBinary, nullable=False),
)

stories = Table(
    "stories",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("municipality", String(120), nullable=False, index=True),
    Column("period", String(10), nullable=False),
    Column("author", String(40), nullable=False),
    Column("status", String(20), nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", LargeBinary),  # NULL once erased
)

consents = Table(
    "consents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("story", String(40), ForeignKey("stories.id"), nullable=False, index=True),
    Column("body", LargeBinary, nullable=False),
)

drafts = Table(
    "drafts",
    metadata,
    Column("person", String(40), nullable=False),
    Column("form", String(200), nullable=False),
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("person", "form"),
)

explanations = Table(
    "explanations",
    metadata,
    Column("municipality", String(120), nullable=False),
    Column("quarter", String(10), nullable=False),
    Column("theme", String(200), nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("municipality", "quarter", "theme"),
)

conversations = Table(
    "conversations",
    metadata,
    Column("municipality", String(120), nullable=False),
    Column("quarter", String(10), nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("municipality", "quarter"),
)

messages = Table(
    "messages",
    metadata,
    Column("municipality", String(120), nullable=False),
    Column("quarter", String(10), nullable=False),
    Column("edition", String(20), nullable=False),
    Column("place", String(240), nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("municipality", "quarter", "edition", "place"),
)

talks = Table(
    "talks",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("municipality", String(120), nullable=False, index=True),
    Column("quarter", String(10), nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

answers = Table(
    "answers",
    metadata,
    Column("talk", String(40), ForeignKey("talks.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("story", String(40), index=True),  # set: the body is sealed with that story's key
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("talk", "position"),
)

reports = Table(
    "reports",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("municipality", String(120), nullable=False, index=True),
    Column("made_at", String(40), nullable=False),
    Column("final_key", String(200), unique=True),  # municipality, quarter, edition and version once vastgesteld
    Column("body", Text, nullable=False),
    Column("document", LargeBinary, nullable=False),
)

report_facts = Table(
    "report_facts",
    metadata,
    Column("report", String(40), ForeignKey("reports.id"), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

files = Table(
    "files",
    metadata,
    Column("name", String(80), primary_key=True),  # "house_style", "pdf:<report>"
    Column("label", Text, nullable=False),
    Column("at", String(40), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("body", LargeBinary, nullable=False),
)

published = Table(
    "published",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("municipality", String(120), nullable=False, index=True),
    Column("report", String(200), nullable=False),
    Column("version", Integer, nullable=False),
    Column("cell", Text, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("municipality", "report", "version", "cell"),
)

settings = Table(
    "settings",
    metadata,
    Column("name", String(200), primary_key=True),
    Column("value", Text, nullable=False),
    Column("version", Integer, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String(40), nullable=False),
    Column("actor", String(40), nullable=False),
    Column("name", Text, nullable=False),
    Column("role", String(40), nullable=False),
    Column("action", String(60), nullable=False),
    Column("subject", String(200), nullable=False),
    Column("details", Text, nullable=False),
)

erasures = Table(
    "erasures",
    metadata,
    Column("kind", String(20), nullable=False),  # "story" (id) or "client" (pseudonym): replayed after a restore
    Column("subject", String(80), nullable=False),
    Column("at", String(40), nullable=False),
    PrimaryKeyConstraint("kind", "subject"),
)
