"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("actor", sa.String(40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(40), nullable=False),
        sa.Column("action", sa.String(60), nullable=False),
        sa.Column("subject", sa.String(200), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
    )
    op.create_table(
        "batches",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("header_fingerprint", sa.String(64), nullable=False),
        sa.Column("active_file", sa.String(64), nullable=True),
        sa.Column("active_records", sa.String(64), nullable=True),
        sa.Column("superseded_by", sa.String(40), nullable=True),
        sa.Column("withdrawn_at", sa.String(40), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_batches"),
        sa.ForeignKeyConstraint(["superseded_by"], ["batches.id"], name="fk_batches_superseded_by"),
        sa.UniqueConstraint("active_file", name="uq_batches_active_file"),
        sa.UniqueConstraint("active_records", name="uq_batches_active_records"),
        sa.UniqueConstraint("sequence", name="uq_batches_sequence"),
    )
    op.create_index("ix_batches_header_fingerprint", "batches", ["header_fingerprint"])
    op.create_table(
        "conversations",
        sa.Column("municipality", sa.String(120), nullable=False),
        sa.Column("quarter", sa.String(10), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("municipality", "quarter", name="pk_conversations"),
    )
    op.create_table(
        "data_keys",
        sa.Column("scope", sa.String(80), nullable=False),
        sa.Column("key_id", sa.String(40), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("scope", name="pk_data_keys"),
    )
    op.create_table(
        "drafts",
        sa.Column("person", sa.String(40), nullable=False),
        sa.Column("form", sa.String(200), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("person", "form", name="pk_drafts"),
    )
    op.create_table(
        "erasures",
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("subject", sa.String(80), nullable=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("kind", "subject", name="pk_erasures"),
    )
    op.create_table(
        "explanations",
        sa.Column("municipality", sa.String(120), nullable=False),
        sa.Column("quarter", sa.String(10), nullable=False),
        sa.Column("theme", sa.String(200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("municipality", "quarter", "theme", name="pk_explanations"),
    )
    op.create_table(
        "indicators",
        sa.Column("municipality", sa.String(120), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(120), nullable=False),
        sa.Column("municipality_name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("municipality", "year", "code", name="pk_indicators"),
    )
    op.create_table(
        "key_checks",
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_key_checks"),
    )
    op.create_table(
        "people",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
    )
    op.create_table(
        "published",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("municipality", sa.String(120), nullable=False),
        sa.Column("report", sa.String(200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("cell", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_published"),
        sa.UniqueConstraint("municipality", "report", "version", "cell", name="uq_published_municipality"),
    )
    op.create_index("ix_published_municipality", "published", ["municipality"])
    op.create_table(
        "reports",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("municipality", sa.String(120), nullable=False),
        sa.Column("made_at", sa.String(40), nullable=False),
        sa.Column("final_key", sa.String(200), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
        sa.UniqueConstraint("final_key", name="uq_reports_final_key"),
    )
    op.create_index("ix_reports_municipality", "reports", ["municipality"])
    op.create_table(
        "settings",
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_settings"),
    )
    op.create_table(
        "stories",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("municipality", sa.String(120), nullable=False),
        sa.Column("period", sa.String(10), nullable=False),
        sa.Column("author", sa.String(40), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_stories"),
    )
    op.create_index("ix_stories_municipality", "stories", ["municipality"])
    op.create_table(
        "batch_images",
        sa.Column("batch", sa.String(40), nullable=False),
        sa.Column("image", sa.LargeBinary(), nullable=False),
        sa.Column("open_rows", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("batch", name="pk_batch_images"),
        sa.ForeignKeyConstraint(["batch"], ["batches.id"], name="fk_batch_images_batch"),
    )
    op.create_table(
        "consents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("story", sa.String(40), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_consents"),
        sa.ForeignKeyConstraint(["story"], ["stories.id"], name="fk_consents_story"),
    )
    op.create_index("ix_consents_story", "consents", ["story"])
