// Signs in with a passkey, or adds one: fetches the options, asks the authenticator, and sends what it signed with the form.
if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
    for (const form of document.querySelectorAll('form[data-passkey]')) {
        const get = form.querySelector('[data-passkey-get]');
        const create = form.querySelector('[data-passkey-create]');
        for (const button of [get, create]) {
            if (!button) continue;
            button.hidden = false;
            button.addEventListener('click', () => ask(form, button === create).catch(e => tell(form, e)));
        }
    }
}

async function ask(form, creating) {
    const answer = await fetch(form.dataset.passkey, { method: 'POST', credentials: 'same-origin' });
    if (!answer.ok) throw new Error(`the desk answered ${answer.status}`);
    const options = await answer.json();
    const credential = creating
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    form.querySelector('input[type=hidden][name$=Passkey]').value = JSON.stringify(credential);
    form.submit();
}

function tell(form, error) {
    let line = form.querySelector('[role=alert]');
    if (!line) {
        line = document.createElement('p');
        line.className = 'problem';
        line.setAttribute('role', 'alert');
        form.append(line);
    }
    line.textContent = error.name === 'NotAllowedError' ? 'The passkey was not used.' : `The passkey did not work: ${error.message}`;
}
