"""Whether `:` is a Chinese mark: no part of a time, an emoji's name, a smiley or a mail's header."""

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.punctuation.judge import EMOJI_NAME, Judge
from cnclean.stages.punctuation.line_end import ENDS_LINE

_HEADER = compile_later(r"(?<![A-Za-z0-9-])[A-Z][a-z]+(?:-[A-Za-z]+)+\Z")  # `Reviewed-by:`, `Content-Type:`
# The short headers of a mail, and the schemes of addresses, which may go on in the next line.
_OWNS_COLON = compile_later(r"(?<![A-Za-z0-9-])(?:From|To|Cc|Bcc|Subject|Fixes|https?|ftp|file|mailto)\Z")
# The form of a time: `小时:分钟`, `“时:分:秒”`, but not `同时:分头找`.
_UNIT = compile_later(f"(?:小[时時]|(?<![{HAN}])[时時]|(?<![{HAN}])分[钟鐘]?)\\Z")
_SMALLER_UNIT = compile_later("[分秒]")
_QUOTED_LABEL = compile_later(r"[“‘「『][A-Za-z_-]+\Z")  # `“Status:已完成”这一行`
# `nut-col的:span`, `把:if改成:show`: attributes that begin with a colon.
_ATTRIBUTE = compile_later(
    r"[:：](?:(?<=[改写寫变變换換]成.)[a-z]|(?<=[的把将將].)[a-z][A-Za-z0-9-]*(?:的|属性|屬性|指令|[改换換]成))"
)
_EMOJI = compile_later(rf":{EMOJI_NAME}\Z")


def is_chinese_colon(judge: Judge, at: int, end: int) -> bool:
    text = judge.text
    left, right, before = text[at - 1], text[end : end + 1], text[max(at - 24, 0) : at]
    if (left.isdigit() and right.isdigit()) or judge.is_emoticon(at):
        return False
    if _SMALLER_UNIT.match(right) and _UNIT.search(before):
        return False
    if _ATTRIBUTE.match(text, at) or _is_label_of_latin(before):
        return False
    if left == " " or judge.chinese_before(at) or judge.chinese_after(end):
        return True
    return ENDS_LINE.match(text, end) is not None and judge.ends_chinese(at)


def _is_label_of_latin(before: str) -> bool:
    """Whether what stands before a colon has it by itself."""
    if not before[-1].isascii():
        return False
    if (":" in before and _EMOJI.search(before)) or ("-" in before and _HEADER.search(before)):
        return True
    return _OWNS_COLON.search(before) is not None or _QUOTED_LABEL.search(before) is not None
