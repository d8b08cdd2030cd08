"""The split of models/classification/learn/data/split.ts, to the letter: what is held out there never tunes a word vector."""
import hashlib
import re
import unicodedata

SHARE = 10


def split_part(description: str, code: str) -> str:
    if is_held_out(code[:6]):
        return "codes-held-out"
    return "random-held-out" if is_held_out(split_key(description)) else "training"


def split_key(description: str) -> str:
    """The text without case, accents and punctuation: letters and digits in words with one space between."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", description) if not unicodedata.category(c).startswith("M")).lower()
    return re.sub(r"[^a-z0-9]+", " ", plain).strip()


def is_held_out(key: str) -> bool:
    return int(hashlib.sha256(key.encode()).hexdigest()[:8], 16) % SHARE == 0
