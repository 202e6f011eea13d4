from django.apps import AppConfig

from kebridge.core.db import guard


class AuditConfig(AppConfig):
    name = "kebridge.core.audit"
    label = "audit"
    verbose_name = "审计"

    def ready(self) -> None:
        guard.append_only("audit_entry", ledger=True)
