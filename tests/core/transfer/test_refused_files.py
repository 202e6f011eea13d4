import contextlib
import io
import time
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kebridge.core.refusal import Refusal
from kebridge.core.transfer.reading import read_workbook
from tests.core.transfer.books import ACTIVITIES, HEADINGS, ROW, book, ole

SOUND = book([HEADINGS, ROW, ROW])


def refusal(data: bytes, name: str = "活动.xlsx") -> str:
    with pytest.raises(Refusal) as refused:
        read_workbook(data, name, [ACTIVITIES])
    return str(refused.value)


SAVE = "请用 Excel 或 WPS 打开，选“另存为”，类型选“Excel 工作簿（*.xlsx）”，再导入。"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "“活动.xlsx”是空文件，里面没有内容。请重新保存后再导入。"),
        (ole("Workbook"), f"“活动.xlsx”是旧格式的表格（.xls 或 .et），不能直接导入。{SAVE}"),
        (
            ole("EncryptionInfo", "EncryptedPackage"),
            "“活动.xlsx”设了打开密码，无法读取。请在 Excel 或 WPS 里取消密码后另存，再导入。",
        ),
        (ole("WordDocument"), "“活动.xlsx”是 Word 文档，不是 Excel 表格。请把内容填进导入表，再导入。"),
        (
            "名称,日期\n甲,2024-3-5\n".encode("gb18030"),
            f"“活动.xlsx”是文本（CSV）文件，不是 Excel 工作簿。{SAVE}",
        ),
        (
            b"\xef\xbb\xbf<html><table></table></html>",
            f"“活动.xlsx”其实是网页或 XML 文件，只是改了后缀名。{SAVE}",
        ),
        (b"%PDF-1.7", "“活动.xlsx”是 PDF 文件，不是 Excel 表格。请把内容填进导入表，再导入。"),
        (b"\x89PNG\r\n\x1a\n\x00", "“活动.xlsx”不是 Excel 工作簿。请下载导入表，填好后再导入。"),
    ],
)
def test_other_files_refused(data: bytes, message: str) -> None:
    assert refusal(data) == message


def zipped(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_", "."), content)
    return buffer.getvalue()


def test_other_containers_refused() -> None:
    assert refusal(zipped(word__document_xml=b"")) == (
        "“活动.xlsx”是 Word 文档，不是 Excel 表格。请把内容填进导入表，再导入。"
    )
    assert refusal(zipped(content_xml=b"")) == f"“活动.xlsx”的格式（.xlsb 或 .ods）不能直接导入。{SAVE}"
    assert (
        refusal(zipped(a_txt=b""))
        == "“活动.xlsx”是压缩包，不是 Excel 工作簿。请解压后选择里面的 .xlsx 文件，再导入。"
    )


DAMAGED = "“活动.xlsx”已损坏或没有传完整，打不开。请在 Excel 或 WPS 里打开确认，重新保存后再导入。"


def test_damaged_files_refused() -> None:
    sound = book([HEADINGS, ROW])
    assert refusal(sound[: len(sound) // 2]) == DAMAGED
    middle = len(sound) // 3
    assert refusal(sound[:middle] + bytes(200) + sound[middle + 200 :]) == DAMAGED
    assert refusal(zipped(xl__workbook_xml=b"<workbook")) == DAMAGED


@pytest.mark.parametrize("cut", [5, 40, 400, 1500, 3000])
def test_a_cut_upload_is_always_a_refusal(cut: int) -> None:
    assert refusal(book([HEADINGS, ROW])[:cut]) == DAMAGED


def test_one_stray_cell_far_away_is_refused_before_it_takes_all_memory() -> None:
    data = book([HEADINGS, ROW], change=lambda ws: ws.cell(1_048_576, 16_384, "x"))
    assert refusal(data) == (
        "工作表“活动”太大：内容一直到第 1048576 行、第 XFD 列。"
        "多半是很远处有一个多余的单元格，请删去数据右边和下边的空列、空行，保存后再导入。"
    )


FAR = "工作表“[^”]+”太大：内容一直到第 1048576 行、第 XFD 列"
FAR_ROWS = b'<row r="3"><c r="A3"><v>1</v></c></row>%s</sheetData>'


def rewritten(**changes: tuple[bytes, bytes]) -> bytes:
    """A sound workbook with bytes of its parts replaced: sheet1, workbook."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(SOUND)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for part in old.namelist():
            content = old.read(part)
            for name, (before, after) in changes.items():
                if part.endswith(f"/{name}.xml"):
                    assert before in content
                    content = content.replace(before, after, 1)
            made.writestr(part, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "row",
    [
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        b'<row r="4"><c r="XFD1048576"><v>1</v></c></row>',
        b"<row r='4'><c s='1' r='XFD1048576'><v>1</v></c></row>",
        b'<row><c s="/>" r = "XFD1048576" ><v>1</v></c></row>',
    ],
)
def test_a_stray_cell_is_found_however_it_is_written(row: bytes) -> None:
    with pytest.raises(Refusal, match=FAR):
        read_workbook(rewritten(sheet1=(b"</sheetData>", FAR_ROWS % row)), "活动.xlsx", [ACTIVITIES])


def test_a_stray_cell_is_found_where_the_book_hides_its_sheets() -> None:
    row = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    data = rewritten(
        sheet1=(b"</sheetData>", FAR_ROWS % row), workbook=(b"<workbook", b"<!DOCTYPE w><workbook")
    )
    with pytest.raises(Refusal, match=FAR):
        read_workbook(data, "活动.xlsx", [ACTIVITIES])


@pytest.mark.parametrize(
    "written", [b'<c r="AA1" ' * 40_000, b"<row " * 80_000, b'<c r="A1"><f/>' + b" " * 400_000, b'<c r="A%s" t="e">' % (b"1" * 5000)]
)  # fmt: skip
def test_what_is_written_into_a_sheet_cannot_hold_up_the_reading(written: bytes) -> None:
    began = time.monotonic()
    with contextlib.suppress(Refusal):
        read_workbook(
            rewritten(sheet1=(b"</sheetData>", written + b"</sheetData>")), "活动.xlsx", [ACTIVITIES]
        )
    assert time.monotonic() - began < 5


def test_the_files_name_may_be_missing() -> None:
    assert refusal(b"", "").startswith("这个文件是空文件")


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=20))
def test_a_file_with_wrong_bytes_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(SOUND)
    for at, byte in changes:
        data[at % len(data)] = byte
    with contextlib.suppress(Refusal):
        assert read_workbook(bytes(data), "活动.xlsx", [ACTIVITIES]).sheets[0].sheet == ACTIVITIES


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_wrong_xml_in_a_sound_container_is_read_or_refused(data: st.DataObject) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SOUND)) as sound, zipfile.ZipFile(made, "w") as target:
        names = sound.namelist()
        spoilt = data.draw(st.sampled_from([name for name in names if name.startswith("xl/")]))
        for name in names:
            part = bytearray(sound.read(name))
            if name == spoilt:
                part[data.draw(st.integers(0, len(part) - 1))] = data.draw(
                    st.sampled_from(list(b'<>"&/ aZ0\xff'))
                )
            target.writestr(name, bytes(part))
    with contextlib.suppress(Refusal):
        assert read_workbook(made.getvalue(), "活动.xlsx", [ACTIVITIES]).sheets[0].sheet == ACTIVITIES
