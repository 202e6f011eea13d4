"""A sample record of any register, made of its own examples: a new register is covered by itself."""

from kebridge.core.ledger.models import Tag
from kebridge.core.orgs.trees import latest_tree
from kebridge.core.records import fields as kinds
from kebridge.core.records import register as registers
from kebridge.core.records.ops import save_record
from tests.support.world import SYSTEM

DAY = "2024-03-05"


def raw_of(declared, org_types=()):
    """What a person would type, from examples and choices."""
    raw = {}
    for one in declared:
        if one.kind == kinds.ORG:
            if one.required or one.example or one.name == "org":
                raw[one.name] = owner_of(org_types if one.name == "org" else ())
        elif one.kind == kinds.TAGS and one.required:
            name = one.example or "样本"
            raw[one.name] = Tag.objects.get_or_create(scheme=one.scheme, name=name)[0].name
        elif one.example and one.kind not in (kinds.TAGS, kinds.ORGS):
            raw[one.name] = one.example
        elif one.required and one.default is None:
            raw[one.name] = made_up(one)
    return raw


def made_up(one):
    if one.options():
        return one.options()[0][1]
    return {kinds.DAY: DAY, kinds.COUNT: "3", kinds.NUMBER: "3", kinds.FLAG: "是"}.get(one.kind, "样本")


def owner_of(org_types):
    """The code of an organisation that may own a record of the register."""
    tree = latest_tree()
    return next(node.code for node in tree.nodes.values() if not org_types or node.type in org_types)


def sample(code, **changes):
    register = registers.get(code)
    raw = {**raw_of(register.fields, register.org_types), **changes}
    lines = [raw_of(register.line_fields)] if register.lines else []
    return save_record(register, raw, lines, by=SYSTEM)


def codes():
    return [register.code for register in registers.every()]
