"""Addresses of the home pages."""

from django.urls import path

from kebridge.staff import home, inbox, practice, searching

urlpatterns = [
    path("", home.home, name="home"),
    path("missing/", home.missing, name="missing"),
    path("search/", searching.search, name="search"),
    path("inbox/", inbox.inbox, name="inbox"),
    path("practice/", practice.PracticePage.as_view(), name="practice"),
    path("practice/discard/", practice.DiscardAll.as_view(), name="practice-discard"),
]
