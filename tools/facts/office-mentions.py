#!/usr/bin/env python3
"""Scores how far "<adjective of a state> <title> <name>" in dated news is read as that state and as a person in office on that day.

  office-mentions.py select NEWS.jsonl > mentions.jsonl            reports with such mentions
  demarche annotate mentions.jsonl --layer actors > actors.jsonl
  office-mentions.py score mentions.jsonl actors.jsonl             a row a year; run from the repository root
"""
import collections
import json
import re
import sys
import unicodedata

TITLE = (r"(?:Vice[- ]President|President[- ]elect|President|(?:Deputy )?Prime Minister|Premier|Chancellor|Taoiseach|"
         r"(?:Foreign|Defen[cs]e|Interior|Finance|Justice|Home|Health|External Affairs|Foreign Affairs) (?:Minister|Secretary)|"
         r"Minister (?:of|for) (?:Foreign|External|Home|Internal) Affairs|Minister (?:of|for) (?:National )?Defen[cs]e|"
         r"Secretary of (?:State|Defen[cs]e)|King|Queen|Emir|Supreme Leader|National Security Advis[eo]r|[Oo]pposition [Ll]eader|"
         r"president|prime minister|chancellor|premier|foreign minister|defen[cs]e minister|interior minister|vice president)")
WORD = r"(?:[^\W\d_a-zß-öø-ÿ][\w’'\-]*\.?|(?:al|el|as|ad)-\w+)"
NAME = rf"(?:{WORD}(?: (?:bin|ibn|al|de|da|dos|van|von|der|del|la))*\s?){{2,5}}"
PAST = ("former", "then", "ex-", "ousted", "late")


def adjectives():
    forms, state, part = {}, None, False
    for line in open("knowledge/actors/states.txt", encoding="utf-8"):
        if m := re.match(r"state (\S+)", line):
            state = m[1]
        if m := re.match(r"  adjectives[^:]*: (.*)", line):
            for form in m[1].split("|"):
                forms.setdefault(form.strip(), set()).add(state)
    for form in ("US", "U.S.", "United States"):
        forms[form] = {"USA"}
    return forms


def pattern(forms):
    longest_first = sorted(map(re.escape, forms), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(longest_first)}) ((?:[Aa]cting |[Ii]nterim )?{TITLE}) ({NAME})")


def mentions(text, seek):
    for m in seek.finditer(text):
        before = text[max(0, m.start() - 8):m.start()].lower()
        if not any(p in before for p in PAST):
            yield m


def words(name):
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return {w for w in re.split(r"[^a-z]+", plain) if len(w) > 2}


def score(selected, annotated):
    forms = adjectives()
    seek = pattern(forms)
    found = collections.defaultdict(list)
    for line in open(annotated, encoding="utf-8"):
        mention = json.loads(line)
        found[mention["document"]].append(mention)
    total, over, phrase, person = (collections.Counter() for _ in range(4))
    for line in open(selected, encoding="utf-8"):
        report = json.loads(line)
        year = report["date"][:4]
        for m in mentions(report["text"], seek):
            right = forms[m[1]]
            total[year] += 1
            near = [x for x in found[report["id"]] if x["end"] > m.start() and x["start"] < m.end()]
            over[year] += any(a["country"] in right for x in near if x["start"] <= m.start() for a in x["actors"])
            phrase[year] += any(a["country"] in right for x in near for a in x["actors"])
            person[year] += any(
                a["country"] in right and a.get("role") and words(a.get("person") or "") & words(m[3])
                for x in near if x["end"] > m.start(3) for a in x["actors"])
    for year in sorted(total) + ["all"]:
        n, c, p, h = (sum(k.values()) if year == "all" else k[year] for k in (total, over, phrase, person))
        print(f"| {year} | {n} | {c / n:.3f} | {p / n:.3f} | {h / n:.3f} |")


def main(verb, *files):
    if verb == "select":
        seek = pattern(adjectives())
        for line in open(files[0], encoding="utf-8"):
            report = json.loads(line)
            if next(mentions(report["text"], seek), None):
                print(json.dumps({k: report[k] for k in ("id", "date", "text")}, ensure_ascii=False))
    elif verb == "score":
        score(*files)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(*sys.argv[1:]) if len(sys.argv) > 2 else sys.exit(__doc__)
