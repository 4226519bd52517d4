import type { confirmEn } from './confirmEn.js';

/** German texts of logging in at the organisation's own provider. */
export const confirmDe: Record<keyof typeof confirmEn, string> = {
  'confirm.sign': 'Zum Unterschreiben mit {{provider}} anmelden',
  'confirm.renew': 'Mit {{provider}} anmelden',
  'confirm.ended': 'Abgemeldet. Weiter mit der Anmeldung mit {{provider}}; der Entwurf ist sicher',
  'confirm.endedIdle':
    'Abgemeldet nach {{minutes}} Minuten. Weiter mit der Anmeldung mit {{provider}}; der Entwurf ist sicher',
  'confirm.waiting':
    'Im Fenster, das sich geöffnet hat, mit {{provider}} anmelden. Hier geht inzwischen nichts verloren.',
  'confirm.done': 'Soeben mit {{provider}} angemeldet: innerhalb von zwei Minuten unterschreiben.',
  'confirm.blocked':
    'Der Browser hat kein Fenster geöffnet. Fenster dieser Seite erlauben und noch einmal versuchen.',
  'confirm.otherPerson':
    'Dort hat sich jemand anderes angemeldet. Nur die Person, deren Arbeit hier offen ist, kann weitermachen.',
  'confirm.refused': '{{provider}} hat Sie nicht eingelassen.',
  'confirm.notFresh':
    '{{provider}} hat nicht erneut nach dem Passwort gefragt, daher zählt es nicht. Noch einmal versuchen; bleibt es dabei, einem Administrator Bescheid geben.',
  'confirm.unavailable': '{{provider}} antwortet nicht. Gleich noch einmal versuchen.',
  'confirm.answer': 'Die Antwort von {{provider}} stimmt nicht. Noch einmal versuchen.',
  'confirm.tooLate': 'Diese Anmeldung wurde vor zu langer Zeit begonnen. Noch einmal versuchen.',
  'confirm.sessionEnded':
    'Die Sitzung ist inzwischen abgelaufen. Erst auf der Seite weitermachen, dann unterschreiben.',
  'confirm.move': 'Künftig mit {{provider}} anmelden',
  'confirm.moveEffect':
    'Sie gehen jetzt zu {{provider}} und melden sich dort an. Danach melden Sie sich dort an und unterschreiben dort, und Ihr Passwort hier gilt nicht mehr.',
  'confirm.moved':
    'Sie melden sich mit {{provider}} an und unterschreiben dort. Ob dabei ein zweiter Faktor nötig ist, wird dort festgelegt.',
  'confirm.elsewhere': 'der Anmeldung der Organisation',
  'confirm.factor': 'bei der Anmeldung der Organisation',
  'confirm.account': 'Meldet sich mit {{provider}} an',
  'confirm.accountWaiting': 'Meldet sich mit {{provider}} an, noch nicht zum ersten Mal',
  'confirm.providerUser': 'Name bei {{provider}} (statt eines Passworts)',
  'confirm.made': 'Das Konto {{user}} ist angelegt. Seine Person meldet sich mit {{provider}} an.',
};
