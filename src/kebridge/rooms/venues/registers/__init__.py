"""Registers of the venues room.

What its clerk asks every month, and where the answer is:
1. How many came this month, of them groups, on how many days?          日参观登记: totals; 团体接待: total 人数
2. Which museums stand, which are being built and how far?              场馆: columns 阶段, 开馆日期; metric venues.museums_building
3. Which exhibits are out of order, for how long; what share works?      展品与维修: column 未修好的维修单; venues.exhibit_availability
4. Where did the caravan and the travelling museum go, how far, to whom? 大篷车出车, 流动科技馆巡展: totals 里程, 服务人次
5. Which schools, routes, courses and small facilities do we have?       馆校合作, 科普研学线路, 科学课程, 基层科普设施
"""

from kebridge.rooms.venues.registers.holdings import HOLDINGS
from kebridge.rooms.venues.registers.visiting import VISITING

REGISTERS = (*VISITING, *HOLDINGS)
