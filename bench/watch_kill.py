#!/usr/bin/env python3
"""Kill `demarche watch --once` with -9 at random moments over local feeds, start it again, and see that every item comes once.

usage: watch_kill.py DEMARCHE [FEEDS] [ITEMS] [KILLS]     DEMARCHE is the program; 200 feeds with 5,000 items, 40 kills by default
Serves the feeds and pages itself on loopback. Prints one JSON line; exit 1 where an item is missing or comes twice.
"""
import http.server, json, os, random, subprocess, sys, tempfile, threading, time

program = sys.argv[1]
feeds, items, kills = (int(a) for a in (sys.argv[2:] + ['200', '5000', '40'][len(sys.argv) - 2:]))
each = items // feeds
random.seed(1)


class Site(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    wbufsize = 1 << 16

    def do_GET(self):
        kind, _, number = self.path.strip('/').partition('/')
        if kind == 'feed':
            f = int(number)
            body = '<rss version="2.0"><channel><title>Paper %d</title>%s</channel></rss>' % (f, ''.join(
                '<item><title>Report %d</title><link>http://%s/page/%d</link><pubDate>Wed, 04 May 2022 10:00:00 GMT</pubDate></item>'
                % (i, self.headers['Host'], i) for i in range(f * each, f * each + each)))
            tag = '"%d"' % f
            if self.headers.get('If-None-Match') == tag:
                self.send_response(304); self.send_header('Content-Length', '0'); self.end_headers(); return
        elif kind == 'page':
            i = int(number)
            body = '<html lang="en"><head><title>Report %d</title></head><body><article><h1>Report %d</h1>%s</article></body></html>' % (i, i, ''.join(
                '<p>In paragraph %d of report %d the ministry of Arvenia said that it would call its envoy home, and that the talks with the League were at an end for the time being.</p>'
                % (p, i) for p in range(4)))
            tag = None
        else:
            self.send_response(404); self.send_header('Content-Length', '0'); self.end_headers(); return
        data = body.encode()
        self.send_response(200)
        self.send_header('Content-Type', 'text/html; charset=utf-8')
        self.send_header('Content-Length', str(len(data)))
        if tag: self.send_header('ETag', tag)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *a): pass


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *a): pass  # the program was killed in the middle of a request, as meant


server = Server(('127.0.0.1', 0), Site)
threading.Thread(target=server.serve_forever, daemon=True).start()
work = tempfile.mkdtemp(prefix='watch-kill-')
opml, out = os.path.join(work, 'feeds.opml'), os.path.join(work, 'out.jsonl')
with open(opml, 'w') as f:
    f.write('<opml version="2.0"><body>' + ''.join(
        '<outline xmlUrl="http://127.0.0.1:%d/feed/%d"/>' % (server.server_port, n) for n in range(feeds)) + '</body></opml>')
command = [program, 'watch', opml, '--once', '--allow-private', '--pace', '0s', '--out', out, '--quiet']
killed, start = 0, time.time()
for k in range(kills):
    p = subprocess.Popen(command)
    try:
        p.wait(timeout=random.uniform(0.2, 2.5))
    except subprocess.TimeoutExpired:
        p.kill(); p.wait(); killed += 1
last = subprocess.run(command, timeout=600).returncode
seen = [json.loads(l)['url'] for l in open(out, encoding='utf-8')]
result = {'feeds': feeds, 'items': feeds * each, 'killed': killed, 'last_exit': last, 'lines': len(seen), 'distinct': len(set(seen)), 'seconds': round(time.time() - start, 1)}
print(json.dumps(result))
sys.exit(0 if last == 0 and len(seen) == len(set(seen)) == feeds * each else 1)
