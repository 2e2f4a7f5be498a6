"""The nouns of the house. Standard library only; frozen; no behaviour that needs a database or a screen."""
