"""Kebridge (科桥): the working system of a municipal Association for Science and Technology."""
