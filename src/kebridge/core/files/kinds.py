"""Which files may be evidence: told by their content, never by their name; photos lose what they say about people."""

import io
import zipfile
from dataclasses import dataclass

from kebridge.core.refusal import Refusal

MB = 2**20
LONGEST_SIDE = 2000
MOST_PIXELS = 120_000_000
QUALITY = 85


@dataclass(frozen=True)
class FileKind:
    content_type: str
    suffix: str
    label: str
    most_bytes: int
    pillow: str = ""


KINDS = {
    kind.content_type: kind
    for kind in (
        FileKind("image/jpeg", ".jpg", "照片", 40 * MB, "JPEG"),
        FileKind("image/png", ".png", "照片", 40 * MB, "PNG"),
        FileKind("image/webp", ".webp", "照片", 40 * MB, "WEBP"),
        FileKind("application/pdf", ".pdf", "PDF", 50 * MB),
        FileKind(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ".docx",
            "Word 文档",
            30 * MB,
        ),
        FileKind(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ".xlsx",
            "Excel 表格",
            30 * MB,
        ),
        FileKind("video/mp4", ".mp4", "视频", 200 * MB),
    )
}
MOST_BYTES = max(kind.most_bytes for kind in KINDS.values())
ALLOWED = "jpg、png、webp 照片，pdf，docx，xlsx，mp4 视频"


def kind_of(data: bytes, name: str) -> FileKind:
    """Raises Refusal: empty, of another kind, too large, with macros."""
    # filetype builds its table of kinds on import: needed on upload only.
    import filetype  # noqa: PLC0415

    if not data:
        raise Refusal(f"“{name}”是空文件", repair="请重新选择文件")
    kind = KINDS.get(filetype.guess_mime(data) or "")
    if kind is None:
        raise Refusal(f"“{name}”不是可以上传的文件", repair=f"佐证材料可以是：{ALLOWED}；其他格式请先转换")
    if len(data) > kind.most_bytes:
        raise Refusal(f"“{name}”超过{kind.most_bytes // MB}MB", repair="请压缩后再上传")
    if kind.suffix in (".docx", ".xlsx"):
        _refuse_macros(data, name)
    return kind


def _refuse_macros(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            names = container.namelist()
    except zipfile.BadZipFile as error:
        raise Refusal(f"“{name}”已损坏，打不开", repair="请重新保存后再上传") from error
    if any(part.endswith("vbaProject.bin") for part in names):
        raise Refusal(f"“{name}”带有宏", repair="请另存为不带宏的格式再上传")


def cleaned_photo(data: bytes, kind: FileKind, name: str) -> bytes:
    """The photo upright, at most 2,000 pixels wide or high, without place, time and camera. Raises Refusal: damaged."""
    # Pillow is slow to import and needed on upload only.
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415

    try:
        with Image.open(io.BytesIO(data), formats=[kind.pillow]) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise Refusal(f"“{name}”的像素太多", repair="请缩小后再上传")
            photo = ImageOps.exif_transpose(opened)
            photo.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            if kind.pillow == "JPEG" and photo.mode not in ("RGB", "L"):
                photo = photo.convert("RGB")
            # What is left in `info` would be written again: exif, comments, XMP.
            photo.info = {}
            buffer = io.BytesIO()
            photo.save(buffer, kind.pillow, quality=QUALITY)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise Refusal(f"“{name}”已损坏，打不开", repair="请重新导出照片后再上传") from error
    return buffer.getvalue()
