from django.apps import AppConfig

from kebridge.core.db import guard


class LedgerConfig(AppConfig):
    name = "kebridge.core.ledger"
    label = "ledger"
    verbose_name = "台账"

    def ready(self) -> None:
        for table in ("posting", "fact", "seal", "sealedposting", "tagset", "tagsetmember", "closing"):
            guard.append_only(f"ledger_{table}", ledger=True)
