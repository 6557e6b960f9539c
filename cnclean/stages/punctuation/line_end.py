"""What may stand between a mark and the end of its line, or of what is quoted."""

from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later

LINE_END: Final = r"[”」』’\"']?[ \t\u3000]*(?:\n|\Z)"
BEFORE_QUOTE: Final = f"[”」』’\"'] ?[{HAN}]"
"""The quote that closes what a speaker says, where the sentence goes on: `"来了."他答`."""
ENDS_LINE = compile_later(LINE_END)
