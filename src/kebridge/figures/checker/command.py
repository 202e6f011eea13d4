"""kebridge check: figures of a draft against the records; of the text alone while there are none.

It leaves Django alone until it knows that there are records: a text alone is checked without making a data folder.
Exit status: 0 nothing contradicts, 1 something does, 2 the draft or the words of the command cannot be used.
"""

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn, TextIO

from kebridge.core.calendar.periods import Period
from kebridge.core.refusal import Refusal
from kebridge.figures.checker.outcome import Checked, check_alone
from kebridge.figures.checker.read import read_draft
from kebridge.figures.checker.report import as_json, lines
from kebridge.figures.checker.shapes import Draft

FINE, WRONG, UNUSABLE = 0, 1, 2
ALONE = "还没有业务记录，只核对文稿本身：数据之间的关系"


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(UNUSABLE, "命令写法不对，请写成 kebridge check 文稿.docx --org 代码 --period 2024\n")


def main(arguments: Sequence[str], out: TextIO | None = None, err: TextIO | None = None) -> int:
    """Run the command; returns its exit status."""
    out, err = out or sys.stdout, err or sys.stderr
    options = _parser().parse_args(arguments)
    try:
        draft = read_draft(Path(options.file))
        if options.text:
            out.write(draft.text)
            return FINE
        period = _period(options.period)
        checked, titles, note = _checked(draft, options.org, period)
    except (Refusal, OSError, ValueError) as error:
        err.write(f"{_plain(error, options.file)}\n")
        return UNUSABLE
    if note:
        err.write(f"{note}\n")
    if options.json:
        json.dump(as_json(checked, titles), out, ensure_ascii=False, indent=1)
        out.write("\n")
    else:
        out.writelines(f"{line}\n" for line in lines(checked, titles))
    return WRONG if checked.contradicts else FINE


def _parser() -> _Parser:
    parser = _Parser(
        prog="kebridge check", description="核对文稿里的数据：找出每个数，说明是什么数，与业务记录比对"
    )
    parser.add_argument("file", help="文稿：.txt、.docx 或有文字的 .pdf")
    parser.add_argument("--org", default="", help="文稿是哪个组织的（代码或名称）；不写时按标题，再按本单位")
    parser.add_argument("--period", default="", help="文稿说的时期，如 2024、2024H1；不写时按标题")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.add_argument("--text", action="store_true", help="只输出读到的文字，位置按它计")
    return parser


def _period(text: str) -> Period | None:
    return Period.parse(text) if text else None


def _checked(draft: Draft, org: str, period: Period | None) -> tuple[Checked, Mapping[str, str], str]:
    if not _may_have_records():
        return check_alone(draft), {}, ALONE
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kebridge.settings")
    # Django is imported only once there may be records: a text alone is answered without it.
    import django  # noqa: PLC0415

    django.setup()
    from kebridge.figures.checker.operating import check_as_system  # noqa: PLC0415

    made: tuple[Checked, Mapping[str, str]] | None = check_as_system(draft, org, period)
    return (*made, "") if made else (check_alone(draft), {}, ALONE)


def _may_have_records() -> bool:
    """Whether there is an installation to look into: settings would otherwise make a data folder."""
    folder = Path(os.environ.get("KEBRIDGE_DATA", "var"))
    if not folder.is_dir():
        return False
    if address := os.environ.get("KEBRIDGE_DB", ""):
        return not address.startswith("sqlite:///") or Path(address.removeprefix("sqlite:///")).exists()
    return (folder / "kebridge.sqlite3").exists()


def _plain(error: Any, file: str) -> str:
    if isinstance(error, FileNotFoundError):
        return f"没有找到文件“{file}”，请检查路径"
    if isinstance(error, IsADirectoryError):
        return f"“{file}”是文件夹，请写出一个文稿文件"
    if isinstance(error, OSError):
        return f"打不开“{file}”：{error.strerror or '读取出错'}"
    return str(error)
