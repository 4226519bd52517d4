/** The script of the login page; its hash stands in the page's policy. */
export const loginScript = `
const form = document.forms[0];
const out = document.querySelector('output');
form.addEventListener('submit', async event => {
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  out.textContent = '';
  try {
    const answer = await fetch('/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: form.user.value, password: form.password.value }),
    });
    if (answer.ok) {
      const next = new URLSearchParams(location.search).get('next') ?? '/';
      const target = new URL(next, location.origin);
      location.assign(target.origin === location.origin ? target.href : '/');
      return;
    }
    out.textContent = (await answer.json()).message;
  } catch (reason) {
    out.textContent = 'The server does not answer. Try again. (' + reason + ')';
  }
  button.disabled = false;
  form.password.select();
});
`;

/** The login page: plain, dark, without the host. */
export const loginPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark">
<link rel="icon" type="image/svg+xml" href="/favicon.svg">
<title>Log in</title>
<style>
  html { background: #050615; color: #e6e8ee; font: 15px/1.5 Inter, system-ui, sans-serif; }
  main { max-width: 20rem; margin: 16vh auto 0; padding: 0 1rem; }
  h1 { font-size: 1.25rem; font-weight: 600; }
  label { display: block; margin-top: 1rem; }
  input { box-sizing: border-box; width: 100%; margin-top: .25rem; padding: .5rem .625rem; font: inherit;
    color: inherit; background: #0b1230; border: 1px solid #5b678f; border-radius: 6px; }
  button { width: 100%; margin-top: 1.5rem; padding: .5rem; font: inherit; font-weight: 600; color: #050615;
    background: #5acce6; border: 0; border-radius: 6px; cursor: pointer; }
  button:disabled { opacity: .6; cursor: default; }
  input:focus-visible, button:focus-visible { outline: 2px solid #5acce6; outline-offset: 2px; }
  output { display: block; min-height: 3rem; margin-top: 1rem; color: #ffb4a9; }
  p { color: #a9b2cc; font-size: .8125rem; }
</style>
</head>
<body>
<main>
<h1>Reading room</h1>
<form method="post" action="/login">
<label>User name <input name="user" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus></label>
<label>Password <input name="password" type="password" autocomplete="current-password" required></label>
<button type="submit">Log in</button>
<output role="alert"></output>
</form>
<p>For research in clinical trials. Not for diagnosis or treatment.</p>
</main>
<script>${loginScript}</script>
</body>
</html>
`;
