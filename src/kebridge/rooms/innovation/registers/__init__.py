"""Registers of the innovation room.

What its clerk asks every month, and where the answer is:
1. Which needs came in, which wait for a match, which are solved?     企业技术需求: filter 进展, columns 提出, 对接, 解决日期
2. Has the firm confirmed, when, and who in it?                        企业技术需求: filters 企业已确认, 由谁确认; metric needs_solved
3. How often did experts go out, to how many firms and counties?       专家服务企业: columns 企业, 专家; metrics firms, counties
4. What was signed, with whom, and what of it came in or was spent?    合作协议与签约: filter 类别, totals 意向投资, 合同金额, 到账, 支出
5. How far are the investment projects and the firms we grow?          招商引资项目, 企业培育: filter 进展, total 计划投入
"""

from kebridge.core.records.register import Register
from kebridge.rooms.innovation.registers.experts import BANKS, CORPS, TOURS
from kebridge.rooms.innovation.registers.growing import ATTRACTIONS, CULTIVATIONS, IMPACTS, VENTURES
from kebridge.rooms.innovation.registers.matching import AGREEMENTS, NEEDS, SERVICE_VISITS

REGISTERS: tuple[Register, ...] = (
    NEEDS, SERVICE_VISITS, AGREEMENTS, TOURS, CORPS, BANKS, ATTRACTIONS, CULTIVATIONS, VENTURES, IMPACTS,
)  # fmt: skip
