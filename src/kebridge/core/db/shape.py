"""Whether the tables are those of this program: until 1.0 the first migrations are rewritten, and Django cannot tell."""

from django.apps import apps
from django.db import connection

from kebridge.core.refusal import Refusal

SHOWN = 3


def missing() -> list[str]:
    """Tables, and columns as `table.column`, that the program needs and the database has not."""
    found: list[str] = []
    with connection.cursor() as cursor:
        standing = set(connection.introspection.table_names(cursor))
        for model in apps.get_models(include_auto_created=True):
            table = model._meta.db_table
            if table not in standing:
                found.append(table)
                continue
            known = {one.name for one in connection.introspection.get_table_description(cursor, table)}
            found += [
                f"{table}.{field.column}"
                for field in model._meta.concrete_fields
                if field.column not in known
            ]
    return found


def require_fitting() -> None:
    """Raises Refusal: the database was made by another version, or not made at all."""
    if lacking := missing():
        told = "、".join(lacking[:SHOWN]) + (f"等{len(lacking)}处" if len(lacking) > SHOWN else "")
        raise Refusal(
            f"数据库的表与这个版本的程序不符，缺少{told}，不能使用",
            repair="新装的请先运行 kebridge migrate；旧版本建的库（1.0以前）请留在旧版本，或者另建新库再导入，"
            "办法见 docs/operators 的“升级”",
        )
