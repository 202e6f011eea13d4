"""Chinese numerals in both directions: 三百二十 ↔ 320."""

DIGITS = "零一二三四五六七八九"

_VALUES: dict[str, int] = {char: n for n, char in enumerate(DIGITS)} | {"〇": 0, "两": 2}
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟萬億", "一二三四五六七八九十百千万亿")
_SMALL: dict[str, int] = {"十": 10, "百": 100, "千": 1000}
_LARGE: tuple[tuple[str, int], ...] = (("亿", 10**8), ("万", 10**4))
NUMERAL_CHARACTERS = frozenset("零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億")
LIMIT = 10**12


def _under_ten_thousand(n: int) -> str:
    text, gap = "", False
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, n = divmod(n, size)
        if digit:
            text += ("零" if gap else "") + DIGITS[digit] + unit
            gap = False
        elif text:
            gap = True
    return text


def chinese_numeral(n: int) -> str:
    """A whole number in Chinese numerals: 0 零, 12 十二, 110 一百一十, 10005 一万零五.

    ValueError if n is negative or not below 10¹².
    """
    if not 0 <= n < LIMIT:
        raise ValueError(f"只能写 0 到 {LIMIT - 1} 之间的数：{n}")
    if n == 0:
        return DIGITS[0]
    text = ""
    for unit, size in (*_LARGE, ("", 1)):
        part, n = divmod(n, size)
        if part:
            text += ("零" if text and part < 1000 else "") + _under_ten_thousand(part) + unit
    return text.removeprefix("一") if text.startswith("一十") else text


def chinese_digits(text: str) -> int | None:
    """Digits read one by one, as in a year: 二〇二四 → 2024. None if another character occurs."""
    if not text or any(char not in _VALUES or char == "两" for char in text):
        return None
    return int("".join(str(_VALUES[char]) for char in text))


def _below_ten_thousand(text: str) -> int:
    """The value of the well-formed part without 万 and 亿; ValueError if it is not well-formed."""
    total, size, digit, zero = 0, 10_000, None, False
    for char in text:
        if char in _SMALL:
            if _SMALL[char] >= size or (digit is None and (char != "十" or total)):
                raise ValueError(text)
            size = _SMALL[char]
            total, digit, zero = total + (1 if digit is None else digit) * size, None, False
        elif char not in _VALUES:
            raise ValueError(text)
        elif _VALUES[char] == 0:
            if digit is not None or zero:
                raise ValueError(text)
            zero = True
        else:
            if digit is not None:
                raise ValueError(text)
            digit = _VALUES[char]
    if digit is None:
        if zero:
            raise ValueError(text)
        return total
    if total and size > 10 and not zero:  # 三百二: 302 or 320, so it is not read
        raise ValueError(text)
    return total + digit


def parse_chinese_numeral(text: str) -> int:
    """The value of well-formed Chinese numerals, formal ones (壹佰) too.

    ValueError for approximate (三四), shortened (三百二) and ill-formed ones: they are never guessed.
    """
    rest = text.translate(_FORMAL)
    if not rest or any(char not in NUMERAL_CHARACTERS for char in rest):
        raise ValueError(text)
    if rest in ("零", "〇"):
        return 0
    total, began = 0, False
    for unit, size in _LARGE:
        head, found, tail = rest.rpartition(unit) if unit == "亿" else rest.partition(unit)
        if found:
            value = _below_ten_thousand(head.removeprefix("零") if began else head)
            if not value:
                raise ValueError(text)
            total, rest, began = total + value * size, tail, True
    if began and rest:
        bare = rest.lstrip("零〇")
        if len(rest) - len(bare) > 1 or (bare == rest and bare[0] in _VALUES and len(bare) == 1):
            raise ValueError(text)
        return total + _below_ten_thousand(bare)
    return total + _below_ten_thousand(rest) if rest else total
