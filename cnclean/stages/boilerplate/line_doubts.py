"""What speaks against a line in the line itself: a section's number, clauses, a story, words that nothing explains."""

from typing import Final

from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.cells import choices
from cnclean.stages.boilerplate.line import RIGHTS, Line
from cnclean.stages.boilerplate.wording.voices import NARRATIVE

_NEVER: Final = 99.0
"""No line weighs so much."""

_STOP = compile_later("[。!?]")
_SENTENCE_SIZE: Final = 10
_COMMA = compile_later(r",(?!\d)")
_CLAUSE = compile_later(r"[,;:]$")
_NARRATIVE = compile_later(rf"{choices(NARRATIVE)}|我(?!们|要|有话|是广告|的)")
_NUMBERED = compile_later(
    r"\s*(?:[问答qa]:|[一二三四五六七八九十]{1,3}[,.]|\([一二三四五六七八九十\d]{1,3}\)(?!.*页)|第[一二三四五六七八九十\d]+[条章节步])"
)
_NOTE = compile_later("化名|具名|匿名|收入本[书書]")
_QUESTION = compile_later(r"(?:怎么|怎样|如何|什么|为何|哪|吗|是否|能否|该不该|要不要)[^。!]{0,12}\?$")
_PRICE = compile_later(r"[^\s:]{0,2}价(?:格|钱)?\s?:\s?[¥$]?\s?\d")
_ITEM = compile_later(r"[\s#*]*\d{1,2}[.,)](?!\d)")
_SECTION = compile_later(r"[\s#*]*\d{1,2}(?:\.\d{1,2}){1,3}(?![\d%:wk万千亿-])")
_GLUED = compile_later(r"[。!]\s?0x[\da-f]{1,2}\s?[^\W\d_]")
"""A section's number and title behind a sentence: `无关。0x01 起因`."""
_INFORMS = compile_later(r"[^,。]{4,}(?:不再(?!错过|迷路|担心|失联|走散|是)|改为|改由|改用)[^,。]{2,},")
"""What is new, before it says where: `今后将不再提供公开下载,可扫描下方二维码订阅`."""
_PAIR = compile_later(r"[#*\s]*[^\W\d_]{2}[和与與及][^\W\d_]{2}[*\s]*$")
"""A heading of two words: `下载和反馈`. Buttons stand apart."""
_CONTINUED = compile_later(r"\s*[,;。!?]")


def doubt_line(line: Line, rest: int, *, sentence: bool) -> float:
    """What to take from the weight of a line's phrases, of which `rest` characters nothing explains."""
    text = line.text
    if line.row and not rest and not _PAIR.match(text):  # all of it is known
        return (len(_NARRATIVE.findall(text)) if len(text) > 30 else 0) - 2.0
    doubt = (
        _beginning_doubt(line, rest)
        + max(0, len(text) - 60) / 30
        + len(_NARRATIVE.findall(text))
        + 3.0 * _foreign_sentences(line)
    )
    if sentence and 2 * rest <= sum(map(str.isalnum, text)):
        return doubt + 0.5 + rest / 4 - (2.0 if rest <= 1 else 0.0)  # most of it is known
    doubt += max(0, rest - 6) / 5 if line.sure or line.labelled else max(0, rest - 4) / 3
    if sentence:
        doubt += 0.5 + rest / 4
    elif _CLAUSE.search(text):
        doubt += rest / 4 + (2.0 if line.weight() <= 1 and not line.labelled else 0.0)  # 参考: introduces what follows
    if not line.labelled:
        commas = len(_COMMA.findall(text))
        doubt += max(0, commas - 2) * 0.7 if line.sure else 1.5 * commas
    if rest <= 1 and not (line.dated and line.weight() < 2 and not line.labelled):
        doubt -= 2.0
    return doubt


def _beginning_doubt(line: Line, rest: int) -> float:
    text = line.text
    doubt = 3.0 if _NUMBERED.match(text) or _SECTION.match(text) else 0.0  # a heading of the text, or a step
    if _ITEM.match(text):
        doubt = 1.0
    if _CONTINUED.match(text):
        doubt += 5.0  # the rest of a sentence
    if "placeholder" in line.weights and rest:
        doubt += 3.0  # 小林:[图片]
    if _QUESTION.search(text) and not RIGHTS.isdisjoint(line.weights):
        doubt += 6.0  # 版权声明怎么写? Who asks writes of them
    if _NOTE.search(text):
        doubt += 4.0  # what the author says of the text
    if _GLUED.search(text) or _INFORMS.match(text):
        doubt += _NEVER
    if _PAIR.match(text):
        doubt += 3.0
    if _PRICE.match(text):
        doubt += 3.0  # 价格:800元, though disclaimers speak of 价格 too
    return doubt


def _foreign_sentences(line: Line) -> int:
    """How many sentences before the last hardly anything explains: a paragraph with a prompt glued to it."""
    count = start = 0
    for match in _STOP.finditer(line.text):
        if match.start() - start >= _SENTENCE_SIZE and match.end() < len(line.text):
            count += line.rest(start, match.start()) >= _SENTENCE_SIZE
        start = match.end()
    return count
