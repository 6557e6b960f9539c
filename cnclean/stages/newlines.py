"""Line ends: CR, CRLF and Unicode's line separators become `\\n`.

CR CR LF is one: a program wrote CRLF into a file that makes CRLF of each LF. Never `str.splitlines`: it also splits at
U+001C-1E, U+000B and U+000C, which are no line ends but noise.
"""

from cnclean.patterns import compile_later
from cnclean.stage import Stage, rewrite

# U+0085 beside a Latin-1 letter is not a line end but a byte: 全 is E5 85 A8 in UTF-8, 卻 is 85 73 in GB, and the next
# character begins with a high byte. The mojibake stage needs it.
_LINE_END = compile_later("\r\r?\n|\r|[\u2028\u2029]|\x85(?<![\x80-\xff]\x85)(?![\x80-\xff]|[@-~][\x80-\xff])")

STAGE = Stage("newlines", compile_later("[\r\x85\u2028\u2029]"), rewrite(_LINE_END, lambda _: "\n"), evidence="odd")
