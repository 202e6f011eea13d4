"""The vendored front-end files are those of the manifest, each with its licence, and complete."""

import hashlib
import json
from pathlib import Path

import pytest

VENDOR = Path(__file__).resolve().parents[2] / "src/kebridge/core/web/static/vendor"
PACKAGES = json.loads((VENDOR / "MANIFEST.json").read_text())


def folder(package: dict) -> Path:
    return VENDOR / f"{package['name']}-{package['version']}"


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package["name"])
def test_every_file_has_the_hash_of_the_manifest(package):
    hashes = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder(package).iterdir()}
    assert hashes == package["files"]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package["name"])
def test_every_package_carries_its_licence(package):
    assert package["licence"]
    assert (folder(package) / "LICENSE").stat().st_size > 0


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package["name"])
def test_no_file_refers_to_a_source_map_that_is_not_shipped(package):
    for path in folder(package).iterdir():
        assert b"sourceMappingURL=" not in path.read_bytes(), path.name


def test_no_folder_is_missing_from_the_manifest():
    assert {path for path in VENDOR.iterdir() if path.is_dir()} == {folder(package) for package in PACKAGES}
