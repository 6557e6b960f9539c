"""The seven kinds of HTML blocks of CommonMark: how each begins, and what ends it."""

from typing import Final

from cnclean.patterns import compile_later

_RAW = "script|pre|style|textarea|table|svg|math"
_BLOCK_TAGS = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt"
    "|fieldset|figcaption|figure|footer|form|frame|frameset|h1|h2|h3|h4|h5|h6|head|header|hr|html|iframe|legend|li|link"
    "|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|source|summary|tbody|td|tfoot|th|thead"
    "|title|tr|track|ul|template"
)
VALUE: Final = r"""(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]++))?"""
"""Of an attribute; some have none."""

_ATTRIBUTE = rf"\s+[a-zA-Z_:@#][\w:.@#-]*+{VALUE}"
_HTML = compile_later(
    rf" {{0,3}}(?:(?P<raw><(?i:(?P<tag>{_RAW}))(?=[\s>]|$))|(?P<comment><!--)|(?P<instruction><\?)"
    rf"|(?P<cdata><!\[CDATA\[)"
    rf"|(?P<declaration><![A-Za-z])|(?P<block></?(?i:{_BLOCK_TAGS})(?=\s|/?>|$))"
    rf"|(?P<other>(?:<[A-Za-z][A-Za-z0-9-]*+(?:{_ATTRIBUTE})*+\s*/?>|</[A-Za-z][A-Za-z0-9-]*\s*>)\s*$))"
)
_HTML_END = {"comment": "-->", "instruction": "?>", "cdata": "]]>", "declaration": ">"}


def html_block(line: str, *, in_paragraph: bool) -> tuple[str, int] | None:
    """What ends the block that begins here, a line end standing for an empty line; and where its beginning ends."""
    html = _HTML.match(line) if "<" in line else None
    if html is None or (in_paragraph and html["other"]):
        return None
    if html["raw"]:
        return f"</{html['tag'].lower()}>", html.end()
    return next((sign for kind, sign in _HTML_END.items() if html[kind]), "\n"), html.end()
