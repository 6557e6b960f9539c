"""When a page was made, and the numbers on it: a date, a time of day, a moment ago."""

from typing import Final

from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.line import Line
from cnclean.stages.boilerplate.line_shapes import is_row

_YEAR: Final = r"(?:19|20)\d\d"
_MONTH: Final = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY_BEHIND_YEAR: Final = (
    r"[-/]\s?\d{1,2}[-/]\d{1,2}",  # 2024-01-02
    r"/\s\d{1,2}\s/\s\d{1,2}",  # 2024 / 01 / 02
    r"\.\d\d?\.\d\d?",  # 2024.1.2
    r"年\s?\d{1,2}\s?月\s?\d{1,2}\s?日",  # 2024年1月2日
    r"\s\d{1,2}/\s?\d{1,2}(?=\s+\d\d:\d\d)",  # 2024 01/02 10:30
)
_DATE_FORMS: Final = (
    rf"{_YEAR}\s?(?:{'|'.join(_DAY_BEHIND_YEAR)})",
    rf"(?<!\d)\d\d[./]\d\d[./]{_YEAR}",  # 02/01/2024
    rf"(?<![a-z]){_MONTH}\s\d{{1,2}},?\s(?:[a-z]{{3,9}}\s)?(?:\d\d:\d\d:\d\d\s)?{_YEAR}",  # jan 2, 2024
    rf"(?:[一二三四五六七八九十]{{1,2}}|\d\d?)\s?月\s\d{{1,2}},\s{_YEAR}",  # 一月 2, 2024
    rf"(?<!\d)\d{{1,2}}\s{_MONTH},?\s{_YEAR}",  # 2 jan 2024
    rf"{_YEAR}\s{_MONTH}\s\d{{1,2}}",  # 2024 jan 2
)
_WEEKDAY: Final = r"\s?\(?(?:周|星期)[一二三四五六日]\)?"
_DAY_NAME: Final = r"\s\(?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\)?(?![a-z])"
_ZONE: Final = r"\s(?:hkt|gmt|cst)(?=\s\d)"
_TIME_OF_DAY: Final = r"[,t]?(?:\s*[-·|,]?\s*(?:[上下]午\s?)?\d{1,2}:\d\d(?::\d\d)?)?(?:\s?[ap]m)?"
_STAMP = compile_later(
    rf"(?:{'|'.join(_DATE_FORMS)})(?!\.?\d)(?:{_WEEKDAY}|{_DAY_NAME})?(?:{_ZONE})?(?:{_TIME_OF_DAY})"
)
_MOMENT = compile_later(
    r"(?:民国\s?\d{2,3}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|(?<!\d)1[01]\d[-/.]\d\d[-/.]\d\d(?!\d)|\d+\s?(?:分钟|小时|天|个月|年)前"
    r"|(?:今天|昨天|前天|刚刚|\d{1,2}\s?月\s?\d{1,2}\s?日|(?<!\d)\d{1,2}[-/]\d{1,2})\s?(?:[上下]午\s?)?\d{1,2}:\d\d|(?<![\d:])\d\d:\d\d$)"
)
_PERIOD = compile_later(
    r"(?:\d:\d\d|日|\d[-/.]\d{1,2})\s?[-—–~至到]+\s?(?:\d{1,2}:\d\d|\d{1,2}\s?[月日]|(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]|\d\d\.\d\d$)"
)
_HAS_YEAR = compile_later(r"[12][09]\d\d")
_RECENT = compile_later(r"[:前民]|1[01]\d[-/.]")
"""What every moment has, before the slow look at what it is."""
_LOGGED = compile_later(r"\d:\d\d(?::\d\d[,.]\d{3}\b|(?::\d\d)?\s+\[?(?:debug|info|warn|warning|error|fatal)\b)")
_FROM = compile_later(r"(?:[将定]于|截[至止]|自|至|预计)\s?$")
_HAPPENS = compile_later(r"\s?(?:起|止|之?前(?!方)|以?后|正式|准时|举[行办]|召开|开[始播幕]|截止|结束|上线|生效|直播)")
_CLOCK_SIZE: Final = 5
_BESIDE_MOMENT: Final = 12
_BESIDE_SURE_MOMENT: Final = 8
_OPENS_WITH_TIME = compile_later(r"\W*\d{1,2}:\d\d\s")
_AMOUNT = compile_later(
    r"[+\-\d](?<![\d.].)(?:(?<=\d)|\d)[\d,.:*-]*\d?\s*(?:万\+?|w\+?|k|人|次|条|个|篇|字|页|分钟|分|年|月|日|楼|mb|kb|元|%)?"
)
_HEADS = compile_later(r"\d:[\s*]*$")
"""Of a time that heads what happened then: `更新：1月1日上午9:30：`; `_PERIOD` is from when to when."""
_DIGIT = compile_later(r"\d")
_MARKS = compile_later(r"[|·]")


def weigh_times(line: Line) -> None:
    """Weigh when the page was made, and explain its numbers."""
    text = line.text
    if not _DIGIT.search(text) or _LOGGED.search(text):
        return
    if _HAS_YEAR.search(text):
        _weigh_dates(line)
    if not line.dated and _RECENT.search(text):
        _weigh_moment(line)
    for match in _AMOUNT.finditer(text):
        line.explain(match.start(), match.end())
    if _PERIOD.search(text) or (line.dated and _HEADS.search(text)):
        line.weights.pop("meta", None)  # an event's time, not the page's
        line.stamped = False
    if line.dated and line.weights.get("meta") and _MARKS.search(text) and is_row(text):
        line.explain(0, len(text))  # 职场达人 · 2021-03-23 · 阅读三分钟


def _weigh_dates(line: Line) -> None:
    for match in _STAMP.finditer(line.text):
        if _FROM.search(line.text, 0, match.start()) or _HAPPENS.match(line.text, match.end()):
            continue
        timed = ":" in match[0] or bool(_OPENS_WITH_TIME.match(line.text))
        if not line.explained[match.start()] and not line.dated:
            line.weights["meta"] += 1.0 if "日" in match[0] and not timed else 2.0
        line.stamped |= timed and not line.explained[match.start()]
        line.dated = True
        line.explain(match.start(), match.end())


def _weigh_moment(line: Line) -> None:
    moment = _MOMENT.search(line.text)
    if not moment:
        return
    line.dated = True
    others = len(line.text) - len(moment[0])
    alone = others <= _BESIDE_MOMENT and not _HAPPENS.match(line.text, moment.end())
    line.stamped |= alone and ":" in moment[0][-_CLOCK_SIZE:] and len(moment[0]) > _CLOCK_SIZE
    line.add("meta", 2.0 if others <= _BESIDE_SURE_MOMENT else 1.0, moment.start(), moment.end())
