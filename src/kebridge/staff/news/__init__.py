"""News of an event read into proposals for its record: a person confirms them, nothing of the text is kept."""
