"""Tables, repositories, unit of work, keys and migrations: the only room that knows the database (docs/decisions/0002-storage.md)."""
