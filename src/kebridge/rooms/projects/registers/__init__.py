"""Registers of the projects room.

What its clerk asks every month, and where the answer is:
1. What did we apply for, and what is not answered yet?       争取资金与项目: filter 进展 已申报
2. What was granted this year, by whom, at what level?         争取资金与项目: filters 进展, 批准层级, column 批准单位
3. How much was granted, how much has arrived?                 争取资金与项目: totals 批准金额, 到账金额
4. Which granted money has not arrived?                        争取资金与项目: filter 进展 已批准, column 到账日期 empty
5. Which projects are due for acceptance?                      争取资金与项目: filter 进展 已批准, column 批准日期
Money of our own (资助项目, 预算, 支出): spending.py
"""

from kebridge.rooms.projects.registers import spending
from kebridge.rooms.projects.registers.funds import FUNDS

REGISTERS = (FUNDS, *spending.REGISTERS)
