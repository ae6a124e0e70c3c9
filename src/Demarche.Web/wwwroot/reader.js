// Explains marks under the pointer or the focus, lights up what an event was read from, and walks from mark to mark.
// Notes stand in the page as text already; they are copied, never parsed.
export function attach(article, pop, list) {
    const stop = new AbortController();
    const on = (target, type, run) => target.addEventListener(type, run, { signal: stop.signal });

    const markOf = node => node instanceof Element ? node.closest('.mark') : null;
    const shows = layer => article.classList.contains('show-' + layer);
    const notesOf = mark => (mark.dataset.notes ?? '').split(' ').map(id => document.getElementById(id)).filter(n => n && shows(n.dataset.layer));
    const visible = () => [...article.querySelectorAll('.mark[data-notes]')].filter(m => notesOf(m).length > 0);

    function explain(mark) {
        const notes = notesOf(mark);
        if (notes.length === 0) return hide();
        pop.replaceChildren(...notes.map(n => {
            const copy = n.cloneNode(true);
            copy.removeAttribute('id');
            return copy;
        }));
        pop.hidden = false;
        const sheet = article.parentElement.getBoundingClientRect();
        const box = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
        pop.style.left = Math.max(0, Math.min(box.left - sheet.left, sheet.width - pop.offsetWidth)) + 'px';
        const below = box.bottom - sheet.top + 6;
        pop.style.top = (box.bottom + pop.offsetHeight + 12 > innerHeight && box.top > pop.offsetHeight + 60 ? box.top - sheet.top - pop.offsetHeight - 6 : below) + 'px';
    }

    function hide() { pop.hidden = true; }

    function light(numbers) {
        for (const old of article.querySelectorAll('.lit')) old.classList.remove('lit');
        for (const old of list.querySelectorAll('.lit')) old.classList.remove('lit');
        for (const number of numbers) {
            list.querySelector(`[data-event-item="${number}"]`)?.classList.add('lit');
            for (const mark of article.querySelectorAll('.mark[data-evidence]'))
                if (mark.dataset.evidence.split(' ').some(e => e.split(':')[0] === number)) mark.classList.add('lit');
        }
    }

    // Only a trigger lights its event: a party takes part in many.
    const eventsOf = mark => mark.localName !== 'a' ? [] :
        (mark.dataset.evidence ?? '').split(' ').filter(e => e.endsWith(':trigger')).map(e => e.split(':')[0]);

    function show(mark) {
        if (!mark) { hide(); return light([]); }
        explain(mark);
        light(eventsOf(mark));
    }

    on(article, 'mouseover', e => show(markOf(e.target)));
    on(article, 'mouseleave', () => show(markOf(document.activeElement)));
    on(article, 'focusin', e => show(markOf(e.target)));
    on(article, 'focusout', () => show(null));
    on(list, 'mouseover', e => light([e.target.closest('[data-event-item]')?.dataset.eventItem].filter(Boolean)));
    on(list, 'mouseleave', () => light([]));
    on(list, 'focusin', e => light([e.target.closest('[data-event-item]')?.dataset.eventItem].filter(Boolean)));

    on(article, 'keydown', e => {
        if (e.key === 'Escape') return hide();
        if (e.key !== 'ArrowRight' && e.key !== 'ArrowLeft') return;
        const marks = visible();
        if (marks.length === 0) return;
        const at = marks.indexOf(markOf(document.activeElement));
        const next = at < 0 ? (e.key === 'ArrowRight' ? 0 : marks.length - 1) : at + (e.key === 'ArrowRight' ? 1 : -1);
        if (!marks[next]) return;
        e.preventDefault();
        marks[next].focus({ preventScroll: true });
        marks[next].scrollIntoView({ block: 'nearest' });
    });

    // A report that is not in the ledger has its events on this page only.
    on(article, 'click', e => {
        const mark = markOf(e.target);
        if (!mark?.dataset.event) return;
        e.preventDefault();
        const item = list.querySelector(`[data-event-item="${mark.dataset.event}"]`);
        item.querySelector('details').open = true;
        item.focus();
        item.scrollIntoView({ block: 'nearest' });
    });

    const asked = article.querySelector('.asked');
    if (asked) asked.scrollIntoView({ block: 'center' });
    article.dataset.ready = 'true';
    return { detach: () => stop.abort() };
}
