"""粘贴新闻稿: a text is read, the person confirms, the ordinary form opens with it. Nothing of the text is kept."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from kebridge.core.access.roles import Verb
from kebridge.core.ledger.models import Tag
from kebridge.core.records import register as registers
from kebridge.core.records.states import State
from kebridge.core.refusal import Refusal
from kebridge.core.web.beginning import begin_with
from kebridge.core.web.navigation import visible_registers
from kebridge.core.web.views.base import Page
from kebridge.figures.checker.pages import uploaded
from kebridge.figures.checker.read import from_text
from kebridge.rooms.activities.models import Programme
from kebridge.staff.news import filling, showing
from kebridge.staff.news.reading import proposed
from kebridge.staff.news.shapes import News

LONGEST = 20_000  # characters: a long feature; beyond it a report of a year, which is no news of one event


class NewsPage(Page):
    template_name = "staff/news.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.register = registers.get("activities")

    def require(self) -> None:
        """Raises Denied: may not add; Http404: these records are not for this person."""
        self.actor.require(Verb.ADD, None, "按新闻稿登记活动")
        if self.register not in visible_registers(self.actor):
            raise Http404

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.require()
        return self.page()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.require()
        try:
            text = self._text()
            news = self._read(text)
        except Refusal as refusal:
            return self.page(400, refusal=refusal, text=request.POST.get("text", ""))
        if request.POST.get("act") == "fill":
            return self._fill(news)
        return self.page(
            text=text,
            news=news,
            rows=showing.rows(news, filling.typed(news)),
            pieces=showing.pieces(text, news),
        )

    def _text(self) -> str:
        """Raises Refusal: nothing to read, not readable, or too long for news of one event."""
        upload = self.request.FILES.get("file")
        draft = (
            uploaded(upload) if upload else from_text(self.request.POST.get("text", "").replace("\r\n", "\n"))
        )
        if len(draft.text) > LONGEST:
            raise Refusal(
                f"文字有{len(draft.text)}个字，超过{LONGEST // 10_000}万字，不像一篇新闻稿",
                repair="请只贴这一次活动的那一篇",
            )
        return draft.text

    def _read(self, text: str) -> News:
        today = timezone.localdate()
        return proposed(text, today.year, programmes=self._programmes(), today=today)

    def _programmes(self) -> list[str]:
        """The names that the form itself suggests to everyone."""
        return list(Tag.objects.filter(scheme=Tag.Scheme.PROGRAMME).values_list("name", flat=True))

    def _campaigns(self) -> frozenset[str]:
        """Which of them are days or weeks of a theme."""
        known = Programme.objects.unscoped("names of programmes are offered to everyone")
        return frozenset(known.filter(state=State.COUNTED, is_campaign=True).values_list("name", flat=True))

    def _fill(self, news: News) -> HttpResponse:
        found = filling.filled(news, self.request.POST.dict(), self._campaigns())
        return redirect(begin_with(self.register, found.values, found.lines, found.notes, by=self.actor))
