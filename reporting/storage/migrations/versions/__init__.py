"""Every change of the tables, oldest first; what is committed here is never edited."""
