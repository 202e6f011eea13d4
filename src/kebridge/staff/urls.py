"""Addresses of the home pages."""

from django.urls import path

from kebridge.staff import duties, home, inbox, practice, searching
from kebridge.staff.news.pages import NewsPage

urlpatterns = [
    path("", home.home, name="home"),
    path("glance/", home.year_part, name="glance"),
    path("missing/", home.missing, name="missing"),
    path("search/", searching.search, name="search"),
    path("search/records/", searching.search_records, name="search-records"),
    path("inbox/", inbox.inbox, name="inbox"),
    path("news/", NewsPage.as_view(), name="news"),
    path("tasks/", duties.tasks_page, name="tasks"),
    path("tasks/<int:pk>/pack/", duties.task_pack, name="task-pack"),
    path("tasks/<int:pk>/<slug:step>/", duties.task_step, name="task-step"),
    path("party/requirements/", duties.requirements_page, name="requirements"),
    path("practice/", practice.PracticePage.as_view(), name="practice"),
    path("practice/discard/", practice.DiscardAll.as_view(), name="practice-discard"),
]
