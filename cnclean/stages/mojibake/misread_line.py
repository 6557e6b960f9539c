"""One line on the way from what was read to what was written, and whether the line only shows its mojibake."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterator

from cnclean.edits import splice
from cnclean.gaps import compose
from cnclean.han import count_han
from cnclean.patterns import compile_later
from cnclean.stage import Span

_APART = compile_later("[\u3041-\u30fe][\u3099\u309a]")
_ROUNDS = 4
_FEW = 4
_BESIDE = 12
_SHOWS = compile_later("[乱亂][码碼]|[编編][码碼]|解[码碼]|方式(?:读取|讀取|打[开開])|[显顯]示(?:[成为為“「]|[:：])")
"""What a line says that shows mojibake; of one that is misread itself nothing of it could be read."""

_INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b"))  # the stage that takes these away has been there already


class MisreadLine:
    """A line on the way: what it has become, and where that differs from what it was.

    Kana whose voice mark stands apart are read as one character, as they are read once they have become one.
    """

    def __init__(self, start: int, text: str) -> None:
        kana: list[Span] = [(m.start(), m.end(), unicodedata.normalize("NFC", m[0])) for m in _APART.finditer(text)]
        self.start, self.old, self.new = start, text, splice(text, kana)
        self.gaps = compose([], kana, "mojibake")
        self.size: Counter[str] = Counter()  # how many characters each misreading has given

    def repair(self, find: Callable[[str, Collection[str]], list[Span]]) -> bool:
        """Repair until nothing is left to repair: a text may have been misread twice. Whether anything was.

        After the first round the misreading of this line is known.
        """
        for done in range(_ROUNDS):
            spans = find(self.new, [note for note, size in self.size.items() if size >= _FEW])
            if not spans:
                return done > 0
            for _, _, new, *notes in spans:
                self.size.update(dict.fromkeys(notes, len(new)))
            self.new = splice(self.new, spans)
            self.gaps = compose(self.gaps, spans, "mojibake")
        return True

    def spans(self) -> Iterator[Span]:
        if _SHOWS.search(self.old):
            return
        for gap in self.gaps:
            new = self.new[gap.start : gap.end]
            start, end = gap.original_start, gap.original_end
            if gap.notes and new != self.old[start:end] and not self._is_shown(start, end, new):
                yield self.start + start, self.start + end, new.translate(_INVISIBLE), gap.notes[0]

    def _is_shown(self, start: int, end: int, new: str) -> bool:
        """Whether it is an example, with what it was beside it: `测试` and `²âÊÔ` in two cells of a table."""
        reach = len(new) + _BESIDE
        return count_han(new) > 1 and (
            new in self.old[max(0, start - reach) : start] or new in self.old[end : end + reach]
        )
