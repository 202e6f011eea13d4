"""Appeals of S&T workers, letters and visits: personal data as little as possible, encrypted; the term of handling."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.privacy.fields import EncryptedTextField
from kebridge.core.records.models import STANDING, Record
from kebridge.rooms.appeals.enums import AppealKind, Channel, Counted, LetterKind, Satisfaction, Stage, What


class HandlingTerm(Record):
    """How many days there are to close a thing received from a day on, and the paper that says so."""

    what = models.CharField("办什么", max_length=20, choices=What.choices)
    since = models.DateField("从哪天起")
    days = models.PositiveSmallIntegerField("办结天数")
    counted = models.CharField("怎样算天数", max_length=20, choices=Counted.choices)
    document = models.CharField("依据文件", max_length=160)

    class Meta:
        verbose_name = "办理时限"
        constraints = [
            models.UniqueConstraint(fields=["what", "since"], condition=STANDING, name="appeals_term_key"),
            models.CheckConstraint(condition=Q(days__gt=0), name="appeals_term_days"),
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()} {self.since} {self.days}"


class _Handled(Record):
    """Received, assigned, answered, closed, each on a day; `due` is by the term in force when it was received."""

    number = models.CharField("编号", max_length=40)
    day = models.DateField("收到日期")
    channel = models.CharField("怎样收到的", max_length=20, choices=Channel.choices)
    subject = models.CharField("事由", max_length=120)
    person_name = EncryptedTextField("姓名", blank=True)
    contact = EncryptedTextField("联系方式", blank=True)
    stage = models.CharField("进展", max_length=12, choices=Stage.choices, default=Stage.RAISED)
    assigned_to = models.CharField("交给谁办", max_length=60, blank=True)
    assigned_day = models.DateField("交办日期", null=True, blank=True)
    answered_day = models.DateField("答复日期", null=True, blank=True)
    closed_day = models.DateField("办结日期", null=True, blank=True)
    satisfaction = models.CharField("满意度", max_length=12, choices=Satisfaction.choices, blank=True)
    due = models.DateField("应办结日期", null=True, editable=False)
    term_document = models.CharField("时限依据", max_length=160, blank=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["org", "number"], condition=STANDING, name="%(app_label)s_%(class)s_key"
            ),
            models.CheckConstraint(
                condition=Q(closed_day__gte=F("day")), name="%(app_label)s_%(class)s_order"
            ),
        ]
        indexes = [models.Index(fields=["-day"], name="%(app_label)s_%(class)s_day")]

    def __str__(self) -> str:
        return self.number


class Appeal(_Handled):
    """What an S&T worker asks the association for."""

    kind = models.CharField("类别", max_length=20, choices=AppealKind.choices)
    home = models.CharField("在哪里提出的", max_length=40, blank=True)

    class Meta(_Handled.Meta):
        verbose_name = "科技工作者诉求"


class Letter(_Handled):
    """A letter, visit, call or message of a citizen; who came is held as a number."""

    kind = models.CharField("类别", max_length=20, choices=LetterKind.choices)
    persons = models.PositiveSmallIntegerField("人数", default=1)

    class Meta(_Handled.Meta):
        verbose_name = "来信来访"
