"""Pages that a converter made Traditional with the reading behind each converted character: 產(chǎn)業(yè)發(fā)展.

The text was Simplified and comes back so, without the readings. The converter worked on the bytes of GBK: where it
found a character across two others, the bytes behind it were read in wrong pairs (總?cè)藬?shù)達(dá) was 总人数达);
something that makes the decoder begin anew before ！？；。， broke other characters (黨?；馃衢_ was 党校火热开); pairs
that are no character fell out. Such runs are read again, byte by byte, and the likeliest reading is taken if it is
clearly the likeliest; else the run stays and is suspected.

Two more kinds of site are known: one annotates a tenth of all words at random (`glosses`), one has the broken runs
and the Traditional characters but no readings.

Left alone: a primer's 長(zhǎng)大, a textbook that annotates every character, brackets of any other kind.

The way of a page through the modules: `pages` decides, with `evidence` and `glosses`, which kind of page it is. `runs`
goes through its lines: `pieces` are the annotations that go, broken runs are read again by `lattice`, a search over
`states` that grows by `steps` (with `lost` bytes and `fallen` pairs guessed by `candidates`, with more `effort` where
a reading makes no sense, and by what is `ahead`) and is cut back by `pruning`. `rank` weighs the readings that are
left, `doubt` says what of them is sure. `octets` are the bytes behind characters, `symbols` and `language` what the
language model says, `readings` and `converted` the converter's tables.
"""

from cnclean.han import TONED
from cnclean.patterns import compile_later
from cnclean.stage import Stage, imported_later

STAGE = Stage(
    "annotations",
    compile_later(rf"[(（?](?:(?<!\?)[a-zü]{{0,5}}[{TONED}]|(?<=\?)[!！?？;；。,，])"),
    imported_later("cnclean.stages.annotations.pages", "find_annotations"),
    suspect=imported_later("cnclean.stages.annotations.pages", "suspect_annotations"),
    evidence="odd",
)
