# ruff: noqa: N999 - commands of kebridge are typed with a hyphen
"""The name that people type; see `load_case`."""

from kebridge.casework.management.commands.load_case import Command

__all__ = ["Command"]
