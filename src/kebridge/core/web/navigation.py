"""The left navigation: lines of work made from the registers, then what stands over all of them."""

from dataclasses import dataclass, replace

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.records import closed
from kebridge.core.records import register as registers
from kebridge.core.records.register import Register

ROOM_ICONS = {
    "organisations": "diagram-3",
    "activities": "calendar-event",
    "venues": "building",
    "people": "people",
    "honours": "award",
    "contests": "trophy",
    "innovation": "lightbulb",
    "advice": "chat-square-text",
    "projects": "kanban",
    "media": "megaphone",
    "planning": "list-check",
    "party": "flag",
    "works": "book",
    "designations": "patch-check",
    "surveys": "ui-checks",
    "appeals": "envelope-paper",
    "volunteers": "person-heart",
    "records": "box-seam",
}


# Pages that stand before the register they are made from: title, address, icon.
PAGES = {
    "persons": ("人员整理", "/people/", "people"),
    "volunteer_hours": ("志愿服务时长确认", "/volunteers/hours/", "check2-circle"),
    "tasks": ("任务推进", "/tasks/", "check2-circle"),
    "party_obligations": ("党务要求完成情况", "/party/requirements/", "check2-circle"),
}


@dataclass(frozen=True)
class Entry:
    title: str
    url: str
    icon: str = "journal-text"
    is_current: bool = False


@dataclass(frozen=True)
class Group:
    """Entries under a title; a room (`code`) can be folded, and is open where the page belongs to it."""

    title: str
    entries: tuple[Entry, ...]
    code: str = ""
    icon: str = ""

    @property
    def is_current(self) -> bool:
        return any(entry.is_current for entry in self.entries)


def visible_registers(by: Actor) -> list[Register]:
    """The registers whose pages the actor may open; what helps to begin stands below the lines of work."""
    ordered = sorted(registers.every(), key=lambda one: one.room == "records")
    return [one for one in ordered if closed.may_see(one, by)]


def groups(by: Actor, path: str) -> list[Group]:
    """What the actor may open, the page of `path` marked."""
    sees = by.can(Verb.SEE)
    top = [Entry("首页", "/", "house")]
    if sees:
        top.append(Entry("待办", "/inbox/", "inbox"))
        top += [Entry("指标", "/figures/", "graph-up"), Entry("报告", "/reports/", "file-earmark-text")]
        top.append(Entry("统计报表", "/returns/", "ui-checks"))
        top.append(Entry("核稿", "/checker/", "check2-circle"))
    work = [Entry("导入", "/imports/", "upload")] if by.can(Verb.IMPORT) else []
    if by.can(Verb.SEAL) or by.can(Verb.AUDIT):
        work.append(Entry("台账存证", "/ledger/", "shield-lock"))
    if by.can(Verb.ADD):
        work.append(Entry("练习", "/practice/", "journal-text"))
    if sees:
        work.append(Entry("后台事项", "/errands/", "clock-history"))
    work.append(Entry("设置", "/settings/", "gear"))
    found = [Group("", tuple(top)), *_rooms(by), Group("管理", tuple(work))]
    return [replace(one, entries=tuple(_marked(entry, path) for entry in one.entries)) for one in found]


def _rooms(by: Actor) -> list[Group]:
    rooms: dict[str, list[Register]] = {}
    for register in visible_registers(by):
        rooms.setdefault(register.room, []).append(register)
    return [_room(registers_of) for registers_of in rooms.values()]


def _room(members: list[Register]) -> Group:
    first = members[0]
    entries = []
    for one in members:
        if one.code in PAGES:
            title, url, _ = PAGES[one.code]
            entries.append(Entry(title, url))
        entries.append(Entry(one.title, f"/r/{one.code}/"))
    if first.room == "organisations":
        entries.insert(0, Entry("组织架构", "/orgs/tree/"))
    return Group(first.room_title, tuple(entries), first.room, ROOM_ICONS.get(first.room, "journal-text"))


def _marked(entry: Entry, path: str) -> Entry:
    is_here = path == entry.url if entry.url == "/" else path.startswith(entry.url)
    return Entry(entry.title, entry.url, entry.icon, is_current=is_here)
