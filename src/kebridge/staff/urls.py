"""Addresses of the home pages."""

from django.urls import path

from kebridge.staff import home

urlpatterns = [
    path("", home.home, name="home"),
    path("missing/", home.missing, name="missing"),
]
