import { escapedHtml } from './escaped-html.js';
import { loginScript } from './login-script.js';
import { loginTexts, type LoginLanguage } from './login-texts.js';

/** The first language of the browser's list decides: before a login no account has chosen one. */
export const loginLanguage = (acceptLanguage: string | undefined): LoginLanguage =>
  /^\s*de\b/i.test(acceptLanguage ?? '') ? 'de' : 'en';

/**
 * The login page: dark, without the host's program, in the host's colours and type.
 * @param provider what the organisation's own login is called; null where there is none
 */
export const loginPage = (language: LoginLanguage, provider: string | null): string => {
  const word = loginTexts[language];
  const said = Object.entries(word.said)
    .map(([code, text]) => ` data-said-${code.toLowerCase().replaceAll('_', '-')}="${text}"`)
    .join('');
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
  [hidden] { display: none; }
  h2 { margin: 0 0 4px; font-size: 15px; }
  .hint { margin: 4px 0 0; }
  svg { display: block; width: 100%; max-width: 220px; margin: 12px auto; background: #fff; border-radius: 4px; }
  code, pre { font: 14px/1.6 ui-monospace, monospace; overflow-wrap: anywhere; user-select: all; }
  pre { margin: 12px 0; columns: 1; }
  .plain { width: 100%; margin-top: 8px; }
  .main { width: 100%; font-weight: 600; color: #000; background: hsl(var(--primary, 214 98% 60%)); border-color: transparent; }
  .provider { display: block; box-sizing: border-box; margin-top: 12px; padding: 7px 12px; text-align: center; color: inherit; text-decoration: none;
    border: 1px solid hsl(var(--neutral, 213 22% 59%)); border-radius: 6px; }
  output { display: block; margin-top: 12px; color: #ff9b94; }
  output:empty { margin: 0; }
  p { margin: 16px 0 0; font-size: 13px; color: hsl(var(--neutral-light, 214 69% 81%)); }
</style>
</head>
<body>
<main>
<h1>${word.room}</h1>
<form method="post" action="/login" data-show="${word.show}" data-hide="${word.hide}" data-offline="${word.offline}" data-change="${word.change}"${said}>
<div data-part="password"><label for="user">${word.user}</label>
<input id="user" name="user" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus>
<label for="password">${word.password}</label>
<div class="secret"><input id="password" name="password" type="password" autocomplete="current-password" required><button type="button" data-eye aria-pressed="false" aria-controls="password">${word.show}</button></div></div>
<div data-part="fresh" hidden><label for="fresh">${word.fresh}</label><input id="fresh" name="fresh" type="password" autocomplete="new-password"></div>
<div data-part="key" hidden><h2>${word.keyTitle}</h2><p class="hint">${word.keyHint}</p>
<svg role="img" aria-label="${word.keyPicture}" shape-rendering="crispEdges"><path d="" fill="#000"></path></svg>
<p class="hint">${word.keyText}: <code></code></p></div>
<div data-part="code" hidden><label for="code">${word.code}</label><input id="code" name="code" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint"><p class="hint" id="code-hint">${word.codeHint}</p>
<button type="button" class="plain" data-again>${word.again}</button></div>
<button type="submit">${word.login}</button>
${provider === null ? '' : `<a class="provider" href="/login/provider">${escapedHtml(word.provider.replace('{name}', provider))}</a>`}
<output role="alert"></output>
</form>
<section data-part="codes" hidden><h2>${word.codesTitle}</h2><p class="hint">${word.codesHint}</p><pre></pre><button type="button" class="main" data-leave>${word.leave}</button></section>
<p>${word.use}</p>
</main>
<script>${loginScript}</script>
</body>
</html>
`;
};

/** Where there is no provider, by language. */
export const loginPages: Readonly<Record<LoginLanguage, string>> = {
  en: loginPage('en', null),
  de: loginPage('de', null),
};
