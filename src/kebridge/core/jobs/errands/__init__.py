"""Errands: what a person asks for and a worker makes, to be looked at or fetched when it is ready."""
