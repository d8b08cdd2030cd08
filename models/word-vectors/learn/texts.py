"""The texts on which the vectors are tuned: goods in the words of tariffs and of trade, and of a dictionary for what those lack."""
import csv
import json
import re
from pathlib import Path

from split import split_key, split_part

# Terms of delivery and packing that HSClassify appends to its texts.
BOILERPLATE = re.compile(
    r",? ?(for (bulk|industrial|regional|international|bonded|cross-border|export|scheduled|mixed|20ft|40ft|retail|commercial|wholesale)\b"
    r"|shipping term|packed (in|for)\b|palleti[sz]ed\b|with standard commercial|FOB\b|CIF\b).*$",
    re.IGNORECASE,
)
PHRASE_END = re.compile(r"[,;:()/]| and/or | - ")

# WordNet's files of nouns that are goods: those told by name and definition (artifact, food, substance), by name alone (animal, body, plant).
DEFINED_GOODS = {"06", "13", "27"}
NAMED_GOODS = DEFINED_GOODS | {"05", "08", "20"}


def united_kingdom(data: Path) -> list[str]:
    references = json.loads((data / "descriptions/search_references.json").read_text())
    return [text for text, code in references.items() if split_part(text, code) == "training"]


def held_out(data: Path) -> list[str]:
    references = json.loads((data / "descriptions/search_references.json").read_text())
    return [text for text, code in references.items() if split_part(text, code) != "training"]


def harmonized_system(data: Path) -> list[str]:
    with open(data / "nomenclature/harmonized-system.csv", encoding="utf-8") as file:
        return [row["description"] for row in csv.DictReader(file)]


def schedule_b(data: Path) -> list[str]:
    lines = (data / "nomenclature/hs-10d-2019-exp-code.txt").read_text(encoding="latin-1").splitlines()
    return [part.strip() for line in lines for part in (line[14:66], line[66:218]) if part.strip()]


def united_states(data: Path) -> list[str]:
    """Each line, and each line behind its nearest lines above."""
    texts, above = [], {}
    with open(data / "tariff/hts_2025_basic_edition.csv", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            text = re.sub(r"<[^>]*>", " ", row["Description"]).strip()
            indent = int(row["Indent"] or 0)
            above[indent] = text
            texts.append(text)
            texts += [f"{above[indent - 1]} {text}"] if indent > 0 and indent - 1 in above else []
    return texts


def hs_classify(data: Path) -> list[str]:
    with open(data / "descriptions/hsclassify_micro_train.csv", encoding="utf-8") as file:
        return [BOILERPLATE.sub("", row["text"]) for row in csv.DictReader(file)]


def wordnet(dictionary: Path) -> list[str]:
    """Names of goods in several words, and what the dictionary says goods are."""
    texts = []
    for line in (dictionary / "data.noun").read_text(encoding="utf-8").splitlines():
        fields = line.split(" ")
        if line.startswith(" ") or fields[1] not in NAMED_GOODS:
            continue
        names = [fields[4 + 2 * i].replace("_", " ") for i in range(int(fields[3], 16))]
        texts += [name for name in names if " " in name and not name.lower().startswith(("genus ", "family "))]
        texts += [line.split("| ", 1)[1].split('; "')[0].strip()] if fields[1] in DEFINED_GOODS else []
    return texts


def phrases(texts: list[str]) -> list[str]:
    return [part.strip() for text in texts for part in PHRASE_END.split(text)]


def trade_texts(data: Path) -> list[str]:
    return united_kingdom(data) + harmonized_system(data) + schedule_b(data) + united_states(data) + hs_classify(data)


def tuning_texts(data: Path, dictionary: Path) -> list[str]:
    """Each text once by its key, none of them equal to a held-out one, 2 to 40 words; sorted, so that a run can be repeated."""
    trade = trade_texts(data)
    never = {split_key(text) for text in held_out(data)}
    found = {}
    for text in trade + phrases(trade) + wordnet(dictionary):
        key = split_key(text)
        if key not in never and 1 <= key.count(" ") < 40:
            found.setdefault(key, text)
    return [found[key] for key in sorted(found)]
