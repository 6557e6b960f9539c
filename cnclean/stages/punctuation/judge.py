"""What the rules for single marks ask: is there Chinese before and after, past quotes, brackets and link targets."""

from functools import cached_property
from typing import Final

from cnclean.han import CLOSERS, HAN, OPENERS
from cnclean.patterns import compile_later
from cnclean.prose.chinese import CHINESE, IS_CHINESE
from cnclean.prose.lines import Lines
from cnclean.stages.punctuation.asides import holds_readings
from cnclean.stages.punctuation.brackets import Brackets

# What may stand between a mark and the character that decides: closers before it, openers after it. A mark counts as
# one in either width, or a second run would see more than the first.
_PAST_LEFT: Final = frozenset(CLOSERS + "？！\"')]}*_~`?!")
_PAST_RIGHT: Final = frozenset(OPENERS + "([{*_~`")
_FAR = 8
_FARTHEST = 120

_LATIN = compile_later("[A-Za-z0-9]")
_BEFORE_ASIDE = compile_later(f"[{CHINESE}％%]")
EMOJI_NAME: Final = "(?:[a-z][a-z0-9_+-]+|[+-]1)"
"""What stands between the colons of an emoji: `:smile:`, `:+1:`."""
_EMOTICON = compile_later(
    rf"[:;]-?[)(](?!(?<=\()[0-9]{{1,2}}[)）])|:[-^'o]?[DPp](?![A-Za-z0-9{HAN}])|:{EMOJI_NAME}:(?!//)"
)


class Judge:
    """What the rules for single marks ask about one text."""

    def __init__(self, text: str, lines: Lines, brackets: Brackets) -> None:
        self.text, self.lines, self._brackets = text, lines, brackets

    @cached_property
    def annotated(self) -> bool:
        return holds_readings(self.text)

    def chinese_before(self, at: int) -> bool:
        """Whether Chinese, past closing marks, ends right before `at`."""
        i = at - 1
        for _ in range(min(_FAR, at)):
            char = self.text[i]
            if char not in _PAST_LEFT:
                return bool(IS_CHINESE.match(char))
            if not char.isascii() or (char == ")" and i in self._brackets.narrow):
                return True
            i = (_before_link_target(self.text, i) if char == ")" else i) - 1
            if i < 0:
                break
        return False

    def chinese_after(self, end: int) -> bool:
        """Whether Chinese, past opening marks, begins right at `end`."""
        for i in range(end, min(end + _FAR, len(self.text))):
            char = self.text[i]
            if char not in _PAST_RIGHT:
                return bool(IS_CHINESE.match(char))
            if not char.isascii() or (char == "(" and i in self._brackets.narrow):
                return True
        return False

    def ends_gloss(self, at: int) -> bool:
        """Whether Chinese in square brackets that explains Latin, `145 total[总进程数]`, ends right before `at`."""
        opened = self.text.rfind("[", max(at - _FARTHEST, 0), at)
        return opened > 0 and bool(_LATIN.match(self.text, opened - 1)) and self.text[at - 1] == "]"

    def ends_chinese(self, at: int) -> bool:
        """Whether a mark behind Latin ends a Chinese sentence, in a text whose marks are damaged."""
        return not self.lines.marks_are_kept and self.lines.chinese_before(at) and not self._is_quoted_latin(at)

    def _is_quoted_latin(self, at: int) -> bool:
        """Whether a straight quote that opened before `at` holds no Chinese: `显示 "GPG error:` goes on in English."""
        opened = self.text.rfind('"', max(self.lines.bounds(at)[0], at - _FARTHEST), at)
        return opened >= 0 and self.text[opened + 1] != " " and IS_CHINESE.search(self.text, opened, at) is None

    def speaks_chinese(self, at: int) -> bool:
        """Whether there is Chinese between `at` and the quote that opened before it."""
        opened = max(self.text.rfind(quote, max(at - 60, 0), at) for quote in "“「『‘")
        return opened < 0 or IS_CHINESE.search(self.text, opened, at) is not None

    def opens_chinese(self, at: int) -> bool:
        return self.text[at] in "(（" and self._brackets.are_chinese(at)

    def may_close_chinese(self, at: int) -> bool:
        """Whether no bracket at `at` is one of another pair than a Chinese one."""
        return self.text[at] not in ")）" or self._brackets.are_chinese(at)

    def is_in_aside(self, at: int) -> bool:
        """Whether the bracket that opened before `at` is one of a Chinese pair, right behind Chinese or a share."""
        start = max(self.text.rfind(bracket, max(at - _FARTHEST, 0), at) for bracket in "(（")
        if start < 1 or ")" in self.text[start:at] or "）" in self.text[start:at]:
            return False
        return self._brackets.are_chinese(start) and bool(_BEFORE_ASIDE.match(self.text, start - 1))

    def is_emoticon(self, at: int) -> bool:
        return bool(_EMOTICON.match(self.text, at)) and at + 1 not in self._brackets.narrow


def _before_link_target(text: str, at: int) -> int:
    """Where the target of a Markdown link that ends at `at` begins, its `]`; `at` where there is none."""
    start = text.rfind("](", max(at - 200, 0), at)
    return at if start < 0 or ")" in text[start:at] or "\n" in text[start:at] else start
