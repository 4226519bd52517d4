import type { secondFactorEn } from './secondFactorEn.js';

/** German texts of the second factor of a login, and of letting in anew who lost password or second factor. */
export const secondFactorDe: Record<keyof typeof secondFactorEn, string> = {
  'secondFactor.menu': 'Zweiter Faktor',
  'secondFactor.title': 'Zweiter Faktor Ihrer Anmeldung',
  'secondFactor.code': 'Code',
  'secondFactor.codeHint':
    'Sechs Ziffern aus Ihrer Authenticator-App, oder ein Wiederherstellungscode.',
  'secondFactor.wrong':
    'Der Code stimmt nicht. Er wechselt alle 30 Sekunden; wird keiner angenommen, die Uhr des Geräts prüfen.',
  'secondFactor.atLogin':
    'Diese Installation verlangt jetzt einen zweiten Faktor. Bitte auf der Anmeldeseite anmelden; sie zeigt den Schlüssel für eine Authenticator-App.',
  'secondFactor.off':
    'Ihre Anmeldung fragt nur nach dem Passwort. Mit einer Authenticator-App auf Ihrem Telefon fragt sie auch nach einem Code, der alle 30 Sekunden wechselt.',
  'secondFactor.on': 'Ihre Anmeldung fragt nach einem Code, seit {{date}}.',
  'secondFactor.required': 'Diese Installation verlangt ihn von Ihnen.',
  'secondFactor.left_one': 'Noch {{count}} Wiederherstellungscode übrig.',
  'secondFactor.left_other': 'Noch {{count}} Wiederherstellungscodes übrig.',
  'secondFactor.begin': 'Beginnen',
  'secondFactor.replace': 'Andere App oder anderes Telefon verwenden',
  'secondFactor.codes': 'Neue Wiederherstellungscodes machen',
  'secondFactor.codesEffect': 'Die bisherigen Wiederherstellungscodes gelten dann nicht mehr.',
  'secondFactor.end': 'Zweiten Faktor beenden',
  'secondFactor.endEffect': 'Ihre Anmeldung fragt dann nur noch nach dem Passwort.',
  'secondFactor.show': 'Schlüssel zeigen',
  'secondFactor.scan':
    'Mit einer Authenticator-App scannen oder den Schlüssel dort eintippen. Dann die sechs Ziffern eingeben, die sie zeigt.',
  'secondFactor.picture': 'Der Schlüssel als QR-Code',
  'secondFactor.key': 'Schlüssel: {{key}}',
  'secondFactor.firstCode': 'Erster Code',
  'secondFactor.confirm': 'Von jetzt an verwenden',
  'secondFactor.recovery': 'Wiederherstellungscodes',
  'secondFactor.recoveryHint':
    'Jeder von ihnen lässt Sie einmal ein, wenn die App nicht zur Hand ist. Aufschreiben oder ausdrucken und sicher verwahren: sie werden nicht wieder gezeigt.',
  'secondFactor.kept': 'Ich habe sie verwahrt',
  'secondFactor.failed': 'Es wurde nichts getan: {{message}}',
  'people.secondFactor': 'Zweiter Faktor',
  'people.secondFactorOn': 'ja',
  'people.secondFactorOff': 'keiner',
  'people.reset': 'Neu einlassen',
  'people.resetEffect':
    'Für Personen, die Passwort oder zweiten Faktor verloren haben. Es ändert sich nichts, bevor ein anderer Administrator es hier bestätigt; dann bekommt {{user}} ein Einmalpasswort, und Sitzungen und API-Token enden.',
  'people.resetFactor': 'Auch der zweite Faktor ist verloren: ihn wegnehmen',
  'people.resetButton': 'Beantragen, dass {{user}} neu eingelassen wird',
  'people.resetsTitle': 'Wartet auf einen zweiten Administrator',
  'people.resetAsked': '{{user}}: beantragt {{date}} von {{by}}: {{reason}}',
  'people.resetWithFactor': 'Auch der zweite Faktor wird weggenommen.',
  'people.resetOwn': 'Sie haben es beantragt: ein anderer Administrator bestätigt es.',
  'people.resetYours': 'Es geht um Sie: ein anderer Administrator bestätigt es.',
  'people.resetConfirm': 'Bestätigen',
  'people.resetConfirmButton': '{{user}} neu einlassen',
  'people.resetConfirmEffect':
    'Bitte vergewissern Sie sich mündlich oder persönlich, dass es {{user}} ist. Sie sehen dann ein Einmalpasswort, das sieben Tage gilt.',
  'people.resetRefuse': 'Ablehnen',
  'people.resetWithdraw': 'Zurücknehmen',
};
