"""Declaring a room's registers at start: register, source of the ledger and write guard in one step."""

from kebridge.core.db import guard
from kebridge.core.ledger import sources
from kebridge.core.ledger.counted import watch_links
from kebridge.core.records import register as registers
from kebridge.core.records.register import Register


def declare(*declared: Register) -> None:
    """Add registers. Raises ValueError: a code is taken."""
    for register in declared:
        registers.add(register)
        source = register.as_source()
        sources.add(source)
        watch_links(register.model)
        for table in source.tables:
            guard.counted(table)
