"""Talks about reports with their answers, key messages written by people, and what each document was made of."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the four tables."""
    op.create_table(
        "talks",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("municipality", sa.String(120), nullable=False),
        sa.Column("quarter", sa.String(10), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_talks"),
    )
    op.create_index("ix_talks_municipality", "talks", ["municipality"])
    op.create_table(
        "answers",
        sa.Column("talk", sa.String(40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("story", sa.String(40), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("talk", "position", name="pk_answers"),
        sa.ForeignKeyConstraint(["talk"], ["talks.id"], name="fk_answers_talk"),
    )
    op.create_index("ix_answers_story", "answers", ["story"])
    op.create_table(
        "messages",
        sa.Column("municipality", sa.String(120), nullable=False),
        sa.Column("quarter", sa.String(10), nullable=False),
        sa.Column("edition", sa.String(20), nullable=False),
        sa.Column("place", sa.String(240), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("municipality", "quarter", "edition", "place", name="pk_messages"),
    )
    op.create_table(
        "report_facts",
        sa.Column("report", sa.String(40), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("report", name="pk_report_facts"),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_report_facts_report"),
    )
