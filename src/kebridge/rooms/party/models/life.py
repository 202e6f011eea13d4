"""Party work as counts: sessions with their agenda, talks, bodies, campaigns. No notes and no names of persons."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.ledger.counted import CountedLine
from kebridge.core.ledger.models import Tag
from kebridge.core.records.models import STANDING, Record, one_per_key
from kebridge.rooms.party.enums import (
    BodyKind,
    Form,
    Holder,
    Lecturer,
    Obligation,
    SessionKind,
    TalkKind,
    Tier,
    Trigger,
)


class Campaign(Record):
    """An education campaign; sessions carry its tag."""

    tag = models.OneToOneField(Tag, models.PROTECT, related_name="+")
    name = models.CharField("名称", max_length=60)
    since = models.DateField("启动日期")
    until = models.DateField("结束日期", null=True, blank=True)
    has_task_force = models.BooleanField("成立工作专班", default=False)
    documents = models.PositiveSmallIntegerField("制定方案、台账", default=0)

    class Meta:
        verbose_name = "学习教育"
        constraints = [
            models.UniqueConstraint(fields=["name"], condition=STANDING, name="party_campaign_name"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="party_campaign_order"),
        ]

    def __str__(self) -> str:
        return self.name


class PartySession(Record):
    """A meeting, a study, an activity of a Party organisation: counted once, and once for each obligation it serves."""

    day = models.DateField("日期")
    kind = models.CharField("类别", max_length=20, choices=SessionKind.choices)
    holder = models.CharField("党组织", max_length=20, choices=Holder.choices, default=Holder.GROUP)
    ordinal = models.PositiveSmallIntegerField("当日第几次", default=1)
    days = models.PositiveSmallIntegerField("天数", default=1)
    form = models.CharField("形式", max_length=12, choices=Form.choices, blank=True)
    present = models.PositiveIntegerField("到会人数", null=True, blank=True)
    lecturer = models.CharField("主讲人", max_length=20, choices=Lecturer.choices, blank=True)
    cases = models.PositiveSmallIntegerField("学习案例", null=True, blank=True)
    papers = models.PositiveIntegerField("心得体会", null=True, blank=True)
    programmes = models.ManyToManyField(Tag, verbose_name="学习教育（品牌）", blank=True, related_name="+")

    class Meta:
        verbose_name = "组织生活与学习"
        constraints = [
            one_per_key("party_session_key", "day", "kind", "holder", "ordinal"),
            models.CheckConstraint(condition=Q(days__gte=1), name="party_session_days"),
        ]
        indexes = [models.Index(fields=["org", "-day"], name="party_session_org_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.get_kind_display()}"


class AgendaItem(CountedLine):
    """An obligation that a session served; its matter is never written down."""

    root = "session"
    scope_path = "session__org"
    session = models.ForeignKey(PartySession, models.CASCADE, related_name="agenda")
    obligation = models.CharField("议题类别", max_length=20, choices=Obligation.choices)

    class Meta:
        verbose_name = "议题"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["session", "obligation"], name="party_agenda_once")]

    def __str__(self) -> str:
        return f"{self.session_id} {self.obligation}"


class PartyTalk(Record):
    """Talks of a month as a number: with whom and about what is not this system's."""

    day = models.DateField("月份")
    kind = models.CharField("类别", max_length=12, choices=TalkKind.choices)
    trigger = models.CharField("谈话情形", max_length=20, choices=Trigger.choices, blank=True)
    tier = models.CharField("谈话层级", max_length=20, choices=Tier.choices, blank=True)
    people = models.PositiveIntegerField("人次")

    class Meta:
        verbose_name = "谈心谈话"
        constraints = [
            one_per_key("party_talk_key", "day", "kind", "trigger", "tier"),
            models.CheckConstraint(condition=Q(people__gte=1), name="party_talk_people"),
        ]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m} {self.kind}"


class PartyBody(Record):
    """A Party organisation, and the society or unit that it covers."""

    name = models.CharField("名称", max_length=100)
    kind = models.CharField("类别", max_length=20, choices=BodyKind.choices)
    served = models.ForeignKey(
        "orgs.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name="覆盖的学会",
        related_name="+",
    )
    founded = models.DateField("成立日期", null=True, blank=True)
    known_from = models.DateField("登记起始日期", null=True, blank=True)
    ended = models.DateField("撤销日期", null=True, blank=True)

    class Meta:
        verbose_name = "党组织"
        constraints = [
            one_per_key("party_body_key", "name"),
            models.CheckConstraint(condition=Q(ended__gte=F("founded")), name="party_body_order"),
        ]

    def __str__(self) -> str:
        return self.name
