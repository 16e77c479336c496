// Keys of devices in the field. The private half is made here, cannot be read out, and is kept in
// this browser alone; what it signs can be carried to the hub by anybody.

const KINDS = {
  EdDSA: {name: 'Ed25519'},
  ES256: {name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256'},
};

const utf8 = text => new TextEncoder().encode(text);

const base64 = bytes =>
  btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

const part = value => base64(utf8(JSON.stringify(value)));

async function make() {
  for (const algorithm of Object.keys(KINDS)) {
    try {
      const pair = await crypto.subtle.generateKey(KINDS[algorithm], false, ['sign', 'verify']);
      const {crv, kty, x, y} = await crypto.subtle.exportKey('jwk', pair.publicKey);
      return {algorithm, jwk: y ? {crv, kty, x, y} : {crv, kty, x}, pair};
    } catch (missing) {
      // older browsers have the second kind only
    }
  }
  throw new Error('no kind of key');
}

async function sign(device, typ, payload) {
  const text = part({alg: device.algorithm, jwk: device.jwk, typ}) + '.' + part(payload);
  const signature =
    await crypto.subtle.sign(KINDS[device.algorithm], device.pair.privateKey, utf8(text));
  return text + '.' + base64(new Uint8Array(signature));
}

const settled = request => new Promise((done, failed) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

async function store(name, mode) {
  const opening = indexedDB.open('parley-devices', 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('devices', {keyPath: 'id'});
    opening.result.createObjectStore('outbox', {keyPath: 'id'});
  };
  return (await settled(opening)).transaction(name, mode).objectStore(name);
}

const all = async name => settled((await store(name, 'readonly')).getAll());
const keep = async (name, value) => settled((await store(name, 'readwrite')).put(value));
const drop = async (name, id) => settled((await store(name, 'readwrite')).delete(id));

// The next number is taken and kept in one step, so that no two windows take the same.
async function count(id) {
  const devices = await store('devices', 'readwrite');
  const device = await settled(devices.get(id));
  device.seq += 1;
  await settled(devices.put(device));
  return device;
}

function show(form, problem) {
  for (const one of form.querySelectorAll('[data-problem]')) {
    one.hidden = one.dataset.problem !== problem;
  }
}

const able = () => window.isSecureContext && window.crypto?.subtle && window.indexedDB;

for (const form of document.querySelectorAll('form[data-device]')) {
  const button = form.querySelector('button[type=submit]');
  button.hidden = !able();
  if (!able()) show(form, 'unable');
  form.addEventListener('submit', async event => {
    const field = form.elements.namedItem('key');
    if (field.value) return;
    event.preventDefault();
    button.disabled = true;
    try {
      const {device: id, operation, name, hub, challenge} = form.dataset;
      const device = {id, operation, name, hub, seq: 0, ...await make()};
      const key = await sign(device, 'parley-device-key+jws', {hub, challenge});
      await keep('devices', device);
      field.value = key;
      form.submit();
    } catch (refused) {
      button.disabled = false;
      show(form, 'unable');
    }
  });
}

async function fill(form) {
  const devices = await all('devices');
  const choice = form.elements.namedItem('device');
  const chosen = choice.value;
  choice.replaceChildren(...devices.map(one => new Option(`${one.name} · ${one.operation} · ${one.id}`, one.id)));
  choice.value = chosen || choice.value;
  const outbox = await all('outbox');
  form.elements.namedItem('outbox').value = outbox.map(one => one.text).join('\n');
  form.hidden = false;
  show(form, devices.length ? '' : 'none');
}

async function signed(form) {
  const typed = JSON.parse(form.elements.namedItem('statement').value);
  const device = await count(form.elements.namedItem('device').value);
  const at = new Date().toISOString();
  const statement = {
    id: crypto.randomUUID(),
    claimedAt: at,
    ...typed,
    device: {id: device.id, seq: device.seq},
  };
  const text = await sign(device, 'parley-statement+jws',
    {hub: device.hub, operation: device.operation, signedAt: at, statement});
  await keep('outbox', {id: statement.id, text});
}

async function sent(form) {
  const outbox = await all('outbox');
  const answer = await fetch('/api/v1/signed-statements', {
    method: 'POST',
    headers: {'Content-Type': 'text/plain'},
    body: outbox.map(one => one.text).join('\n'),
  });
  if (!answer.ok) throw new Error('not taken');
  const fates = await answer.json();
  for (const fate of fates) {
    if (fate.status !== 'refused') await drop('outbox', fate.id);
  }
  form.querySelector('[data-fates]').textContent =
    fates.map(one => `${one.id}: ${one.problem || one.status}`).join('\n');
}

for (const form of document.querySelectorAll('form[data-signs]')) {
  if (able()) fill(form);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const act = event.submitter.name;
    try {
      await (act === 'send' ? sent(form) : signed(form));
      await fill(form);
    } catch (refused) {
      show(form, act === 'send' ? 'unsent' : 'unsigned');
    }
  });
}
