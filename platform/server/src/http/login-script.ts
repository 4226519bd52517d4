/**
 * The script of the login page; its hash stands in the page's policy, so it holds no text of any language. The page goes from
 * the password to what else the server asks for: a password of one's own, the code of the second factor, or the key of one
 * that has to begin; recovery codes are shown before it leaves.
 */
export const loginScript = `
const form = document.forms[0];
const out = document.querySelector('output');
const words = form.dataset;
const part = name => document.querySelector('[data-part="' + name + '"]');
const button = form.querySelector('[type=submit]');
const eye = document.querySelector('[data-eye]');
eye.addEventListener('click', () => {
  const shown = form.password.type === 'text';
  form.password.type = shown ? 'password' : 'text';
  eye.textContent = shown ? words.show : words.hide;
  eye.setAttribute('aria-pressed', String(!shown));
});
const filled = (text, facts) => text.replace(/\\{(\\w+)\\}/g, (whole, name) => facts[name] ?? whole);
const said = refusal => {
  const own = words['said' + refusal.code.replace(/^CL/, '').toLowerCase().replace(/_./g, two => two[1].toUpperCase())];
  return own === undefined ? refusal.message : filled(own, refusal);
};
const show = (name, focus) => {
  part(name).hidden = false;
  if (focus !== undefined) focus.focus();
};
const leave = () => {
  const next = new URLSearchParams(location.search).get('next') ?? '/';
  const target = new URL(next, location.origin);
  location.assign(target.origin === location.origin ? target.href : '/');
};
const step = name => {
  part('password').hidden = name !== 'password';
  for (const other of ['fresh', 'key', 'code']) {
    if (name === 'password') part(other).hidden = true;
  }
};
const asked = {
  CL_PASSWORD_CHANGE_NEEDED: refusal => {
    form.fresh.required = true;
    out.textContent = filled(words.change, refusal);
    show('fresh', form.fresh);
  },
  CL_SECOND_FACTOR_NEEDED: () => {
    step('code');
    part('fresh').hidden = true;
    form.code.required = true;
    out.textContent = '';
    show('code', form.code);
  },
  CL_SECOND_FACTOR_ENROL: ({ key, picture }) => {
    step('code');
    part('fresh').hidden = true;
    form.code.required = true;
    const image = part('key').querySelector('svg');
    image.setAttribute('viewBox', '0 0 ' + picture.size + ' ' + picture.size);
    image.querySelector('path').setAttribute('d', picture.path);
    part('key').querySelector('code').textContent = key.replace(/(.{4})(?=.)/g, '$1 ');
    show('key');
    show('code', form.code);
    out.textContent = '';
  },
};
document.querySelector('[data-again]').addEventListener('click', () => {
  form.code.required = false;
  form.code.value = '';
  form.fresh.value = '';
  form.fresh.required = false;
  out.textContent = '';
  step('password');
  form.password.value = '';
  form.password.focus();
});
document.querySelector('[data-leave]').addEventListener('click', leave);
const query = new URLSearchParams(location.search);
const provider = document.querySelector('.provider');
if (provider !== null && query.has('next')) provider.href += '?next=' + encodeURIComponent(query.get('next'));
if (query.has('refused')) out.textContent = said({ code: query.get('refused'), message: '' });
form.addEventListener('submit', async event => {
  event.preventDefault();
  button.disabled = true;
  out.textContent = '';
  try {
    const answer = await fetch('/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        user: form.user.value,
        password: form.password.value,
        ...(form.fresh.value === '' ? {} : { newPassword: form.fresh.value }),
        ...(form.code.value.trim() === '' ? {} : { code: form.code.value.trim() }),
      }),
    });
    if (answer.status === 200) {
      const { recoveryCodes } = await answer.json();
      form.hidden = true;
      part('codes').querySelector('pre').textContent = recoveryCodes.join('\\n');
      show('codes', document.querySelector('[data-leave]'));
      return;
    }
    if (answer.ok) return leave();
    const refusal = await answer.json();
    button.disabled = false;
    const next = asked[refusal.code];
    if (next !== undefined) return next(refusal);
    out.textContent = said(refusal);
    if (/^CL_PASSWORD_(SHORT|LONG|NAME|COMMON|SAME)$/.test(refusal.code)) {
      part('fresh').hidden = false;
      form.fresh.select();
    } else if (form.code.required) {
      form.code.select();
    } else {
      form.password.select();
    }
  } catch (reason) {
    out.textContent = words.offline;
    button.disabled = false;
  }
});
`;
