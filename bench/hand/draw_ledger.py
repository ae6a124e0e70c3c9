#!/usr/bin/env python3
"""Draws what is judged by hand in a ledger: draw_ledger.py LEDGER joined|apart|exchanges|states SEED N [DEMARCHE].

Prints ids (a line each, tab-separated) and, indented, what to read for the judgement. Same ledger, seed and number: same draw.
"""
import json, random, sqlite3, subprocess, sys, textwrap

path, what, seed, n = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
rng = random.Random(seed)


def show(text):
    print(textwrap.fill(" ".join(text.split()), 220, initial_indent="    ", subsequent_indent="    "))


def mention(key):
    doc, date, title, text, body, reason = db.execute(
        "SELECT d.id, d.date, d.title, d.text, m.body, m.reason FROM mention m JOIN document d ON d.key = m.document WHERE m.key = ?", (key,)).fetchone()
    m = json.loads(body)
    start, end = trigger(key)
    text = text[:start] + "[[" + text[start:end] + "]]" + text[end:]
    low, high = max(0, start - 500), min(len(text), end + 400)
    show(f"{doc} ({date}): {text[low:high]}")
    return reason


def trigger(key):
    return db.execute("SELECT tstart, tend FROM mention WHERE key = ?", (key,)).fetchone()


def event(key):
    return db.execute("SELECT id, source, target, coalesce(measure, plover, cameo), status, count, day, background, basis, best, cameo FROM event WHERE key = ?", (key,)).fetchone()


def joined():
    pairs = []
    for key, block in db.execute("SELECT key, block FROM event WHERE documents > 1 ORDER BY id").fetchall():
        ms = db.execute("SELECT m.key, m.document, m.id FROM mention m WHERE m.event = ? ORDER BY m.id", (key,)).fetchall()
        pairs += [(key, x, y) for i, x in enumerate(ms) for y in ms[i + 1:] if x[1] != y[1]]
    print(f"# {len(pairs)} pairs", file=sys.stderr)
    for i, (key, x, y) in enumerate(rng.sample(pairs, min(n, len(pairs)))):
        print(f"{i}\t{x[2]}\t{y[2]}\t{event(key)[1:8]}")
        for k in (x[0], y[0]):
            reason = mention(k)
            if reason != "first report": show("~ " + reason)


def apart():
    rows = db.execute(
        "SELECT a.id, b.id, a.key, b.key FROM event a JOIN event b ON b.source = a.source AND b.target = a.target AND b.key <> a.key AND a.id < b.id "
        "AND coalesce(b.measure, b.plover) = coalesce(a.measure, a.plover) AND abs(julianday(a.day) - julianday(b.day)) <= 3 "
        "WHERE a.source <> a.target AND a.day IS NOT NULL AND a.precision = 0 AND b.precision = 0 ORDER BY 1, 2").fetchall()
    print(f"# {len(rows)} pairs", file=sys.stderr)
    for i, (x, y, kx, ky) in enumerate(rng.sample(rows, min(n, len(rows)))):
        print(f"{i}\t{x}\t{y}\t{event(kx)[1:9]} / {event(ky)[1:9]}")
        for k in (kx, ky): mention(event(k)[9])


def exchanges():
    rows = db.execute("SELECT a.id, b.id, x.provocation, x.response, x.told, x.lag, x.confidence, x.reasons, x.cue FROM exchange x JOIN event a ON a.key = x.provocation JOIN event b ON b.key = x.response ORDER BY 1, 2").fetchall()
    print(f"# {len(rows)} exchanges", file=sys.stderr)
    for i, (x, y, kx, ky, told, lag, sure, reasons, cue) in enumerate(rng.sample(rows, min(n, len(rows)))):
        print(f"{i}\t{x}\t{y}\ttold={told} lag={lag} {sure} {reasons}")
        for k in (kx, ky):
            show(str(event(k)[1:9]))
            mention(event(k)[9])


def states():
    pairs = db.execute("SELECT pair, min(day), max(day), count(*) FROM event WHERE measure IS NOT NULL AND day IS NOT NULL AND source <> target AND counted GROUP BY 1 ORDER BY 1").fetchall()
    done = set()
    while len(done) < n:
        # A dyad as often as it has measures; a day between its first measure and a year after its last.
        pair, low, high, _ = rng.choices(pairs, [p[3] for p in pairs])[0]
        day = db.execute("SELECT date(julianday(?) + ?)", (low, rng.random() * (db.execute("SELECT julianday(?) - julianday(?)", (high, low)).fetchone()[0] + 365))).fetchone()[0]
        a, b = pair.split("|")
        out = subprocess.run([sys.argv[5], "ledger", a, b, "--at", day, "--json", "--ledger", path], capture_output=True, text=True)
        lines = [l for l in json.loads(out.stdout)["lines"] if l["state"] != "unknown"] if out.returncode == 0 else []
        lines = [l for l in lines if (pair, day, l["topic"], l["actor"]) not in done]
        if not lines: continue
        l = rng.choice(lines)
        done.add((pair, day, l["topic"], l["actor"]))
        print(f"{len(done) - 1}\t{pair}\t{day}\t{l['topic']}\t{l['actor']}\t{l['state']}\t{l['since']}\t{l['sureness'] if 'sureness' in l else ''}\t{l.get('detail')}")
        for e in l["evidence"][:4]:
            key = db.execute("SELECT key FROM event WHERE id = ?", (e,)).fetchone()[0]
            show(str(event(key)[:9]))
            mention(event(key)[9])


{"joined": joined, "apart": apart, "exchanges": exchanges, "states": states}[what]()
