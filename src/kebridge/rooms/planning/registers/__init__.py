"""Registers of the planning room.

What its clerk asks every month, and where the answer is:
1. How many items has this frame, who answers for each?      工作事项: filter 所属框架, column 责任科室
2. Which papers did we issue, under which number?            印发文件: days, filter 类别, column 文号
3. Which rules and plans are in force, which run out?        印发文件: column 有效期截止日期; metric planning.documents_in_force
4. Whose term ends, which renewal is under way?              换届: columns 任期届满日期, 启动筹备日期, 完成日期
"""

from kebridge.rooms.planning.registers import answers, tasks
from kebridge.rooms.planning.registers.plans import DOCUMENTS, FRAMES, ITEMS, RENEWALS

REGISTERS = (FRAMES, ITEMS, *tasks.REGISTERS, DOCUMENTS, *answers.REGISTERS, RENEWALS)
