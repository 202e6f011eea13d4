#!/usr/bin/env python3
"""Refresh the front-end files under static/vendor from npm, with their licences and a manifest of hashes.

Uses the ordinary client (`npm pack name@version`). Source map references are cut out: the maps are not shipped,
and the static files storage refuses a reference to a missing file.
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

VENDOR = Path(__file__).resolve().parent.parent / "src/kebridge/core/web/static/vendor"

ICONS = """
    arrow-down-right arrow-left arrow-right arrow-up-right award bar-chart bell book box-arrow-right box-seam
    building calendar-event calendar3 camera chat-square-text check2 check2-circle chevron-down chevron-right
    clipboard-data clock-history diagram-3 download envelope-paper exclamation-triangle eye eye-slash
    file-earmark-excel file-earmark-text flag funnel gear graph-up house inbox info-circle journal-text kanban
    lightbulb link-45deg list list-check lock megaphone paperclip patch-check pencil people person person-heart
    plus-lg printer search shield-lock three-dots trash trophy truck ui-checks upload x-lg
""".split()

SOURCE_MAP = re.compile(rb"\n?(//[#@] sourceMappingURL=\S+|/\*# sourceMappingURL=\S+ \*/)\s*")


@dataclass(frozen=True)
class Package:
    name: str
    version: str
    licence: str
    files: tuple[str, ...] = ()
    icons: list[str] = field(default_factory=list)


PACKAGES = [
    Package("htmx.org", "2.0.11", "0BSD", ("LICENSE", "dist/htmx.min.js")),
    Package(
        "bootstrap",
        "5.3.9",
        "MIT",
        ("LICENSE", "dist/css/bootstrap.min.css", "dist/js/bootstrap.bundle.min.js"),
    ),
    Package(
        "echarts",
        "6.1.0",
        "Apache-2.0 AND BSD-3-Clause",
        ("LICENSE", "NOTICE", "licenses/LICENSE-d3", "dist/echarts.common.min.js"),
    ),
    Package("bootstrap-icons", "1.13.2", "MIT", ("LICENSE",), ICONS),
]


def unpack(package: Package, into: Path) -> Path:
    """Fetch one package and return the folder of its content."""
    spec = f"{package.name}@{package.version}"
    done = subprocess.run(
        ["npm", "pack", "--silent", spec], cwd=into, check=True, stdout=subprocess.PIPE, text=True
    )
    with tarfile.open(into / done.stdout.strip().splitlines()[-1]) as archive:
        archive.extractall(into, filter="data")
    return into / "package"


def symbol(name: str, svg: str) -> str:
    """One icon as a <symbol> of the sprite: `<svg><use href="…/icons.svg#name"></svg>`."""
    whole = re.fullmatch(r'\s*<svg[^>]*viewBox="([^"]+)"[^>]*>(.*)</svg>\s*', svg, re.DOTALL)
    if whole is None:
        raise ValueError(f"{name}: not a plain svg")
    shapes = "".join(line.strip() for line in whole[2].splitlines())
    return f'<symbol id="{name}" viewBox="{whole[1]}" fill="currentColor">{shapes}</symbol>'


def sprite(folder: Path, names: list[str]) -> str:
    symbols = [symbol(name, (folder / f"{name}.svg").read_text()) for name in sorted(names)]
    return "\n".join(['<svg xmlns="http://www.w3.org/2000/svg">', *symbols, "</svg>", ""])


def refresh(package: Package) -> dict[str, object]:
    """Write one package's folder and return its line of the manifest."""
    folder = VENDOR / f"{package.name}-{package.version}"
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as temp:
        content = unpack(package, Path(temp))
        for name in package.files:
            data = SOURCE_MAP.sub(b"", (content / name).read_bytes())
            (folder / Path(name).name).write_bytes(data)
        if package.icons:
            (folder / "icons.svg").write_text(sprite(content / "icons", package.icons))
    hashes = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}
    return {"name": package.name, "version": package.version, "licence": package.licence, "files": hashes}


def main() -> int:
    shutil.rmtree(VENDOR, ignore_errors=True)
    manifest = [refresh(package) for package in PACKAGES]
    (VENDOR / "MANIFEST.json").write_text(json.dumps(manifest, indent=2) + "\n")
    sys.stdout.write(f"{len(manifest)} packages in {VENDOR.name}/\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
