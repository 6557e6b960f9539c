"""URLs and contact scraps that were pasted behind a sentence and belong to nobody.

Scrapers and content farms glue them to paragraphs: `解决难题。https://a.com/b https://c.com/d.png`. A stray URL stands
behind a finished sentence, at the paragraph's end, and nothing before it asks for one. A URL ends at the first Han
character or full-width mark, and a second `https://` begins a second one, so a glued pair is two edits of one kind.
Left alone: a URL that its sentence needs (`详见 https://…`, `官网:www.…`), reference lists, links in the running text.
"""

from collections.abc import Iterator
from typing import Final

from cnclean.patterns import compile_later
from cnclean.stage import Options, Span, Stage

# No comma or semicolon before a non-URL: in these texts a half-width comma ends a clause, not an address.
_CHARS: Final = r"[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%\[\]]"
_HOST: Final = (
    r"(?:[A-Za-z0-9-]+\.)+(?:com\.cn|com\.tw|com\.hk|com|net|org|cn|tw|hk|cc|top|info|vip|xyz)(?![A-Za-z0-9.-])"
)
_URL: Final = (
    rf"(?:https?://(?:(?!https?://){_CHARS})++|www\.(?:(?!https?://|www\.){_CHARS})++|{_HOST}(?:/{_CHARS}*+)?)"
)
_STRAY = compile_later(
    rf"(?<=[。！？!?…”」』）)])[ \u3000]*(?P<lead>[^。！？!?\n\"“”]{{0,24}}?){_URL}(?:[ \u3000]*{_URL})*+"
    r"[ \u3000]*(?=\n|\Z)"
)
_LEAD = compile_later(
    r"(?:欲?(?:了解|获取|獲取|查看|浏览|瀏覽|知道)?更多|(?:欲知|了解)?(?:详情|詳情)|原文|来源|來源)"
    r"[^。,，]{0,12}(?:请|請|可|敬请|欢迎|歡迎)?"
    r"(?:访问|訪問|点击|點擊|登录|登錄|浏览|瀏覽|查看|关注|前往|參閱|参阅|見|见|上)?[^。,，]{0,8}[:：]?\s*$"
)
_WANTED = compile_later(
    "链接|鏈接|連結|网址|網址|地址|官网|官網|网站|網站|下载|下載|访问|訪問|参考|參考|项目|項目|仓库|代码|见下|如下"
    "|URL|url|http|GitHub|github"
)
_SCRAP = compile_later(
    r"(?<=[。！？!?…”])[ \u3000]*(?:联系|聯絡|聯繫|投稿|合作|商务)?(?:邮箱|郵箱|信箱|E-?mail|Email|email)[:：]\s*"
    r"(?=[^\n]{0,40}[@#])(?:[A-Za-z0-9._-]++[ ]?){1,8}+[@#]\s?[A-Za-z0-9-]+(?:\s?\.\s?[A-Za-z0-9-]+)+"
    r"[ \u3000]*(?=\n|\Z)"
)
_URL_LINES = compile_later(rf"(?:(?<=\n)|\A)(?:[ \u3000]*(?:{_URL}[ \u3000]*)++(?:\n\s*+|\Z))++")
_SIGNS: Final = (
    *("://", "www.", "@", "#"),
    *(".com", ".net", ".org", ".cn", ".tw", ".hk", ".cc", ".top", ".info", ".vip", ".xyz"),
)
_TAIL_LINES: Final = 8
_SENTENCE_END = compile_later(r"[。！？!?…”」]$")


def find_links(text: str, _options: Options) -> Iterator[Span]:
    if not any(sign in text for sign in _SIGNS):
        return
    spans = [*_glued(text), *_scraps(text), *_lines(text)]
    done = 0
    for span in sorted(spans):
        if span[0] >= done:
            yield span
            done = span[1]


def _glued(text: str) -> Iterator[Span]:
    for match in _STRAY.finditer(text):
        lead = match["lead"].strip()
        if lead and not _LEAD.match(lead):
            continue
        if not lead and _WANTED.search(
            text, max(text.rfind("\n", 0, match.start()) + 1, match.start() - 30), match.start()
        ):
            continue
        yield match.start(), match.end(), "", "url"


def _scraps(text: str) -> Iterator[Span]:
    for match in _SCRAP.finditer(text):
        if " " in match[0].strip().split(":")[-1].split("：")[-1].strip() or "#" in match[0]:
            yield match.start(), match.end(), "", "contact"


def _lines(text: str) -> Iterator[Span]:
    """One or two lines that are URLs, near the end of the page, behind a finished sentence that asks for none."""
    if "://" not in text and "www." not in text:
        return
    tail = len(text)
    for _ in range(_TAIL_LINES):
        tail = max(text.rfind("\n", 0, tail), 0)
    for match in _URL_LINES.finditer(text, tail):
        before = text[: match.start()].rstrip()
        if len(match[0].split()) > 2 or not _SENTENCE_END.search(before[-1:]) or _WANTED.search(before[-30:]):
            continue
        if match.end() < len(text):
            yield match.start(), match.end(), "", "url"
        else:
            yield len(before), len(text.rstrip()), "", "url"


STAGE = Stage("links", compile_later(r"[/@#.]"), find_links)
