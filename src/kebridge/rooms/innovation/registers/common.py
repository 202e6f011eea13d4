"""What several registers of the room declare alike."""

from kebridge.core.records.fields import Field

ROOM, ROOM_TITLE = "innovation", "创新服务"
PROGRAMMES = Field("programmes", help="属于哪些品牌活动，用顿号分开", group="归类", example="百会链千企")
CHAINS = Field(
    "chains", scheme="plan", group="归类",
    help="属于哪条产业链，先在“工作事项”登记；“涉及几条产业链”由此去重",
)  # fmt: skip
PLANS = Field("plans", scheme="plan", group="归类", help="对应哪项下达的任务，先在“工作事项”登记")
