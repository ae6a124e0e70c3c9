// Where the reader stood in the feed of changes at the last visit. A visit lasts as long as its tab: what was new stays new on a reload.
const seen = 'demarche.seen', since = 'demarche.since';

/** The cursor and time of the last visit, or null on the first; the newest cursor is kept for the next. */
export function begin(newest) {
    try {
        if (sessionStorage.getItem(since) === null) sessionStorage.setItem(since, localStorage.getItem(seen) ?? '');
        keep(newest);
        return JSON.parse(sessionStorage.getItem(since) || 'null');
    } catch {
        return null; // Storage may be forbidden: then every visit is the first.
    }
}

/** From here on everything up to now is old. */
export function markSeen(newest) {
    keep(newest);
    sessionStorage.setItem(since, localStorage.getItem(seen));
}

function keep(newest) {
    localStorage.setItem(seen, JSON.stringify({ cursor: newest, at: new Date().toISOString() }));
}
