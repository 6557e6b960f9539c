"""Mojibake: text whose bytes were read in the wrong encoding.

UTF-8, GB 18030 and Big5 read as one another or as Latin-1, cp1252 or MacRoman, also twice over: whole documents, single
lines, and runs inside clean text. What a line was is decided by how likely its characters and neighbours are in Chinese
(`cnclean.encoding.likelihood`); European text is left to ftfy's rules, and only where those find damage. Left alone:
what cannot be reversed (锟斤拷, U+FFFD, 烫烫烫, ????).

The way of a text through the modules: `evidence` finds what is strange in it, `lines` repairs the lines that have some,
each a `misread_line`, with `escapes`, `single_byte` (its bytes read by `octets`, by `undefined` where a decoder lost
some) and `double_byte` (`tripled` where UTF-8 was read as GB or Big5, with the bytes that were lost in `damaged`;
`crossed` between these two, in `shifted` pairs behind a byte that was lost; `relayed` where Latin-1 came between), at
last with `european`, which is ftfy. `differences` are the parts that changed, `suspects` names what is left.
"""

from cnclean.stage import Stage, imported_later
from cnclean.stages.mojibake.evidence import TRIGGER

STAGE = Stage(
    "mojibake",
    TRIGGER,
    imported_later("cnclean.stages.mojibake.lines", "find_mojibake"),
    suspect=imported_later("cnclean.stages.mojibake.suspects", "find_suspects"),
    evidence="remarkable",
)
