"""What the dictionary says a word for goods is: MiniLM knows "petrol", but of "aubergine" or "spanner" little more than their letters."""
from pathlib import Path

from texts import NAMED_GOODS

# A word's goods must be among so many first senses: the crane that lifts, but no slang.
SENSES = 2
MOST_NAMES, MOST_WORDS = 4, 24


def definitions(words: list[str], dictionary: Path) -> dict[str, str]:
    """Word → "its names: its definition", for words that the dictionary has as goods."""
    goods, senses = goods_by_offset(dictionary), senses_by_word(dictionary)
    told = {word: next((goods[offset] for offset in offsets[:SENSES] if offset in goods), None) for word, offsets in senses.items()}
    return {word: told[word] for word in words if told.get(word)}


def goods_by_offset(dictionary: Path) -> dict[str, str]:
    found = {}
    for line in (dictionary / "data.noun").read_text(encoding="utf-8").splitlines():
        fields = line.split(" ")
        if line.startswith(" ") or fields[1] not in NAMED_GOODS:
            continue
        names = [fields[4 + 2 * i].replace("_", " ") for i in range(int(fields[3], 16))]
        gloss = line.split("| ", 1)[1].split('; "')[0].split()
        found[fields[0]] = f"{', '.join(names[:MOST_NAMES])}: {' '.join(gloss[:MOST_WORDS])}"
    return found


def senses_by_word(dictionary: Path) -> dict[str, list[str]]:
    """Offsets of a noun's senses, the usual one first."""
    lines = (line.split() for line in (dictionary / "index.noun").read_text(encoding="utf-8").splitlines() if not line.startswith(" "))
    return {fields[0]: fields[-int(fields[2]) :] for fields in lines}
