// Passkeys. A form with data-passkey asks the reader's authenticator before it is sent, and carries
// the answer in its field "credential". What the authenticator is asked for comes with the page, so
// nothing is fetched.

const bytes = text =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));

const text = buffer =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

const known = list => (list || []).map(one => ({...one, id: bytes(one.id)}));

async function make(options) {
  const made = await navigator.credentials.create({publicKey: {
    ...options,
    challenge: bytes(options.challenge),
    user: {...options.user, id: bytes(options.user.id)},
    excludeCredentials: known(options.excludeCredentials),
  }});
  return answer(made, {
    attestationObject: text(made.response.attestationObject),
    transports: made.response.getTransports?.() ?? [],
  });
}

async function prove(options) {
  const used = await navigator.credentials.get({publicKey: {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: known(options.allowCredentials),
  }});
  return answer(used, {
    authenticatorData: text(used.response.authenticatorData),
    signature: text(used.response.signature),
    ...(used.response.userHandle ? {userHandle: text(used.response.userHandle)} : {}),
  });
}

const answer = (credential, response) => JSON.stringify({
  id: credential.id,
  rawId: text(credential.rawId),
  type: credential.type,
  clientExtensionResults: {},
  response: {clientDataJSON: text(credential.response.clientDataJSON), ...response},
});

function show(form, problem) {
  for (const one of form.querySelectorAll('[data-problem]')) {
    one.hidden = one.dataset.problem !== problem;
  }
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  const able = window.PublicKeyCredential && window.isSecureContext;
  const button = form.querySelector('button[type=submit]');
  button.hidden = !able;
  if (!able) show(form, 'unable');
  form.addEventListener('submit', async event => {
    const field = form.elements.namedItem(form.dataset.field || 'credential');
    if (field.value || event.submitter !== button) return;
    event.preventDefault();
    if (!form.reportValidity()) return;
    button.disabled = true;
    show(form, '');
    try {
      const options = JSON.parse(form.dataset.passkey);
      field.value = await (options.user ? make(options) : prove(options));
      form.submit();
    } catch (refused) {
      button.disabled = false;
      show(form, refused.name === 'InvalidStateError' ? 'known' : 'none');
    }
  });
}
