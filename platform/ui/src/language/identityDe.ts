import type { identityEn } from './identityEn.js';

/** German texts for what looks like identity in a typed text. */
export const identityDe: Record<keyof typeof identityEn, string> = {
  'identity.date': '„{{words}}“ sieht nach einem Datum aus.',
  'identity.birth': '„{{words}}“ sieht nach einem Geburtsdatum aus.',
  'identity.person': '„{{words}}“ sieht nach dem Namen einer Person aus.',
  'identity.place': '„{{words}}“ sieht nach einer Klinik oder einem Zentrum aus.',
  'identity.phone': '„{{words}}“ sieht nach einer Telefonnummer aus.',
  'identity.email': '„{{words}}“ sieht nach einer E-Mail-Adresse aus.',
  'identity.webAddress': '„{{words}}“ sieht nach einer Web-Adresse aus.',
  'identity.uid': '„{{words}}“ sieht nach einer Kennung von Bildern aus.',
  'identity.number': '„{{words}}“ sieht nach der Nummer eines Patienten oder einer Studie aus.',
  'identity.name': '„{{words}}“ kommt im Namen einer Person oder eines Zentrums dieser Studie vor.',
  'identity.known':
    '„{{words}}“ bezeichnet einen Probanden, ein Zentrum oder eine Person dieser Studie.',
  'identity.takeOut':
    'Der Text ist nicht gespeichert. Bitte entfernen: Hier darf nichts sagen, wer, wo oder wann.',
  'identity.orInsist':
    'Der Text ist nicht gespeichert. Bitte entfernen oder angeben, dass es niemanden bezeichnet; das wird festgehalten.',
  'identity.change': 'Ändern',
  'identity.insist': 'Bezeichnet niemanden',
  'identity.drop': 'Text weglassen',
  'identity.prompt':
    'Nicht gespeichert: Der Text sieht nach Identität aus. Er wartet in seinem Feld.',
  'identity.waits.comment':
    'Der Kommentar zu {{lesion}} ist nicht gespeichert: Er sieht nach Identität aus.',
  'identity.waits.reason':
    'Die Begründung zu {{lesion}} ist nicht gespeichert: Sie sieht nach Identität aus.',
  'identity.waits.region':
    'Die Begründung zur Bildqualität von {{region}} ist nicht gespeichert: Sie sieht nach Identität aus.',
  'identity.waits.response':
    'Die Begründung des eigenen Ansprechens ist nicht gespeichert: sie sieht nach Identität aus.',
  'identity.waits.decision':
    'Die Begründung der Entscheidung ist nicht gespeichert: Sie sieht nach Identität aus.',
  'identity.go': 'Dorthin',
};
