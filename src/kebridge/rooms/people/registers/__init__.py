"""Registers of the people room.

What its clerk asks every month, and where the answer is:
1. Which experts do we have in a field, and who may be entered twice?  人员: filter 类别, search 专业领域; queries.likely_duplicates
2. Whose terms end soon, who is in post today?                        聘任与任职: column 任期截止日期, filter 职务
3. How far did those get whom we put forward, which are undecided?    推荐与举荐: filters 奖项, 进展 (已推荐)
4. Who came, who is engaged by which firm, how many talks were given? 来访专家, 柔性引进: filters 身份, 引进方式, total 作报告场数
5. How many came in to our selections and reviews, how many won?      评选与论文评审: filter 类别, columns 申报, 评出
"""

from kebridge.rooms.people.registers.cards import APPOINTMENTS, ENGAGEMENTS, PERSONS
from kebridge.rooms.people.registers.choosing import NOMINATIONS, SELECTIONS
from kebridge.rooms.people.registers.visiting import GUESTS, VISITORS

REGISTERS = (PERSONS, APPOINTMENTS, ENGAGEMENTS, NOMINATIONS, SELECTIONS, GUESTS, VISITORS)
