"""Chinese in the strings of a program, which neither changes its width nor its script: `print("你好,世界")`."""

from typing import Final

from cnclean.patterns import compile_later

STRING: Final = """(?:"[^"\\n]{0,200}"|'(?<![A-Za-z]')[^'\\n]{0,200}')"""
"""A string in straight quotes; no apostrophe begins one."""

_STRINGS = compile_later(rf"{STRING}|`[^`\n]{{1,200}}`")  # and names: "`主键` INT COMMENT '主键,自增',"
_TAG = compile_later("<[A-Za-z/!][^<>]*>")
_COMMENT = compile_later(r"(?<=[;{}]) *(?://|/\*|#).*")
_WORD = compile_later("[A-Za-z]{2}")
_SPEAKER = compile_later(r"\s*[A-Z][A-Za-z .-]*(?<! )[:,]\s*")


def has_chinese_in_strings_only(line: str) -> bool:
    """`font-family: "微软雅黑", serif;`, `echo "你好" > a.txt`, but not `Tom: "我们走吧."`, nor HTML."""
    if "<" in line and _TAG.search(line):
        return False
    outside = _COMMENT.sub("", _STRINGS.sub("", line))
    return outside.isascii() and _WORD.search(outside) is not None and not _SPEAKER.fullmatch(outside)
