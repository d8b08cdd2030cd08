"""Moves the words' vectors so that the sum over a text's words points where MiniLM's vector of the text points."""
import numpy as np
import scipy.sparse as sparse

# Weight of a word as often as this among the texts is one half (smooth inverse frequency, Arora et al. 2017).
HALF_WEIGHT = 1e-3
BATCH = 512
EPSILON = 1e-8


def axes_of(vectors: np.ndarray, dimensions: int) -> np.ndarray:
    """(rows, 384) → (384, dimensions): principal axes about the origin, so that angles are kept."""
    values, axes = np.linalg.eigh(vectors.T.astype(np.float64) @ vectors)
    return np.ascontiguousarray(axes[:, np.argsort(-values)[:dimensions]]).astype(np.float32)


def counts_of(texts: list[list[str]], index: dict[str, int]) -> sparse.csr_matrix:
    """How often each word stands in each text: (texts, words)."""
    pairs = [(row, index[word]) for row, words in enumerate(texts) for word in words if word in index]
    rows, columns = np.array(pairs).T
    matrix = sparse.csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), (len(texts), len(index)))
    matrix.sum_duplicates()
    return matrix


def first_weights(counts: sparse.csr_matrix) -> np.ndarray:
    frequency = np.asarray(counts.sum(0)).ravel() / counts.sum()
    return (HALF_WEIGHT / (HALF_WEIGHT + frequency)).astype(np.float32)


def tuned(start: np.ndarray, counts: sparse.csr_matrix, targets: np.ndarray, epochs: int, rate: float, pull: float, seed: int, told=print) -> np.ndarray:
    """
    start: (words, d) weighted vectors; counts: (texts, words); targets: (texts, d) of length 1. Adagrad on 1 − cosine, its rate falling to nothing;
    `pull` draws a word back to where it started, so that what few texts say of a rare word does not outweigh MiniLM's own view of it.
    """
    vectors, squares, random = start.copy(), np.full(len(start), EPSILON, np.float32), np.random.default_rng(seed)
    for epoch in range(epochs):
        loss = 0.0
        batches = np.array_split(random.permutation(counts.shape[0]), max(1, counts.shape[0] // BATCH))
        for number, rows in enumerate(batches):
            left = 1 - (epoch + number / len(batches)) / epochs
            batch = counts[rows]
            words = np.unique(batch.indices)
            loss += step(vectors, squares, start, batch[:, words], words, targets[rows], rate * left, pull)
        told(f"epoch {epoch + 1}: mean cosine {1 - loss / counts.shape[0]:.4f}")
    return vectors


def step(vectors, squares, start, batch, words, targets, rate, pull) -> float:
    """One step on one batch; gives the sum of 1 − cosine before it."""
    sums = batch @ vectors[words]
    lengths = np.linalg.norm(sums, axis=1, keepdims=True) + EPSILON
    units = sums / lengths
    cosines = (units * targets).sum(1, keepdims=True)
    gradient = -(batch.T @ ((targets - cosines * units) / lengths)) + pull * (vectors[words] - start[words])
    squares[words] += (gradient**2).mean(1)
    vectors[words] -= rate * gradient / np.sqrt(squares[words])[:, None]
    return float((1 - cosines).sum())
