"""Registers of the organisations room.

What its clerk asks every month, and where the answer is:
1. Which townships, universities, firms have no association yet?   应建科协的单位: column 现状; metric organisations.coverage
2. Whose term ends, what is due before and after the congress?     换届 (planning) and 待办; 代表大会: column 本届届满日期
3. How far is this society with its founding, what comes next?     组织成立与入会: columns 走到哪一步, 下一步
4. Who passed this year's check, who was given which stars?        社团年检: filters 年检年度, 结论; 学会评级: filter 星级
5. How many of the three heads serve, in which seats?              三长岗位: filters 哪一长, 在科协任职; metric organisations.posts_share
"""

from kebridge.rooms.organisations.registers.belonging import ALLIANCES, LEADING_GROUPS
from kebridge.rooms.organisations.registers.cards import BODIES, ORGANISATIONS
from kebridge.rooms.organisations.registers.coverage import COVERABLE_UNITS, POSTS
from kebridge.rooms.organisations.registers.governing import ANNUAL_CHECKS, CONGRESSES, RATINGS
from kebridge.rooms.organisations.registers.steps import SOCIETY_STEPS

REGISTERS = (
    ORGANISATIONS, BODIES, COVERABLE_UNITS, POSTS, SOCIETY_STEPS, CONGRESSES, ANNUAL_CHECKS, RATINGS, LEADING_GROUPS,
    ALLIANCES,
)  # fmt: skip
