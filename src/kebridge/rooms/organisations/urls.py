"""Addresses of organisations: the tree at a day, what happens to one."""

from django.urls import path

from kebridge.rooms.organisations import pages

urlpatterns = [
    path("orgs/tree/", pages.TreePage.as_view(), name="orgs-tree"),
    path("orgs/<int:pk>/<slug:kind>/", pages.ChangePage.as_view(), name="orgs-change"),
]
