"""Addresses of putting persons in order."""

from django.urls import path

from kebridge.rooms.people import pages

urlpatterns = [
    path("people/", pages.OrderPage.as_view(), name="people-order"),
    path("people/compare/", pages.ComparePage.as_view(), name="people-compare"),
    path("people/erase/", pages.FindToErase.as_view(), name="people-find-erase"),
    path("people/<int:pk>/erase/", pages.ErasePage.as_view(), name="people-erase"),
]
