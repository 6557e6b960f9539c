"""The layout of `ngrams.bin`: see `ngrams.py`, which reads it."""

import struct
import sys
import zlib
from array import array
from collections import defaultdict

from cnclean.lexicon.build_levels import levels_of, nearest
from cnclean.lexicon.build_model import Model
from cnclean.lexicon.ngrams import BUCKET_BITS, FINGERPRINT_BASE, FINGERPRINT_MASK


def ngrams_table(model: Model) -> bytes:
    """The codebooks of the orders, the pairs of symbols, all others."""
    books, coded = b"", {}
    for order in (1, 2, 3, 4):
        grams = [gram for gram in model if len(gram) == order]
        sizes = (256, 1) if order == 4 else (32, 8)
        probability, backoff = (levels_of([model[g][i] for g in grams], size) for i, size in enumerate(sizes))
        for gram in grams:
            coded[gram] = nearest(probability, model[gram][0]) * sizes[1] + nearest(backoff, model[gram][1])
        books += struct.pack("<256f", *(p for p in probability for _ in range(sizes[1])))
        books += struct.pack("<256f", *(b for _ in range(sizes[0]) for b in backoff))
    pairs = {gram: coded.pop(gram) for gram in [*coded] if len(gram) == 2}
    return books + _pairs(pairs) + _others(coded)


def _pairs(pairs: dict[str, int]) -> bytes:
    """First symbol by first symbol: those behind it, the likeliest first, and their codes."""
    rows: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for pair, code in pairs.items():
        if max(pair) <= "\uffff":  # two bytes each: without the 66 pairs with emoji
            rows[pair[0]].append((-code, pair[1]))
    firsts = sorted(rows)
    found = [pair for first in firsts for pair in sorted(rows[first])]
    starts = array("I", [0])
    for first in firsts:
        starts.append(starts[-1] + len(rows[first]))
    sizes = struct.pack("<2I", len(firsts), len(found))
    symbols = "".join(firsts) + "".join(second for _, second in found)
    return sizes + starts.tobytes() + symbols.encode("utf-16-le") + bytes(-code for code, _ in found)


def _others(coded: dict[str, int]) -> bytes:
    """Bucket by bucket of the checksum: fingerprints and codes."""
    buckets: list[dict[int, int]] = [{} for _ in range(1 << BUCKET_BITS)]
    clashes = 0
    for gram, code in sorted(coded.items(), key=lambda item: (len(item[0]), item[0])):
        checksum = zlib.crc32(gram.encode("utf-16-le"))
        bucket = buckets[checksum >> (32 - BUCKET_BITS)]
        clashes += (checksum & FINGERPRINT_MASK) in bucket
        bucket.setdefault(checksum & FINGERPRINT_MASK, code)  # of two that clash the shorter, more frequent one
    sys.stderr.write(f"{len(coded)} n-grams, {clashes} lost to clashes\n")
    starts = array("I", [0])
    for bucket in buckets:
        starts.append(starts[-1] + len(bucket))
    fingerprints = "".join(chr(FINGERPRINT_BASE + mark) for bucket in buckets for mark in sorted(bucket))
    codes = bytes(bucket[mark] for bucket in buckets for mark in sorted(bucket))
    return starts.tobytes() + fingerprints.encode("utf-16-le") + codes
