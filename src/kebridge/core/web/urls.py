"""Addresses of the pages made from registers, imports and the ledger."""

from django.urls import path

from kebridge.core.web.views import (
    collecting,
    correcting,
    errands,
    evidence,
    forms,
    imports,
    ledger,
    lists,
    outside,
    paste,
    records,
    repeating,
    reviewing,
    suggesting,
)

urlpatterns = [
    path("r/<slug:code>/", lists.ListPage.as_view(), name="register"),
    path("r/<slug:code>/review/", reviewing.ReviewPage.as_view(), name="register-review"),
    path("r/<slug:code>/totals/", lists.TotalsPart.as_view(), name="register-totals"),
    path("r/<slug:code>/export/", lists.ExportPage.as_view(), name="register-export"),
    path("r/<slug:code>/outside/", outside.PacksPage.as_view(), name="register-packs"),
    path("r/<slug:code>/outside/<slug:which>/", outside.PackPage.as_view(), name="register-pack"),
    path("r/<slug:code>/template/", lists.TemplateFile.as_view(), name="register-template"),
    path("r/<slug:code>/example/", lists.ExamplePage.as_view(), name="register-example"),
    path("r/<slug:code>/collect/", collecting.CollectPage.as_view(), name="register-collect"),
    path("r/<slug:code>/collect/<int:link>/stop/", collecting.StopLink.as_view(), name="collect-stop"),
    path("collect/<str:token>/", collecting.GuestPage.as_view(), name="collect"),
    path("collect/<str:token>/template/", collecting.GuestTemplate.as_view(), name="collect-template"),
    path("r/<slug:code>/last-year/", repeating.LastYearPage.as_view(), name="register-last-year"),
    path("r/<slug:code>/<int:pk>/repeat/", repeating.RepeatPage.as_view(), name="record-repeat"),
    path("r/<slug:code>/new/", forms.NewPage.as_view(), name="record-new"),
    path("r/<slug:code>/paste/", paste.PastePage.as_view(), name="register-paste"),
    path("r/<slug:code>/suggest/<slug:name>/", suggesting.SuggestPage.as_view(), name="register-suggest"),
    path("r/<slug:code>/<int:pk>/", records.RecordPage.as_view(), name="record"),
    path("r/<slug:code>/<int:pk>/related/", records.RelatedPage.as_view(), name="record-related"),
    path("r/<slug:code>/<int:pk>/edit/", forms.EditPage.as_view(), name="record-edit"),
    path("r/<slug:code>/<int:pk>/unmask/<slug:name>/", records.UnmaskPage.as_view(), name="record-unmask"),
    path("r/<slug:code>/<int:pk>/evidence/", evidence.AttachPage.as_view(), name="evidence"),
    path(
        "r/<slug:code>/<int:pk>/evidence/<int:evidence>/", evidence.FilePage.as_view(), name="evidence-file"
    ),
    path(
        "r/<slug:code>/<int:pk>/evidence/<int:evidence>/thumb/",
        evidence.ThumbPage.as_view(),
        name="evidence-thumb",
    ),
    path(
        "r/<slug:code>/<int:pk>/evidence/<int:evidence>/remove/",
        evidence.RemovePage.as_view(),
        name="evidence-remove",
    ),
    path(
        "r/<slug:code>/<int:pk>/correct/<slug:name>/", correcting.CorrectPage.as_view(), name="record-correct"
    ),
    path("r/<slug:code>/<int:pk>/<str:step>/", records.StepPage.as_view(), name="record-step"),
    path("imports/", imports.ImportsPage.as_view(), name="imports"),
    path("imports/template/", imports.TemplatesFile.as_view(), name="imports-template"),
    path("imports/<int:pk>/", imports.ImportPage.as_view(), name="import"),
    path("imports/<int:pk>/confirm/", imports.ConfirmImport.as_view(), name="import-confirm"),
    path("imports/<int:pk>/abandon/", imports.AbandonImport.as_view(), name="import-abandon"),
    *(
        path(
            f"imports/<int:pk>/{which}/",
            imports.ImportFile.as_view(),
            {"which": which},
            name=f"import-{which}",
        )
        for which in imports.ImportFile.FILES
    ),
    path("errands/", errands.ErrandsPage.as_view(), name="errands"),
    path("errands/<int:pk>/", errands.ErrandPage.as_view(), name="errand"),
    path("errands/<int:pk>/file/", errands.ErrandFile.as_view(), name="errand-file"),
    path("ledger/", ledger.LedgerPage.as_view(), name="ledger"),
    path("ledger/seal/", ledger.SealNow.as_view(), name="ledger-seal"),
    path("ledger/verify/", ledger.VerifyNow.as_view(), name="ledger-verify"),
    path("ledger/close/", ledger.ClosePeriod.as_view(), name="ledger-close"),
]
