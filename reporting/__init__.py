"""The map of the house. Data travels down this list; the folder order is the travel order.

errors      the exception tree, and the reasons a user can read
model       the nouns: frozen dataclasses and enums, standard library only
texts       every Dutch sentence a person reads, Dutch numbers and dates
intake      bytes -> registration frame + findings; agreement files -> indicators
counting    registration batches -> CountTable, raw figures (the only DuckDB)
disclosure  CountTable -> SafeTable (the only maker)
stories     detect, substitute, release (the only maker of ReleasedStory)
document    safe types -> charts and Word bytes (the only python-docx)
access      who may (permissions) and when it is possible (policies)
ports       what actions ask of storage, clock and ciphers (Protocols)
actions     one file per thing a person does: one check, one transaction, one audit event
storage     tables, repositories, unit of work, migrations (the only SQLAlchemy)
settings    environment -> one frozen Settings
bootstrap   the only place that joins settings, storage and clock
ui          page table, session, widgets, messages (the only Streamlit beside app.py and pages)
cli         python -m reporting ...
"""
