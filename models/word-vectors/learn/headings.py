"""Texts with the heading that they belong to: what a quick linear classifier over the vectors is trained and measured on."""
import csv
import json
import re
from pathlib import Path

import texts as sources
from split import split_key, split_part


def tariff_texts(data: Path) -> list[tuple[str, str]]:
    """(text, heading) of HS 2022, Schedule B, HSClassify and the US tariff; the last as single lines, with the line above, and with all lines above."""
    with open(data / "nomenclature/harmonized-system.csv", encoding="utf-8") as file:
        found = [(row["description"], row["hscode"]) for row in csv.DictReader(file) if len(row["hscode"]) >= 4]
    lines = (data / "nomenclature/hs-10d-2019-exp-code.txt").read_text(encoding="latin-1").splitlines()
    found += [(line[66:218].strip(), line[:10]) for line in lines]
    with open(data / "descriptions/hsclassify_micro_train.csv", encoding="utf-8") as file:
        found += [(sources.BOILERPLATE.sub("", row["text"]), row["hs_code"]) for row in csv.DictReader(file)]
    return [(text, code[:4]) for text, code in found + united_states(data)]


def united_states(data: Path) -> list[tuple[str, str]]:
    found, above = [], {}
    with open(data / "tariff/hts_2025_basic_edition.csv", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            text, indent = re.sub(r"<[^>]*>", " ", row["Description"]).strip(), int(row["Indent"] or 0)
            code = row["HTS Number"].replace(".", "") or above.get(indent - 1, ("", ""))[1]
            above[indent] = (text, code)
            path = [above[level][0] for level in range(indent + 1) if level in above]
            found += [(" ".join(path[start:]), code) for start in {0, max(0, indent - 1), indent}] if len(code) >= 4 else []
    return found


def labelled(data: Path) -> tuple[list[tuple[str, str, float]], dict[str, list[tuple[str, str]]]]:
    """Training: (text, heading, weight), none of them equal to a held-out text; measuring: (text, heading) by part of the split."""
    references = json.loads((data / "descriptions/search_references.json").read_text())
    parts = {part: [(text, code[:4]) for text, code in references.items() if split_part(text, code) == part] for part in ("training", "random-held-out", "codes-held-out")}
    never = {split_key(text) for part in ("random-held-out", "codes-held-out") for text, _ in parts[part]}
    tariff = tariff_texts(data)
    pieces = [(phrase, heading) for text, heading in tariff for phrase in sources.PHRASE_END.split(text) if not phrase.strip().lower().startswith(("other", "not "))]
    rows = {(split_key(text), heading): (text, heading, weight) for some, weight in ((pieces, 1.0), (tariff, 1.0), (parts.pop("training"), 4.0)) for text, heading in some}
    return [row for (key, _), row in rows.items() if len(key) > 2 and key not in never], parts
