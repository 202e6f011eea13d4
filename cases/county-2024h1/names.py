"""An invented city of county rank with its towns; the report hid the name of the real one. No person is named."""

from kebridge.casework.making.invented import word

CITY, ABOVE = "颍阳市科协", "淮颍市"
ANTICULT, SENIORS = "颍阳市反邪教协会", "颍阳市老科协"
TOWNS = {
    "YS": "云水街道", "QL": "青麓街道", "WL": "望岚街道", "ZC": "泽川镇", "MQ": "沐桥镇", "LY": "澜野镇", "XX": "星溪镇",
    "CY": "晨屿镇", "QF": "启帆镇", "LF": "岭帆镇", "WH": "望禾镇", "QS": "青杉镇", "ZS": "泽杉镇", "YQ": "云桥镇",
}  # fmt: skip
SILENT, NIL = "WL", "LF"  # a sub-district that sent no summary; a town that held nothing and says so
ESTATE, OLD_ESTATE, ROAD = "云水街道平安社区云杉花园小区", "青麓街道新河家属院", "颍阳大道东段"
SCHOOLS = ("泽川镇中心小学", "颍阳市第一中学", "星溪镇第一中学", "颍阳市第三中学")
BEST_SCHOOL = "颍阳市望桥小学"


def association(town: str) -> str:
    return f"{TOWNS[town]}科协"


def school(number: int) -> str:
    """An invented primary school."""
    return f"颍阳市{word(number + 40)}小学"


def firm(number: int) -> str:
    """An invented firm."""
    trades = ("户外用品", "加油站", "医护服", "食品", "纺织", "包装")
    return f"颍阳{word(number * 5 + 11)}{trades[number % len(trades)]}有限公司"
