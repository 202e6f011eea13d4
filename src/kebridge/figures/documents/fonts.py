"""Free fonts of this machine for the PDF: the nearest to the office fonts that is there, and a word where it is not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import typst

LATIN = "Liberation Serif"


@dataclass(frozen=True)
class Role:
    """An office font and the families that may stand for it, nearest first."""

    office: str
    families: tuple[str, ...]


ROLES = {
    "body": Role("仿宋", ("FangSong_GB2312", "FangSong", "FandolFang", "FandolFang R", "Noto Serif CJK SC")),
    "kai": Role("楷体", ("KaiTi_GB2312", "KaiTi", "FandolKai", "LXGW WenKai", "Noto Serif CJK SC")),
    "hei": Role("黑体", ("SimHei", "FandolHei", "Noto Sans CJK SC")),
    "title": Role("小标宋", ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "Noto Serif CJK SC")),
    "song": Role("宋体", ("SimSun", "FandolSong", "Noto Serif CJK SC")),
}
# Families that look like the office font; any other is a substitute that the reader is told of.
_ALIKE = (
    "GB2312",
    "FangSong",
    "KaiTi",
    "SimHei",
    "SimSun",
    "Fandol",
    "FZXiaoBiao",
    "Noto Sans CJK SC",
    "LXGW WenKai",
)


@dataclass(frozen=True)
class Chosen:
    """The family for each role and what must be said about it."""

    families: dict[str, str]
    warnings: tuple[str, ...]


@lru_cache(maxsize=1)
def choose() -> Chosen:
    """Look once at the fonts of this machine."""
    present = {font.family for font in typst.Fonts(include_system_fonts=True).fonts()}
    families, warnings = {}, []
    for name, role in ROLES.items():
        found = next((family for family in role.families if family in present), "")
        families[name] = found or role.families[-1]
        if not found:
            warnings.append(f"本机没有可用的{role.office}，PDF 里的字可能缺失")
        elif name in ("body", "kai") and not found.startswith(_ALIKE) and "GB2312" not in found:
            warnings.append(f"本机没有{role.office}，PDF 暂用 {found} 代替；安装后会自动采用")
    return Chosen(families, tuple(warnings))
