"""Addresses: the pages made from registers, figures and reports, the staff pages, sign-in."""

from django.urls import include, path
from django.views.generic import RedirectView

from kebridge.core.api import urls as api
from kebridge.staff import entering

urlpatterns = [
    # Accounts are given by an administrator and have no e-mail: these pages of allauth lead elsewhere.
    path("accounts/enter/<str:token>/", entering.EnterPage.as_view(), name="enter"),
    path("accounts/signup/", RedirectView.as_view(pattern_name="account_login")),
    path("accounts/email/", RedirectView.as_view(pattern_name="settings")),
    path("accounts/password/reset/", RedirectView.as_view(pattern_name="account_login")),
    path("accounts/", include("allauth.urls")),
    path("api/", api.urls),
    path("settings/", include("kebridge.staff.settings_urls")),
    path("", include("kebridge.rooms.organisations.urls")),
    path("", include("kebridge.rooms.volunteers.urls")),
    path("", include("kebridge.rooms.people.urls")),
    path("", include("kebridge.core.web.urls")),
    path("", include("kebridge.figures.urls")),
    path("", include("kebridge.staff.urls")),
]
