#!/usr/bin/env python3
"""Turns annotated reports into references: the list bench/hand/acts.tsv, which holds no words of the text.

usage: references.py NEWS.jsonl ANNOTATED... > acts.tsv

ANNOTATED lines are the report, the trigger's words, the class, sources, targets and the status, parted by tabs or " | "; a report without
act has "-" in the place of the trigger. Parties are `words=CODE`, parted by "; ", or "-"; `words@2` is the second occurrence. What comes out is, by
report, offset and length of the trigger in code points, class, status, and the parties as offset+length=CODE. A report with words
that are not in its text is told on standard error and left out.
"""
import json
import re
import sys


def find(text, words):
    """Offset and length of the words' occurrence; whole words where there are enough of them."""
    number = 1
    if marked := re.fullmatch(r"(.*)@(\d+)", words):
        words, number = marked[1], int(marked[2])
    whole = [m.start() for m in re.finditer(r"(?<!\w)" + re.escape(words) + r"(?!\w)", text)]
    places = whole if len(whole) >= number else [m.start() for m in re.finditer(re.escape(words), text)]
    return (places[number - 1], len(words)) if len(places) >= number else None


def parties(text, field):
    found = []
    for part in [] if field == "-" else field.split("; "):
        words, code = part.rsplit("=", 1)
        place = find(text, words.strip())
        if place is None:
            raise ValueError(f"'{words}' is not in the text")
        found.append(f"{place[0]}+{place[1]}={code.strip()}")
    return " ".join(found) or "-"


def main():
    texts = {r["id"]: r["text"] for r in map(json.loads, open(sys.argv[1], encoding="utf-8"))}
    reports = {}
    for path in sys.argv[2:]:
        for line in filter(str.strip, open(path, encoding="utf-8")):
            fields = [f.strip() for f in (line.split("\t") if "\t" in line else line.split(" | "))]
            acts = reports.setdefault(fields[0], [])
            if fields[1:] == ["-"]:
                continue
            try:
                report, trigger, classed, sources, targets, status = fields
                text = texts[report]
                place = find(text, trigger)
                if place is None:
                    raise ValueError(f"'{trigger}' is not in the text")
                acts.append((place[0], f"{report}\t{place[0]}\t{place[1]}\t{classed}\t{status}\t{parties(text, sources)}\t{parties(text, targets)}"))
            except (KeyError, ValueError) as error:
                print(f"{fields[0]}: {error}", file=sys.stderr)
                acts.append(None)
    print("# report\ttrigger\tlength\tclass\tstatus\tsources\ttargets; a report without act has - for its trigger")
    for report in sorted(reports):
        acts = reports[report]
        if None in acts:
            continue
        for act in sorted(acts):
            print(act[1])
        if not acts:
            print(f"{report}\t-")


main()
