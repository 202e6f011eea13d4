"""A news text read as a whole."""

import re
from collections.abc import Iterable
from datetime import date

from kebridge.rooms.activities.enums import ActivityForm
from kebridge.staff.news import days as told_days
from kebridge.staff.news import people, words
from kebridge.staff.news.shapes import News, Proposal, Proposals, Sure

_MARKS = {",": "，", ";": "；", ":": "：", "!": "！"}


def proposed(
    text: str, default_year: int, *, programmes: Iterable[str] = (), today: date | None = None
) -> News:
    """What the text says of its event, each piece with the words it came from and how sure it is.

    `default_year` completes days without a year, `programmes` are the registered names to look for, `today` lets a
    past event not fall into the future. Names of persons are never proposed. Refusal for an empty text or one longer
    than a draft may be.
    """
    text = _same_marks(text)
    figures = people.counted(text)
    days, notes = told_days.days(text, default_year, today)
    planned = told_days.planned(text, days[0] if days else None, today)
    on_site, online, shares = people.people(text, figures)
    held = people.sessions(text, figures)
    titles = words.titles(text)
    place, schools = words.places(text)
    if most := people.too_many(figures):
        notes = (
            *notes,
            f"原文有“{most}”，一次最多填{people.MOST_SESSIONS}场；更多的请分批登记，或用汇总填报",
        )
    if not days:
        notes = (*notes, _no_day(text))
    if len(shares) > 1 and held and held[0].value != str(len(shares)):
        shares = ()
    if shares:
        on_site = (_sum(text, shares), *(one for one in on_site if one not in shares))
    return News(
        title=titles, day=days, place=place, body=schools, kind=words.kinds(text, titles[0] if titles else None),
        audience=words.audiences(text, (*on_site[:1], *shares)), form=_form(on_site, online), on_site=on_site,
        online=online, sessions=held, shares=shares, programmes=words.programmes(text, programmes), planned=planned,
        notes=notes,
    )  # fmt: skip


def _same_marks(text: str) -> str:
    """Chinese marks for those typed in the Latin way, each in its place; numbers such as 1,200 and 10:30 stay."""
    return re.sub(r"[,;:!](?!\d)", lambda match: _MARKS[match.group()], text)


def _no_day(text: str) -> str:
    vague = told_days.vague(text)
    return f"原文只写了“{vague.text}”，请填日期" if vague else "原文没有写日期，请填日期"


def _sum(text: str, shares: Proposals) -> Proposal:
    """What the sessions had together; soft if one of them is."""
    start, end = shares[0].start, shares[-1].end
    note = next((one.note for one in shares if one.note), "")
    total = str(sum(int(one.value) for one in shares))
    return Proposal(total, text[start:end], start, end, Sure.ASK if note else Sure.GOOD, note)


def _form(on_site: Proposals, online: Proposals) -> Proposals:
    if not online:
        return ()
    form = ActivityForm.MIXED if on_site else ActivityForm.ONLINE
    source = online[0]
    return (Proposal(str(form.label), source.text, source.start, source.end, Sure.ASK),)
