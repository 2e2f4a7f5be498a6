"""One thin file a screen; the table of pages is in reporting/ui/main.py."""
