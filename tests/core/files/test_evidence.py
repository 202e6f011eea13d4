"""Evidence: told by content, kept by digest, seen by whoever may see the record."""

import io
import zipfile
from typing import Any

import pytest
from PIL import Image

from kebridge.core.access.actors import Denied
from kebridge.core.audit.models import Entry
from kebridge.core.files import ops, store
from kebridge.core.files.kinds import KINDS
from kebridge.core.files.models import Evidence
from kebridge.core.records import register as registers
from kebridge.core.refusal import Refusal
from tests.support.world import SYSTEM, Role, World, make_world, visit

pytestmark = pytest.mark.django_db(transaction=True)
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"
PLACE, ORIENTATION, CAMERA = 0x8825, 0x0112, 0x010F


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def record(world: World) -> Any:
    return visit(world, "M", "2024-03-05", 120)


VISITS = registers.get("visits")


def photo(width: int = 3000, height: int = 1000, form: str = "JPEG", mode: str = "RGB") -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION], exif[CAMERA] = 6, "Secret Camera"
    exif.get_ifd(PLACE)[1] = "N"
    buffer = io.BytesIO()
    Image.new(mode, (width, height), 120 if mode == "L" else (10, 120, 30, 5)[: len(mode)]).save(
        buffer, form, exif=exif, **({"comment": b"who was there"} if form == "JPEG" else {})
    )
    return buffer.getvalue()


def office(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        for name in names:
            made.writestr(name, "<x/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("form", "mode"), [("JPEG", "RGB"), ("PNG", "RGBA"), ("WEBP", "RGB"), ("JPEG", "CMYK"), ("JPEG", "L")]
)
def test_photos_are_upright_small_and_say_nothing_about_people(record: Any, form: str, mode: str) -> None:
    made = ops.attach(VISITS, record, photo(form=form, mode=mode), "现场.jpg", by=SYSTEM)
    _, data = ops.read(VISITS, record, made.pk, by=SYSTEM)
    with Image.open(io.BytesIO(data)) as kept:
        assert kept.format == form
        assert (kept.width, kept.height) == (667, 2000)
        assert not dict(kept.getexif())
    assert b"Secret" not in data
    assert b"who was there" not in data


@pytest.mark.parametrize(("data", "suffix"), [
    (PDF, ".pdf"), (office("word/document.xml"), ".docx"), (office("xl/workbook.xml"), ".xlsx"),
    (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(64), ".mp4"),
])  # fmt: skip
def test_the_content_tells_the_kind_not_the_name(record: Any, data: bytes, suffix: str) -> None:
    made = ops.attach(VISITS, record, data, "../../现场 材料.exe", by=SYSTEM)
    assert made.name == f"现场 材料{suffix}"
    assert store.evidence.path(made.sha256).parts[-3:] == (made.sha256[:2], made.sha256[2:4], made.sha256)


@pytest.mark.parametrize("data", [
    b"", b"plain text", b"MZ\x90\x00" + bytes(100), b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"<html></html>",
    office("readme.txt"), office("word/document.xml", "word/vbaProject.bin"), photo()[:200], b"GIF89a" + bytes(50),
])  # fmt: skip
def test_other_files_are_refused_in_plain_words(record: Any, data: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        ops.attach(VISITS, record, data, "现场.jpg", by=SYSTEM)
    assert refused.value.repair
    assert not Evidence.objects.exists()


def test_too_large_is_refused(record: Any) -> None:
    with pytest.raises(Refusal, match="超过50MB"):
        ops.attach(VISITS, record, PDF + bytes(KINDS["application/pdf"].most_bytes), "大.pdf", by=SYSTEM)


def test_the_same_content_is_kept_once(record: Any) -> None:
    first = ops.attach(VISITS, record, PDF, "一.pdf", by=SYSTEM)
    assert ops.attach(VISITS, record, PDF, "二.pdf", by=SYSTEM).pk == first.pk
    assert [one.name for one in ops.of(VISITS, record, by=SYSTEM)] == ["一.pdf"]


def test_who_may_not_see_the_record_does_not_see_its_evidence(world: World, record: Any) -> None:
    made = ops.attach(VISITS, record, PDF, "一.pdf", by=SYSTEM)
    stranger, auditor = world.person("ren", ("A", Role.REPORTER)), world.person("du", ("CITY", Role.AUDITOR))
    entries = Entry.objects.count()
    for act in (
        lambda: ops.of(VISITS, record, by=stranger),
        lambda: ops.read(VISITS, record, made.pk, by=stranger),
        lambda: ops.attach(VISITS, record, PDF + b"2", "二.pdf", by=stranger),
        lambda: ops.remove(VISITS, record, made.pk, reason="错", by=stranger),
        lambda: ops.attach(VISITS, record, PDF + b"2", "二.pdf", by=auditor),
        lambda: ops.remove(VISITS, record, made.pk, reason="错", by=auditor),
    ):
        with pytest.raises(Denied):
            act()
    assert Entry.objects.count() == entries
    assert Evidence.objects.filter(removed=False).count() == 1
    assert ops.read(VISITS, record, made.pk, by=auditor)[1] == PDF


def test_evidence_of_another_record_is_not_reached_through_this_one(world: World, record: Any) -> None:
    other = visit(world, "AM", "2024-03-05", 5)
    made = ops.attach(VISITS, other, PDF, "一.pdf", by=SYSTEM)
    with pytest.raises(Evidence.DoesNotExist):
        ops.read(VISITS, record, made.pk, by=SYSTEM)
    with pytest.raises(Evidence.DoesNotExist):
        ops.remove(VISITS, record, made.pk, reason="错", by=SYSTEM)


def test_removal_needs_a_reason_and_is_audited(record: Any) -> None:
    made = ops.attach(VISITS, record, PDF, "一.pdf", by=SYSTEM)
    with pytest.raises(Refusal, match="原因"):
        ops.remove(VISITS, record, made.pk, reason=" ", by=SYSTEM)
    ops.remove(VISITS, record, made.pk, reason="传错了", by=SYSTEM)
    assert ops.of(VISITS, record, by=SYSTEM) == []
    assert store.evidence.get(made.sha256) == PDF
    told = Entry.objects.filter(source_type="visits", source_id=record.pk).order_by("pk")
    assert [entry.action for entry in told] == ["add", "attach", "detach"]
    last = told.last()
    assert last
    assert last.reason == "传错了"


def test_a_lost_file_says_so(record: Any) -> None:
    made = ops.attach(VISITS, record, PDF, "一.pdf", by=SYSTEM)
    store.evidence.drop(made.sha256)
    with pytest.raises(Refusal, match="找不到"):
        ops.read(VISITS, record, made.pk, by=SYSTEM)
