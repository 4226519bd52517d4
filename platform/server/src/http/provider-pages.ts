import { escapedHtml } from './escaped-html.js';
import { loginLanguage } from './login-page.js';
import { loginTexts, type LoginLanguage } from './login-texts.js';

/** What a browser is shown when it comes back from the provider. */
export interface ProviderEnd {
  /** Where it goes on by itself; null where a person reads first, or the window was opened for this alone. */
  readonly goTo: string | null;
  /** A way back, where it does not go on by itself. */
  readonly back: string;
  /** Of the window that waits; null where none does. */
  readonly windowId: string | null;
  /** What the waiting window gets to sign with. */
  readonly secret: string | null;
  readonly refusal: Refusal | null;
}

interface Refusal {
  readonly code: string;
  readonly message: string;
}

interface PageTexts {
  readonly title: string;
  readonly done: string;
  readonly refused: string;
  readonly back: string;
  readonly close: string;
  /** As in the texts of the login page, for refusals that are not said there. */
  readonly said: Readonly<Record<string, string>>;
}

const texts: Readonly<Record<LoginLanguage, PageTexts>> = {
  en: {
    title: 'Log in',
    done: 'You are logged in. This window can be closed.',
    refused: 'You were not let in.',
    back: 'Go back',
    close: 'This window can be closed. Nothing was lost in the one that opened it.',
    said: {
      OTHER_PERSON:
        'Somebody else’s work is open in the window that opened this one. Only that person can go on there.',
      NOT_LOGGED_IN:
        'The session ended meanwhile. Log in again in the window that opened this one.',
    },
  },
  de: {
    title: 'Anmelden',
    done: 'Sie sind angemeldet. Dieses Fenster kann geschlossen werden.',
    refused: 'Sie wurden nicht eingelassen.',
    back: 'Zurück',
    close:
      'Dieses Fenster kann geschlossen werden. In dem, das es geöffnet hat, ging nichts verloren.',
    said: {
      OTHER_PERSON:
        'In dem Fenster, das dieses geöffnet hat, ist die Arbeit von jemand anderem offen. Nur diese Person kann dort weitermachen.',
      NOT_LOGGED_IN:
        'Die Sitzung ist inzwischen abgelaufen. Bitte in dem Fenster, das dieses geöffnet hat, erneut anmelden.',
      PROVIDER_TAKEN:
        'Diese Person hat hier schon ein Konto, oder dieses Konto gehört zu einer anderen Person.',
    },
  },
};

/** Why, in the page's language where it has words for it. */
const reasonOf = (language: LoginLanguage, { code, message }: Refusal): string => {
  const name = code.replace(/^CL_/, '');
  return texts[language].said[name] ?? loginTexts[language].said[name] ?? message;
};

export const providerScriptPath = '/login/provider/done.js';

/** Tells the window that waits how it ended. The channel is of this origin alone. */
export const providerScript = `const { window: of, secret, refused, message } = document.body.dataset;
if (of !== undefined) {
  const channel = new BroadcastChannel('corelab-provider-login');
  channel.postMessage({ window: of, secret: secret ?? null, refused: refused ?? null, message: message ?? null });
  channel.close();
  if (refused === undefined) window.close();
}
`;

/**
 * The page that a browser comes back to. It goes on from here, not by a redirection: one that began at another site would
 * not bring the session's cookie along.
 */
export const providerEndPage = (end: ProviderEnd, acceptLanguage: string | undefined): string => {
  const language = loginLanguage(acceptLanguage);
  const word = texts[language];
  const { goTo, back, windowId, secret, refusal } = end;
  const data = Object.entries({
    window: windowId,
    ...{ secret, refused: refusal?.code ?? null, message: refusal?.message ?? null },
  })
    .filter((entry): entry is [string, string] => entry[1] !== null)
    .map(([name, value]) => ` data-${name}="${escapedHtml(value)}"`)
    .join('');
  const refresh =
    goTo === null ? '' : `<meta http-equiv="refresh" content="0;url=${escapedHtml(goTo)}">\n`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark">
${refresh}<link rel="stylesheet" href="/app.bundle.css">
<title>${word.title}</title>
<style>
  body { margin: 0; background: hsl(var(--background, 0 0% 0%)); color: hsl(var(--foreground, 0 0% 98%)); font: 15px/1.5 Inter, system-ui, sans-serif; }
  main { max-width: 34rem; margin: 16vh auto 0; padding: 24px; }
  h1 { margin: 0; font-size: 18px; line-height: 24px; font-weight: 600; }
  p { margin: 12px 0 0; }
  a { color: hsl(var(--primary, 214 98% 60%)); }
</style>
</head>
<body${data}>
<main>
${refusal === null ? `<p>${word.done}</p>` : `<h1>${word.refused}</h1>\n<p>${escapedHtml(reasonOf(language, refusal))}</p>`}
${windowId === null ? `<p><a href="${escapedHtml(back)}">${word.back}</a></p>` : refusal === null ? '' : `<p>${word.close}</p>`}
</main>
<script src="${providerScriptPath}"></script>
</body>
</html>
`;
};
