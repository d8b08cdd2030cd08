"""The words that the classification leaves out of a text, read where it keeps them."""
import re
from pathlib import Path

PHRASES = Path(__file__).parents[2] / "classification/serve/text/phrases.ts"


def empty_words() -> frozenset[str]:
    listed = re.search(r"EMPTY_WORDS = new Set\((.*?)\.split\(", PHRASES.read_text(encoding="utf-8"), re.DOTALL)
    if listed is None:
        raise SystemExit(f"{PHRASES} has no list EMPTY_WORDS any more")
    return frozenset(word for quoted in re.findall(r"'([^']*)'", listed[1]) for word in quoted.split())
