export type LoginLanguage = 'en' | 'de';

export interface LoginTexts {
  title: string;
  room: string;
  user: string;
  password: string;
  show: string;
  hide: string;
  login: string;
  offline: string;
  use: string;
  /** `{name}`: of the organisation's own login. */
  provider: string;
  fresh: string;
  change: string;
  code: string;
  codeHint: string;
  again: string;
  keyTitle: string;
  keyHint: string;
  keyPicture: string;
  keyText: string;
  codesTitle: string;
  codesHint: string;
  leave: string;
  /** By the code of a refusal without its `CL_`: what is said in place of the server's own sentence. */
  said: Readonly<Record<string, string>>;
}

export const loginTexts: Readonly<Record<LoginLanguage, LoginTexts>> = {
  en: {
    title: 'Log in',
    room: 'Trial reading room',
    user: 'User name',
    password: 'Password',
    show: 'Show',
    hide: 'Hide',
    login: 'Log in',
    offline: 'The server does not answer. Check the network and log in again.',
    fresh: 'New password',
    change:
      'This is a one-time password. Choose one of your own, at least {least} characters; several words are easy to remember.',
    code: 'Code',
    codeHint: 'Six digits from your authenticator app, or a recovery code.',
    again: 'Begin again',
    keyTitle: 'A second factor is required',
    keyHint:
      'Scan this with an authenticator app on your telephone, or type the key, then type the six digits that it shows.',
    keyPicture: 'The key as a QR code',
    keyText: 'Key',
    codesTitle: 'Recovery codes',
    codesHint:
      'Each of them lets you in once when the app is not at hand. Write them down or print them and keep them safe: they are not shown again.',
    leave: 'I have kept them',
    use: 'For investigational use only. Not for patient care.',
    provider: 'Log in with {name}',
    said: {
      PROVIDER_REFUSED: 'The organisation’s login did not let you in.',
      PROVIDER_ANSWER: 'What the organisation’s login answered is not right. Begin again.',
      PROVIDER_UNAVAILABLE: 'The organisation’s login does not answer. Try again in a moment.',
      PROVIDER_LOGIN_UNKNOWN:
        'This login was begun too long ago, or in another browser. Begin again.',
      PROVIDER_NOBODY:
        'There is no account here for you. Ask an administrator to make one for your name at the organisation’s login.',
      PROVIDER_NOT_FRESH:
        'The organisation’s login did not ask for the password again. Begin again; if this goes on, tell an administrator.',
      LOGIN_FAILED:
        'User name or password is wrong, or the account is locked for {minutes} minutes after {tries} failed logins.',
    },
  },
  de: {
    title: 'Anmelden',
    room: 'Befundraum für klinische Prüfungen',
    user: 'Benutzername',
    password: 'Passwort',
    show: 'Zeigen',
    hide: 'Verbergen',
    login: 'Anmelden',
    offline: 'Der Server antwortet nicht. Netzwerk prüfen und erneut anmelden.',
    fresh: 'Neues Passwort',
    change:
      'Das ist ein Einmalpasswort. Wählen Sie ein eigenes mit mindestens {least} Zeichen; mehrere Wörter merken sich leicht.',
    code: 'Code',
    codeHint: 'Sechs Ziffern aus Ihrer Authenticator-App, oder ein Wiederherstellungscode.',
    again: 'Von vorn beginnen',
    keyTitle: 'Ein zweiter Faktor ist nötig',
    keyHint:
      'Mit einer Authenticator-App auf dem Telefon scannen oder den Schlüssel eintippen, dann die sechs Ziffern eingeben, die sie zeigt.',
    keyPicture: 'Der Schlüssel als QR-Code',
    keyText: 'Schlüssel',
    codesTitle: 'Wiederherstellungscodes',
    codesHint:
      'Jeder von ihnen lässt Sie einmal ein, wenn die App nicht zur Hand ist. Aufschreiben oder ausdrucken und sicher verwahren: sie werden nicht wieder gezeigt.',
    leave: 'Ich habe sie verwahrt',
    use: 'Nur zur Anwendung in klinischen Prüfungen. Nicht für die Patientenversorgung.',
    provider: 'Anmelden mit {name}',
    said: {
      PROVIDER_REFUSED: 'Die Anmeldung der Organisation hat Sie nicht eingelassen.',
      PROVIDER_ANSWER:
        'Die Antwort der Anmeldung der Organisation stimmt nicht. Bitte von vorn beginnen.',
      PROVIDER_UNAVAILABLE:
        'Die Anmeldung der Organisation antwortet nicht. Bitte gleich noch einmal versuchen.',
      PROVIDER_LOGIN_UNKNOWN:
        'Diese Anmeldung wurde vor zu langer Zeit oder in einem anderen Browser begonnen. Bitte von vorn beginnen.',
      PROVIDER_NOBODY:
        'Für Sie gibt es hier kein Konto. Bitte einen Administrator um eines für Ihren Namen bei der Anmeldung der Organisation.',
      PROVIDER_NOT_FRESH:
        'Die Anmeldung der Organisation hat nicht erneut nach dem Passwort gefragt. Bitte von vorn beginnen; bleibt es dabei, einem Administrator Bescheid geben.',
      LOGIN_FAILED:
        'Benutzername oder Passwort ist falsch, oder das Konto ist nach {tries} Fehlversuchen für {minutes} Minuten gesperrt.',
      ACCOUNT_LOCKED:
        'Das Konto ist nach {tries} falschen Passwörtern oder Codes für {minutes} Minuten gesperrt.',
      SECOND_FACTOR_WRONG:
        'Der Code stimmt nicht. Er wechselt alle 30 Sekunden; wird keiner angenommen, die Uhr des Geräts prüfen.',
      SECOND_FACTOR_NOT_BEGUN:
        'Der Schlüssel ist älter als eine Stunde. Von vorn beginnen und den neuen scannen.',
      PASSWORD_SHORT: 'Ein Passwort braucht mindestens {least} Zeichen.',
      PASSWORD_LONG: 'Ein Passwort hat höchstens {most} Zeichen.',
      PASSWORD_NAME:
        'Das Passwort ist kaum mehr als der Name seiner Person; bitte ein anderes wählen.',
      PASSWORD_COMMON:
        'Das Passwort ist eines von denen, die zuerst geraten werden (ein häufiges Wort oder Tasten in einer Reihe); bitte ein anderes wählen.',
      PASSWORD_SAME: 'Das neue Passwort ist das bisherige; bitte ein anderes wählen.',
      ONE_TIME_ENDED:
        'Dieses Einmalpasswort wurde nicht rechtzeitig benutzt. Bitte bei einem Administrator ein neues erfragen.',
    },
  },
};
