"""Addresses of volunteering: hours to confirm, totals by volunteer."""

from django.urls import path

from kebridge.rooms.volunteers import pages

urlpatterns = [path("volunteers/hours/", pages.HoursPage.as_view(), name="volunteer-hours")]
