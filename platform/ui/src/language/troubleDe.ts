import type { troubleEn } from './troubleEn.js';

/** German texts for trouble; a missing key does not compile. */
export const troubleDe: Record<keyof typeof troubleEn, string> = {
  'session.warning': 'Abmeldung um {{time}}, wenn nichts geschieht.',
  'session.limit':
    'Jede Sitzung endet nach {{hours}} Stunden, diese um {{time}}. Danach neu anmelden: der Entwurf ist sicher.',
  'session.stay': 'Angemeldet bleiben',
  'session.title': 'Abgemeldet',
  'session.endedIdle':
    'Abgemeldet nach {{minutes}} Minuten. Weiter mit dem Passwort; der Entwurf ist sicher',
  'session.ended': 'Abgemeldet. Weiter mit dem Passwort; der Entwurf ist sicher',
  'session.unkept':
    'Seite offen lassen: dieser Computer kann die Änderungen nicht behalten, sie stehen nur auf dieser Seite.',
  'session.user': 'Benutzer',
  'session.goOn': 'Weiterarbeiten',
  'session.sending': 'Anmeldung läuft',
  'session.toLogin': 'Als andere Person anmelden',
  'session.wrong': 'Das Passwort ist falsch.',
  'session.locked':
    'Das Konto ist nach {{tries}} falschen Passwörtern für {{minutes}} Minuten gesperrt.',
  'session.offline': 'Der Server antwortet nicht. Nichts ist verloren; erneut versuchen.',
  'session.other':
    'In diesem Browser hat sich jemand anderes angemeldet. Die Änderungen sind auf diesem Computer behalten; zum Weiterarbeiten auf der Anmeldeseite anmelden.',
};
