#!/usr/bin/env python3
"""Draws events to be judged by hand: did it happen, when, and is it this report's news?

usage: draw_statuses.py EVENTS.jsonl SEED [PER_YEAR]  > sheet.txt

EVENTS.jsonl is what `demarche code world-events.jsonl --format jsonl` wrote; ids begin with the report's date. Of each year PER_YEAR
triggers (6) are drawn, each once however many parties it has. The sheet shows the text and is for reading only; what is kept of it is
bench/hand/statuses.tsv: report, offset of the trigger in code points, what the program said, and whether that was right.
"""
import collections
import json
import random
import sys

path, seed = sys.argv[1], sys.argv[2]
per_year = int(sys.argv[3]) if len(sys.argv) > 3 else 6
years = collections.defaultdict(dict)
for line in open(path, encoding="utf-8"):
    e = json.loads(line)
    key = (e["document"], e["trigger"]["start"])
    years[e["document"][:4]].setdefault(key, e)
number = 0
for year in sorted(years):
    keys = sorted(years[year])
    for key in sorted(random.Random(f"{seed}-{year}").sample(keys, min(per_year, len(keys)))):
        e = years[year][key]
        number += 1
        date = e["date"] or {"value": "", "basis": "none", "precision": "", "text": None}
        measure = e["measure"] or {}
        who = [(e[side] or {}).get("country") or "-" for side in ("source", "target")]
        print(f"#{number}\t{e['document']}\t{e['trigger']['start']}\t{e['status']}\t{date['value']}\t{date['basis']}\t{date['precision']}\t"
              f"{'background' if e['background'] else 'news'}")
        print(f"   {who[0]} > {who[1]}  {e['event']['cameo']} {e['event']['label']}  {measure.get('kind', '')} [{e['trigger']['text']}]"
              f"  ({date['text']})  effective {measure.get('effective')}")
        print(f"   {e['text']}\n")
