"""Addresses of figures and reports."""

from django.urls import path

from kebridge.figures import pack_pages, pages, report_pages
from kebridge.figures.checker import pages as checker_pages
from kebridge.figures.returns import pages as returns_pages

urlpatterns = [
    path("checker/", checker_pages.checker, name="checker"),
    path("checker/json/", checker_pages.checker_json, name="checker_json"),
    path("checker/choices/", checker_pages.choices, name="checker_choices"),
    path("checker/choices/<int:pk>/forget/", checker_pages.forget, name="checker_forget"),
    path("figures/", pages.catalogue, name="catalogue"),
    path("figures/<str:metric>/", pages.figure, name="figure"),
    path("figures/<str:metric>/xlsx/", pages.workbook, name="figure_xlsx"),
    path("figures/<str:metric>/pack/", pack_pages.figure_pack, name="figure_pack"),
    path("figures/<str:metric>/source/", pages.source, name="figure_source"),
    path("returns/", returns_pages.index, name="returns"),
    path("returns/<slug:code>/", returns_pages.filled, name="return"),
    path("returns/<slug:code>/xlsx/", returns_pages.workbook, name="return_xlsx"),
    path("reports/", report_pages.index, name="reports"),
    path("reports/new/", report_pages.new, name="report_new"),
    path("reports/start/", pack_pages.start, name="report_start"),
    path("reports/start/<str:key>/", pack_pages.begin, name="report_begin"),
    path("reports/<int:pk>/", report_pages.report, name="report"),
    path("reports/<int:pk>/edit/", report_pages.edit, name="report_edit"),
    path("reports/<int:pk>/copy/", report_pages.copy, name="report_copy"),
    path("reports/<int:pk>/docx/", report_pages.draft_docx, name="report_docx"),
    path("reports/<int:pk>/pdf/", pack_pages.draft_pdf, name="report_pdf"),
    path("reports/<int:pk>/pack/", pack_pages.report_pack, name="report_pack"),
    path("reports/<int:pk>/sign/", report_pages.sign, name="report_sign"),
    path("reports/<int:pk>/editions/<int:number>/", report_pages.edition, name="edition"),
    path("reports/<int:pk>/editions/<int:number>/docx/", report_pages.edition_docx, name="edition_docx"),
    path("reports/<int:pk>/editions/<int:number>/pdf/", pack_pages.edition_pdf, name="edition_pdf"),
    path("reports/<int:pk>/editions/<int:number>/check/", report_pages.check, name="edition_check"),
]
