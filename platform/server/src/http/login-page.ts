/** The script of the login page; its hash stands in the page's policy, so it holds no text of any language. */
export const loginScript = `
const form = document.forms[0];
const out = document.querySelector('output');
const words = form.dataset;
const fresh = document.querySelector('[data-fresh]');
const eye = document.querySelector('[data-eye]');
eye.addEventListener('click', () => {
  const shown = form.password.type === 'text';
  form.password.type = shown ? 'password' : 'text';
  eye.textContent = shown ? words.show : words.hide;
  eye.setAttribute('aria-pressed', String(!shown));
});
const said = ({ code, message, minutes, tries }) =>
  code === 'CL_LOGIN_FAILED' && minutes !== undefined && tries !== undefined
    ? words.failed.replace('{minutes}', minutes).replace('{tries}', tries)
    : message;
form.addEventListener('submit', async event => {
  event.preventDefault();
  const button = form.querySelector('[type=submit]');
  button.disabled = true;
  out.textContent = '';
  try {
    const answer = await fetch('/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        user: form.user.value,
        password: form.password.value,
        ...(fresh.hidden ? {} : { newPassword: form.fresh.value }),
      }),
    });
    if (answer.ok) {
      const next = new URLSearchParams(location.search).get('next') ?? '/';
      const target = new URL(next, location.origin);
      location.assign(target.origin === location.origin ? target.href : '/');
      return;
    }
    const refusal = await answer.json();
    if (refusal.code === 'CL_PASSWORD_CHANGE_NEEDED') {
      fresh.hidden = false;
      form.fresh.required = true;
      button.disabled = false;
      out.textContent = words.change;
      form.fresh.focus();
      return;
    }
    out.textContent = said(refusal);
  } catch (reason) {
    out.textContent = words.offline;
  }
  button.disabled = false;
  form.password.select();
});
`;

export type LoginLanguage = 'en' | 'de';

interface LoginTexts {
  title: string;
  room: string;
  user: string;
  password: string;
  show: string;
  hide: string;
  login: string;
  failed: string;
  offline: string;
  use: string;
  fresh: string;
  change: string;
}

const texts: Readonly<Record<LoginLanguage, LoginTexts>> = {
  en: {
    title: 'Log in',
    room: 'Trial reading room',
    user: 'User name',
    password: 'Password',
    show: 'Show',
    hide: 'Hide',
    login: 'Log in',
    failed:
      'User name or password is wrong, or the account is locked for {minutes} minutes after {tries} failed logins.',
    offline: 'The server does not answer. Check the network and log in again.',
    fresh: 'New password',
    change: 'This is a one-time password. Choose one of your own, at least 8 characters.',
    use: 'For investigational use only. Not for patient care.',
  },
  de: {
    title: 'Anmelden',
    room: 'Befundraum für klinische Prüfungen',
    user: 'Benutzername',
    password: 'Passwort',
    show: 'Zeigen',
    hide: 'Verbergen',
    login: 'Anmelden',
    failed:
      'Benutzername oder Passwort ist falsch, oder das Konto ist nach {tries} Fehlversuchen für {minutes} Minuten gesperrt.',
    offline: 'Der Server antwortet nicht. Netzwerk prüfen und erneut anmelden.',
    fresh: 'Neues Passwort',
    change: 'Das ist ein Einmalpasswort. Wählen Sie ein eigenes mit mindestens 8 Zeichen.',
    use: 'Nur zur Anwendung in klinischen Prüfungen. Nicht für die Patientenversorgung.',
  },
};

/** The first language of the browser's list decides: before a login no account has chosen one. */
export const loginLanguage = (acceptLanguage: string | undefined): LoginLanguage =>
  /^\s*de\b/i.test(acceptLanguage ?? '') ? 'de' : 'en';

const pageIn = (language: LoginLanguage): string => {
  const word = texts[language];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark">
<link rel="icon" type="image/svg+xml" href="/favicon.svg">
<link rel="stylesheet" href="/app.bundle.css">
<title>${word.title}</title>
<style>
  html, body { min-height: 100%; }
  body { margin: 0; background: hsl(var(--background, 0 0% 0%)); color: hsl(var(--foreground, 0 0% 98%));
    font: 14px/1.45 Inter, system-ui, sans-serif; }
  main { box-sizing: border-box; width: 22rem; max-width: 100%; margin: 16vh auto 0; padding: 24px;
    background: hsl(var(--card, 234 64% 10%)); border: 1px solid hsl(var(--neutral, 213 22% 59%)); border-radius: 8px; }
  h1 { margin: 0 0 8px; font-size: 18px; line-height: 24px; font-weight: 600; }
  label { display: block; margin: 16px 0 4px; }
  input { box-sizing: border-box; width: 100%; height: 36px; padding: 0 10px; font: inherit; color: inherit;
    background: hsl(var(--background, 0 0% 0%)); border: 1px solid hsl(var(--neutral, 213 22% 59%)); border-radius: 6px; }
  .secret { display: flex; gap: 8px; }
  button { height: 36px; padding: 0 12px; font: inherit; color: inherit; background: transparent;
    border: 1px solid hsl(var(--neutral, 213 22% 59%)); border-radius: 6px; cursor: pointer; }
  [type=submit] { width: 100%; margin-top: 24px; font-weight: 600; color: #000;
    background: hsl(var(--primary, 214 98% 60%)); border-color: transparent; }
  button:disabled { opacity: .6; cursor: default; }
  :focus-visible { outline: 2px solid hsl(var(--foreground, 0 0% 98%)); outline-offset: 1px; }
  output { display: block; margin-top: 12px; color: #ff9b94; }
  output:empty { margin: 0; }
  p { margin: 16px 0 0; font-size: 13px; color: hsl(var(--neutral-light, 214 69% 81%)); }
</style>
</head>
<body>
<main>
<h1>${word.room}</h1>
<form method="post" action="/login" data-show="${word.show}" data-hide="${word.hide}" data-failed="${word.failed}" data-offline="${word.offline}" data-change="${word.change}">
<label for="user">${word.user}</label>
<input id="user" name="user" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus>
<label for="password">${word.password}</label>
<div class="secret"><input id="password" name="password" type="password" autocomplete="current-password" required><button type="button" data-eye aria-pressed="false" aria-controls="password">${word.show}</button></div>
<div data-fresh hidden><label for="fresh">${word.fresh}</label><input id="fresh" name="fresh" type="password" autocomplete="new-password" minlength="8"></div>
<button type="submit">${word.login}</button>
<output role="alert"></output>
</form>
<p>${word.use}</p>
</main>
<script>${loginScript}</script>
</body>
</html>
`;
};

/** The login page by language: dark, without the host's program, in the host's colours and type. */
export const loginPages: Readonly<Record<LoginLanguage, string>> = {
  en: pageIn('en'),
  de: pageIn('de'),
};
