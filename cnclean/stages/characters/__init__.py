"""Characters that look right and are wrong: radicals for ideographs, full-width letters, presentation forms.

PDF fonts yield `⼈` (U+2F08, a radical) where 人 was printed; old encodings left private-use code points, small and
vertical forms, half-width katakana; pages carry no-break spaces. Search, segmentation and `\\w` break on all of them.
Everything is brought to the character that a Chinese author types: NFC and targeted tables. Never NFKC, which folds
，！（） to ASCII, ① to 1 and ㎡ to m2: it changes four characters in a hundred of good Chinese prose.

Left alone: radicals that stand apart or are the subject (部首⼈), half-width katakana in kaomoji, private-use
characters of icon fonts, the full-width space (it is an indent or a gap that an author set), variation selectors; one
or two full-width letters or digits (Ｔ恤), one or two no-break spaces beside a Latin word, a number or a mark, and all
special spaces of people's own files (`markup`).
"""

from cnclean.stage import Stage, imported_later
from cnclean.stages.characters.classes import TRIGGER

_FIND = imported_later("cnclean.stages.characters.repairs", "find_characters")
STAGE = Stage("characters", TRIGGER, _FIND, evidence="odd")
