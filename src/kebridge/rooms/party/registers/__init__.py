"""Registers of the Party room: the closed circle. Counts only: no notes, no names of persons, nothing of what was said.

What its clerk asks every month, and where the answer is:
1. How many 第一议题 and centre-group studies so far this year?     组织生活与学习: filter 类别; metric party.items by 议题类别
2. What is still owed this quarter (支部党员大会, 党课, 主题党日)?   page 党务要求完成情况 from 组织生活要求; duties.py has the rest
3. What did the present campaign do: sessions, days, papers?       组织生活与学习: filter 学习教育（品牌）; 学习教育
4. How many talks, of which kind?                                  谈心谈话: total 人次
5. Which societies have a Party organisation, which have none?     党组织: column 覆盖的学会; metric party.organisation_coverage
"""

from kebridge.rooms.party.registers import duties
from kebridge.rooms.party.registers.life import BODIES, CAMPAIGNS, SESSIONS, TALKS

REGISTERS = (CAMPAIGNS, SESSIONS, TALKS, BODIES, *duties.REGISTERS)
