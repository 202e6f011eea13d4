"""Six roles and what each may do: one table, read by operations, pages, API and the permission tests."""

from django.db import models


class Role(models.TextChoices):
    LEADER = "leader", "领导"
    OFFICE = "office", "办公室/审核"
    CLERK = "clerk", "业务"
    REPORTER = "reporter", "基层填报"
    ADMIN = "admin", "系统管理"
    AUDITOR = "auditor", "审计"


class Verb(models.TextChoices):
    SEE = "see", "查看"
    SEE_CLOSED = "see_closed", "查看党务纪检等限定内容"
    ADD = "add", "新增"
    CHANGE = "change", "修改与更正"
    SUBMIT = "submit", "提交审核"
    REVIEW = "review", "审核与退回"
    VOID = "void", "作废"
    IMPORT = "import", "导入"
    EXPORT = "export", "导出"
    UNMASK = "unmask", "查看完整个人信息"
    REORGANISE = "reorganise", "组织变更"
    REPORT = "report", "编写报告"
    SIGN = "sign", "签发报告"
    SEAL = "seal", "存证与封账"
    CONFIGURE = "configure", "设置登记簿与用户"
    AUDIT = "audit", "查看审计"


_WORK = frozenset({Verb.SEE, Verb.ADD, Verb.CHANGE, Verb.SUBMIT, Verb.VOID, Verb.IMPORT, Verb.EXPORT})

PERMISSIONS: dict[str, frozenset[str]] = {
    Role.LEADER: frozenset({Verb.SEE, Verb.SEE_CLOSED, Verb.EXPORT, Verb.SIGN}),
    Role.OFFICE: _WORK | {Verb.SEE_CLOSED, Verb.REVIEW, Verb.UNMASK, Verb.REORGANISE, Verb.REPORT, Verb.SIGN,
                          Verb.SEAL, Verb.CONFIGURE},
    Role.CLERK: _WORK | {Verb.REPORT, Verb.UNMASK},
    Role.REPORTER: frozenset({Verb.SEE, Verb.ADD, Verb.CHANGE, Verb.SUBMIT, Verb.IMPORT, Verb.EXPORT}),
    Role.ADMIN: frozenset({Verb.CONFIGURE, Verb.AUDIT}),
    Role.AUDITOR: frozenset({Verb.SEE, Verb.EXPORT, Verb.AUDIT}),
}  # fmt: skip


def who_can(verb: str) -> str:
    """The roles that hold a permission, for the text of a refusal."""
    return "、".join(role.label for role in Role if verb in PERMISSIONS[role])
