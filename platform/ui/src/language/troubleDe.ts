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
    'Das Konto ist nach {{tries}} falschen Passwörtern oder Codes für {{minutes}} Minuten gesperrt.',
  'session.offline': 'Der Server antwortet nicht. Nichts ist verloren; erneut versuchen.',
  'session.other':
    'In diesem Browser hat sich jemand anderes angemeldet. Die Änderungen sind auf diesem Computer behalten; zum Weiterarbeiten auf der Anmeldeseite anmelden.',
  'save.onHold': 'Angehalten. Der Entwurf ist behalten',
  'save.elsewhere': 'Hier nur lesbar',
  'save.returned_one': '{{count}} Änderung gespeichert',
  'save.returned_other': '{{count}} Änderungen gespeichert',
  'save.offline': 'Keine Verbindung',
  'save.offlineKept_one': 'Keine Verbindung. {{count}} Änderung auf diesem Computer behalten',
  'save.offlineKept_other': 'Keine Verbindung. {{count}} Änderungen auf diesem Computer behalten',
  'save.savedNotKept':
    'Gespeichert. Dieser Computer behält nichts, solange der Server nicht erreichbar ist',
  'save.savedAtNotKept':
    'Gespeichert {{time}}. Dieser Computer behält nichts, solange der Server nicht erreichbar ist',
  'save.slow': 'Keine Antwort seit 10 Sekunden',
  'save.slowKept_one':
    'Keine Antwort seit 10 Sekunden. {{count}} Änderung auf diesem Computer behalten',
  'save.slowKept_other':
    'Keine Antwort seit 10 Sekunden. {{count}} Änderungen auf diesem Computer behalten',
  'save.slowNotKept':
    'Keine Antwort seit 10 Sekunden. Dieser Computer kann Änderungen nicht behalten: Seite offen lassen',
  'save.gone': 'Nicht mehr Ihre',
  'save.goneKept_one': 'Nicht mehr Ihre. {{count}} Änderung auf diesem Computer behalten',
  'save.goneKept_other': 'Nicht mehr Ihre. {{count}} Änderungen auf diesem Computer behalten',
  'save.goneNotKept': 'Nicht mehr Ihre. Was Sie geschrieben haben, steht nur auf dieser Seite',
  'save.errorKept_one':
    'Nicht gespeichert: {{message}} {{count}} Änderung auf diesem Computer behalten',
  'save.errorKept_other':
    'Nicht gespeichert: {{message}} {{count}} Änderungen auf diesem Computer behalten',
  'lock.gone':
    'Die Befundung hat jetzt jemand anderes, oder sie wird neu gemacht. Nichts lässt sich speichern; was Sie geschrieben haben, bleibt hier zu sehen. Fragen Sie das Datenmanagement.',
  'left.title_one': 'Unterschrieben ohne {{count}} Änderung von diesem Computer',
  'left.title_other': 'Unterschrieben ohne {{count}} Änderungen von diesem Computer',
  'left.what':
    'Sie ließ sich vor der Unterschrift nicht speichern und ist hier behalten. Wenn es darauf ankommt, eine Berichtigung der unterschriebenen Befundung melden (Umschalt+F) und dort sagen.',
  'left.field': 'Was',
  'left.here': 'Hier geschrieben',
  'left.signed': 'Unterschrieben',
  'left.giveUp': 'Hier Geschriebenes aufgeben',
  'left.sure': 'Es wird auf diesem Computer gelöscht und lässt sich nicht zurückholen.',
  'left.yes': 'Löschen',
  'left.no': 'Behalten',
  'kept.notKnown':
    'Es ist nicht bekannt, ob dieser Computer Änderungen behält, die nicht gespeichert sind: {{message}} Seite neu laden, um noch einmal zu fragen.',
  'kept.title': 'Noch nicht gespeichert, auf diesem Computer behalten',
  'kept.open_one': '{{title}}: {{count}} Änderung. Sie wird gespeichert, wenn Sie den Fall öffnen.',
  'kept.open_other':
    '{{title}}: {{count}} Änderungen. Sie werden gespeichert, wenn Sie den Fall öffnen.',
  'kept.signed_one': '{{title}}: unterschrieben ohne {{count}} hier geschriebene Änderung.',
  'kept.signed_other': '{{title}}: unterschrieben ohne {{count}} hier geschriebene Änderungen.',
  'kept.gone_one':
    '{{title}}: {{count}} Änderung, die sich nicht speichern lässt, weil der Fall nicht mehr in Ihrer Liste steht. Fragen Sie das Datenmanagement.',
  'kept.gone_other':
    '{{title}}: {{count}} Änderungen, die sich nicht speichern lassen, weil der Fall nicht mehr in Ihrer Liste steht. Fragen Sie das Datenmanagement.',
  'kept.unreadable':
    'Dieser Computer behält Änderungen eines Falls, die hier nicht mehr lesbar sind ({{message}}).',
  'kept.case': 'Ein Fall',
  'kept.openCase': 'Öffnen',
  'kept.look': 'Ansehen',
  'kept.show': 'Geschriebenes zeigen',
  'kept.hide': 'Geschriebenes verbergen',
  'late.answer':
    'Der Server antwortet seit 10 Sekunden nicht. Er wird weiter gefragt; nichts ist verloren.',
  'late.signing':
    'Der Server antwortet seit 10 Sekunden nicht. Gewartet wird höchstens eine Minute; danach erneut unterschreiben: unterschrieben wird einmal, so oft Sie drücken.',
  'lock.signed': 'Die Befundung ist unterschrieben. Sie lässt sich nicht mehr ändern.',
  'lock.onHold':
    'Die Befundung ist angehalten. Sie lässt sich ändern, sobald das Datenmanagement geantwortet hat.',
  'lock.elsewhere':
    'Hier nur lesbar: die Befundung ist in einem anderen Fenster offen. Zum Ändern übernehmen.',
  'lock.locked':
    'Die Befundung lässt sich nicht ändern. Was Sie geschrieben haben, bleibt hier zu sehen.',
  'keys.flag': 'Problem melden',
  'problem.flag': 'Problem melden',
  'problem.title': 'Problem melden',
  'problem.kind': 'Was nicht stimmt',
  'problem.kind.missingSeries': 'Falsche oder fehlende Serie',
  'problem.kind.wrongSubject': 'Falscher Proband',
  'problem.kind.identifyingInformation': 'Identifizierende Angaben gesehen',
  'problem.kind.criticalFinding': 'Kritischer Befund',
  'problem.kind.correction': 'Berichtigung meiner unterschriebenen Befundung',
  'problem.text': 'Was zu sehen ist und wo',
  'problem.textNeeded': 'Angeben, was zu sehen ist und wo.',
  'problem.holds': 'Die Befundung wird angehalten, der Entwurf bleibt. Die Antwort erscheint hier.',
  'problem.suspends':
    'Die Bilder dieses Probanden sind für Sie geschlossen, bis das Datenmanagement entschieden hat. Der Entwurf bleibt.',
  'problem.signedStays': 'Die Unterschrift bleibt, wie sie ist. Die Antwort erscheint hier.',
  'problem.send': 'Problem melden',
  'problem.sending': 'Wird gemeldet',
  'problem.unsaved': 'Das Problem melden, wenn alle Änderungen gespeichert sind.',
  'problem.failed': 'Das Problem ist nicht gemeldet: {{message}}',
  'problem.close': 'Schließen',
  'hold.missingSeries':
    'Angehalten: Sie haben eine falsche oder fehlende Serie gemeldet. Das Datenmanagement antwortet hier.',
  'hold.wrongSubject':
    'Angehalten: Sie haben einen falschen Probanden gemeldet. Das Datenmanagement antwortet hier.',
  'hold.identifyingInformation':
    'Angehalten: Sie haben identifizierende Angaben gemeldet. Das Datenmanagement antwortet hier.',
  'hold.criticalFinding':
    'Angehalten: Sie haben einen kritischen Befund gemeldet. Das Datenmanagement antwortet hier.',
  'hold.correction':
    'Sie haben eine Berichtigung dieser unterschriebenen Befundung gemeldet. Das Datenmanagement antwortet hier.',
  'hold.signed':
    'Sie haben ein Problem in dieser unterschriebenen Befundung gemeldet. Das Datenmanagement antwortet hier.',
  'hold.answer': 'Antwort des Datenmanagements: {{text}}',
  'hold.answerHolds': 'Antwort des Datenmanagements, die Befundung bleibt angehalten: {{text}}',
  'hold.answerExcludes':
    'Antwort des Datenmanagements, Sie führen diese Befundung nicht weiter: {{text}}',
  'problem.kind.correctionDecision': 'Berichtigung meiner unterschriebenen Entscheidung',
  'problem.holdsDecision':
    'Der Fall wird angehalten, der Entwurf bleibt. Die Antwort erscheint hier.',
  'problem.withoutReads':
    'Nichts darüber schreiben, was eine der Befundungen ergab oder wie Sie entscheiden.',
  'hold.correctionDecision':
    'Sie haben eine Berichtigung dieser unterschriebenen Entscheidung gemeldet. Das Datenmanagement antwortet hier.',
  'hold.signedDecision':
    'Sie haben ein Problem in diesem unterschriebenen Fall gemeldet. Das Datenmanagement antwortet hier.',
  'hold.answerHoldsDecision': 'Antwort des Datenmanagements, der Fall bleibt angehalten: {{text}}',
  'hold.answerExcludesDecision':
    'Antwort des Datenmanagements, Sie führen diesen Fall nicht weiter: {{text}}',
  'elsewhere.title': 'Seit {{time}} in einem anderen Fenster offen. Hier nur lesbar.',
  'elsewhere.titleNoTime': 'In einem anderen Fenster offen. Hier nur lesbar.',
  'elsewhere.takeOver': 'Übernehmen',
  'elsewhere.taking': 'Wird übernommen',
  'elsewhere.refused':
    'Das andere Fenster hat Änderungen, die nicht gespeichert sind und auf diesem Computer nicht behalten werden können. Zuerst dort speichern.',
  'signing.passwordWrong': 'Nicht unterschrieben: das Passwort ist falsch.',
  'signing.freshLogin':
    'Nicht unterschrieben: eine Anmeldung gilt einmal und zwei Minuten lang. Noch einmal anmelden und unterschreiben.',
  'signing.accountLocked':
    'Nicht unterschrieben: das Konto ist nach {{tries}} falschen Passwörtern für {{minutes}} Minuten gesperrt.',
  'signing.offline':
    'Der Server antwortet nicht, daher ist nicht bekannt, ob die Befundung unterschrieben ist. Erneut unterschreiben: es wird einmal unterschrieben, gleich wie oft gedrückt wird.',
  'signing.sessionEnded':
    'Nicht unterschrieben: Sie wurden abgemeldet. Anmelden, dann erneut unterschreiben.',
  'signing.conflict':
    'Nicht unterschrieben: die Befundung wurde in einem anderen Fenster geändert. Zuerst beide Fassungen ansehen.',
  'signing.openItems': 'Nicht unterschrieben: {{item}}',
  'signing.notSaved':
    'Nicht unterschrieben: es sind nicht alle Änderungen gespeichert. Unterschreiben, wenn der Server sie hat.',
  'signing.offlineWait_one':
    'Keine Verbindung: die Unterschrift wartet, bis {{count}} Änderung gespeichert ist',
  'signing.offlineWait_other':
    'Keine Verbindung: die Unterschrift wartet, bis {{count}} Änderungen gespeichert sind',
};
