"""URLs and contact scraps that were pasted behind a sentence and belong to nobody.

Scrapers and content farms glue them to paragraphs: `解决难题。https://a.com/b https://c.com/d.png`. A stray URL stands
behind a finished sentence, at the paragraph's end or on the last line of the page, and the sentence does not ask for
one. So does a stray contact, one that is disguised (`联系邮箱:12 34 56@qq.com`) or that offers the site's business
(`广告合作QQ:1234567`). Left alone: a URL that its sentence needs (`详见 https://…`, `官网:www.…`), reference lists,
links in the running text, addresses that anyone may read.
"""

import re
from collections.abc import Iterator
from typing import Final

from cnclean.folding import fold
from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stage import AnyOf, Options, Span, Stage
from cnclean.stages.links.addresses import CLEAR, CLOSERS, DISGUISED, urls_at_end
from cnclean.stages.links.wording import ACCOUNTS, EVASIVE, MORE, NEEDS, PHONES, SOLICITS, SOURCES, VISIT

_LONGEST: Final = 90
"""Characters of what stands between a sentence and the URL, or the end of the line."""

_STOPS: Final = "。！？!?…”」』）)."
_STOP = compile_later(f"[{_STOPS}](?:(?<!\\.)|(?<=\\.\\.\\.))")  # a single point is part of an address
# With the half-width marks that `punctuation` widens later.
_FINISHED = compile_later(rf"(?:[。！…”」』]|(?<=\.\.)\.|(?<=[{HAN}])[.!])\Z")
_SECOND_URL = compile_later("https?://(?<![=/?&]http://)(?<![=/?&]https://)")  # not in the query of the first
_WORD = compile_later(r"\w")
_BOUNDARY = compile_later(r"[。！？!?]")
_ITEM = compile_later(r"\s*(?:[-*•]\s|\d{1,2}[.、)]|\[\d)")  # its address may be what the list is for
_URL_LINES: Final = 2
_LAST: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/=_-#&%+~)]）】 \t\u3000"
"""With one of these ends a line that ends with an address."""
_LINE_END = compile_later(rf"\n(?<=[{re.escape(_LAST)}]\n)")


def _any(words: str) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words.split()), key=len, reverse=True)) + ")"


_NEEDS = compile_later(_any(NEEDS))
_LEAD = compile_later(
    rf"[(\[]? ?(?:{_any(MORE)}[^,。:]{{0,12}},? ?{_any(VISIT)}[^,。:]{{0,10}}|(?:本文)?{_any(SOURCES)}(?= ?:)) ?:? ?"
)
_SCRAP = compile_later(
    rf"[(\[]? ?(?P<offer>{_any(SOLICITS)} ?(?:请)?(?:联系|加)? ?)?(?:联系|加)?"
    rf"(?:(?P<evasive>{_any(EVASIVE)})|(?P<phone>{_any(PHONES)})|{_any(ACCOUNTS)}) ?: ?"
    rf"(?:(?P<clear>{CLEAR})|{DISGUISED}) ?[)\]]?"
)


def find_links(text: str, _options: Options) -> Iterator[Span]:
    for end in _ends(text):
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end]
        if "." in line and (at := _url(line)) is not None:
            yield start + at, end, "", "url"
        elif (":" in line or "：" in line) and (at := _scrap(line)) is not None:
            yield start + at, end, "", "contact"
    if "." in text:
        yield from _last_lines(text)


def _ends(text: str) -> Iterator[int]:
    """Where the lines end that may end with an address."""
    for match in _LINE_END.finditer(text):
        yield match.start()
    if text and text[-1] in _LAST:
        yield len(text)


def _url(line: str) -> int | None:
    """The end of the finished sentence that is followed by nothing but URLs, which it does not need."""
    urls = urls_at_end(line)
    stop = _last_stop(line, urls[0]) if urls else None
    if urls is None or stop is None or _ITEM.match(line):
        return None
    lead, closer = fold(line[stop : urls[0]]).strip(), line[urls[1] :].strip()
    if closer and lead[:1] not in ("(", "["):
        return None
    if lead:
        return stop if _LEAD.fullmatch(lead) else None
    # What follows a question may be its answer; but nobody gives an answer that is two URLs without a blank.
    answers = closer or line[stop - 1] in "？?" or _asks(line[:stop])
    return stop if not answers or _SECOND_URL.search(line, urls[0] + 1, urls[1]) else None


def _scrap(line: str) -> int | None:
    """The same for a contact."""
    stop = _last_stop(line, len(line.rstrip("）】)] \t\u3000")))
    match = _SCRAP.fullmatch(fold(line[stop:]).strip()) if stop else None
    if not match or _asks(line[:stop]):
        return None
    stray = match["offer"] or match["evasive"] or not (match["phone"] or match["clear"])
    return stop if stray else None


def _last_lines(text: str) -> Iterator[Span]:
    """One or two lines of URLs with which the page ends; more are a list."""
    last = first = len(text.rstrip())
    if not first or not (text[first - 1].isascii() or text[first - 1] in CLOSERS):
        return
    for _ in range(_URL_LINES + 1):
        start = text.rfind("\n", 0, first) + 1
        urls = urls_at_end(text[start:first])
        if urls is None or text[start : start + urls[0]].strip():
            break
        first = len(text[:start].rstrip())
    else:
        return
    if first and not _WORD.search(text, start, first):
        start = text.rfind("\n", 0, start - 1) + 1  # a stop alone ends the sentence of the line above
    if 0 < first < last and _FINISHED.search(text, max(0, first - 3), first) and not _asks(text[start:first]):
        yield first, last, "", "url"


def _asks(text: str) -> bool:
    """Whether the sentence with which `text` ends may need an address."""
    end = len(text.rstrip(_STOPS))
    start = _last_stop(text, end, _BOUNDARY) or max(0, end - _LONGEST)
    return bool(_NEEDS.search(fold(text[start:end])))


def _last_stop(text: str, end: int, stop: re.Pattern[str] = _STOP) -> int | None:
    """Where the last sentence ends, not too far before `end`."""
    last = None
    for match in stop.finditer(text, max(0, end - _LONGEST), end):
        last = match.end()
    return last


STAGE = Stage("links", AnyOf(".", "：", ":"), find_links)
