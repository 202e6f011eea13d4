from kebridge.figures.documents.html import to_html
from kebridge.figures.documents.model import Document, FigureRun, Heading, Paragraph, RecordRun, Text


def _one(*runs) -> str:
    return to_html(Document("报告", blocks=(Paragraph(runs),)))


def test_a_figure_leads_to_its_source():
    html = _one(FigureRun("12", href="/figures/1?a=1&b=2", key="k", basis="登记", tooltip='口径："场"'))
    assert (
        '<a class="figure" href="/figures/1?a=1&amp;b=2" title="口径：&quot;场&quot;" data-basis="登记"'
        ' data-key="k">12</a>' in html
    )


def test_a_missing_figure_is_marked():
    assert '<mark class="missing">【未报】</mark>' in _one(FigureRun("", missing=True))


def test_a_missing_figure_still_leads_to_its_source():
    html = _one(FigureRun("", href="/f", missing=True))
    assert '<a class="figure" href="/f"><mark class="missing">【未报】</mark></a>' in html


def test_everything_is_escaped():
    evil = '<script>"&'
    html = to_html(
        Document(
            evil, evil, evil, None, (Heading(1, evil), Paragraph((Text(evil), FigureRun(evil)))), (evil,)
        )
    )
    assert "<script" not in html


def test_addresses_that_run_code_are_left_out():
    for href in ("javascript:alert(1)", "data:text/html,x", "//other.example/", "/\\other.example", " /x"):
        html = _one(RecordRun("记录", href), FigureRun("1", href=href))
        assert "href" not in html
        assert "记录" in html


def test_the_whole_document(document: Document):
    html = to_html(document)
    assert html.startswith('<article class="document draft"')
    assert "<h2>一、科学普及</h2>" in html
    assert "<h4>1.主场</h4>" in html
    assert '<a class="record" href="/r/1">航天报告会</a>、' in html
    assert "A &amp; B &lt; C。" in html
    assert '<p class="mark">合成演示数据，非真实记录</p>' in html
    assert '<section class="annex" id="annex-2">' in html
    assert '<th scope="col" class="numeric">场次（场）</th>' in html
    assert '<td class="numeric"><span class="figure">137</span></td>' in html
    assert '<time datetime="2025-01-05">2025年1月5日</time>' in html
    assert "（数据存证号：第12号）" in html
