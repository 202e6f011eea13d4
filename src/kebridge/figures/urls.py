"""Addresses of figures and reports."""

from django.urls import path

from kebridge.figures import pages, report_pages

urlpatterns = [
    path("figures/", pages.catalogue, name="catalogue"),
    path("figures/<str:metric>/", pages.figure, name="figure"),
    path("figures/<str:metric>/xlsx/", pages.workbook, name="figure_xlsx"),
    path("figures/<str:metric>/source/", pages.source, name="figure_source"),
    path("reports/", report_pages.index, name="reports"),
    path("reports/new/", report_pages.new, name="report_new"),
    path("reports/<int:pk>/", report_pages.report, name="report"),
    path("reports/<int:pk>/edit/", report_pages.edit, name="report_edit"),
    path("reports/<int:pk>/copy/", report_pages.copy, name="report_copy"),
    path("reports/<int:pk>/docx/", report_pages.draft_docx, name="report_docx"),
    path("reports/<int:pk>/sign/", report_pages.sign, name="report_sign"),
    path("reports/<int:pk>/editions/<int:number>/", report_pages.edition, name="edition"),
    path("reports/<int:pk>/editions/<int:number>/docx/", report_pages.edition_docx, name="edition_docx"),
    path("reports/<int:pk>/editions/<int:number>/check/", report_pages.check, name="edition_check"),
]
