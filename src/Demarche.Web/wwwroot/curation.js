// The curator's name, kept in this browser, and the keys of the queue.
const Name = 'demarche.curator';

export function keptName() { return localStorage.getItem(Name); }
export function keepName(name) { localStorage.setItem(Name, name); }

// On a slow line somebody may be writing in the form by now: what is typed must not go on in another field.
export function enter(field) {
    if (field && !field.form.contains(document.activeElement)) field.focus();
}

// Single letters act only where nobody is typing.
export function keys(dotnet, wanted) {
    const stop = new AbortController();
    addEventListener('keydown', e => {
        if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented) return;
        const typing = e.target instanceof Element && e.target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]');
        if (typing && e.key !== 'Escape') return;
        if (!wanted.includes(e.key)) return;
        e.preventDefault();
        dotnet.invokeMethodAsync('OnKey', e.key);
    }, { signal: stop.signal });
    document.body.dataset.keys = 'ready';
    return { detach: () => { stop.abort(); delete document.body.dataset.keys; } };
}
