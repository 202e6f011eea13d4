"""Addresses: the pages made from registers, figures and reports, the staff pages, sign-in."""

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("allauth.urls")),
]
