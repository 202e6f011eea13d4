"""Words for the codes that a register's records put into the ledger."""

from kebridge.core.records import register as registers


def words_of(register_code: str) -> dict[str, str]:
    """Choices of a register's fields, those of `kind` before all others; nothing for a register that is not there."""
    found: dict[str, str] = {}
    try:
        register = registers.get(register_code)
    except KeyError:
        return found
    for field in sorted((*register.fields, *register.line_fields), key=lambda field: field.name == "kind"):
        if field.kind == "choice":
            found.update(field.options())
    found.update(register.words)
    return found
