"""Everything on the screen that is not a page: page table, session, messages, widgets. Pages put these together."""
