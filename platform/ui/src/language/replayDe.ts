import type { replayEn } from './replayEn.js';

export const replayDe: Record<keyof typeof replayEn, string> = {
  'replay.title': 'Wiedergabe',
  'replay.of':
    '{{timepoint}}, wie {{name}} es beim Unterschreiben am {{at}} gesehen hat. Hier lässt sich nichts ändern.',
  'replay.standing.superseded':
    'Diese Unterschrift wurde am {{at}} ersetzt: Eine andere Version der Befundung ist oder kommt an ihre Stelle.',
  'replay.standing.void': 'Diese Befundung ist seit {{at}} ungültig.',
  'replay.standing.stands': 'Diese Unterschrift gilt.',
  'replay.notKept':
    'Diese Befundung wurde unterschrieben, bevor mit der Unterschrift aufbewahrt wurde, was sie zeigte: Frühere Zeitpunkte stehen hier, wie sie jetzt sind.',
  'replay.verified': 'Alles ist so, wie die Unterschrift es bindet.',
  'replay.notVerified': 'Nicht so, wie die Unterschrift es bindet: {{parts}}.',
  'replay.part.record': 'die Unterschrift im Protokoll',
  'replay.part.document': 'Markierungen und Werte',
  'replay.part.result': 'das abgeleitete Ergebnis',
  'replay.part.shown': 'was die Befundung zeigte',
  'replay.part.pictures': 'Bilder vom Unterschreiben',
  'replay.restore': 'Fenster wie unterschrieben',
  'replay.compare': 'Bilder vom Unterschreiben',
  'replay.noPictures':
    'Beim Unterschreiben dieser Befundung wurden keine Bilder aufgenommen: Das gab es damals noch nicht.',
  'replay.picture': 'Fenster {{pane}}, {{timepoint}}:',
  'replay.comparing': 'wird verglichen …',
  'replay.same': 'das Fenster zeigt dasselbe ({{share}} % der Bildpunkte weichen ab)',
  'replay.differs': 'das Fenster zeigt etwas anderes ({{share}} % der Bildpunkte weichen ab)',
  'replay.gone': 'kein Fenster zeigt das jetzt; drücken Sie „Fenster wie unterschrieben“',
  'replay.unreadable':
    'das Fenster oder sein Bild lässt sich nicht lesen, deshalb wird nicht verglichen',
  'replay.missing.unreadable': 'Kein Bild: Das Fenster ließ sich beim Unterschreiben nicht lesen.',
  'replay.missing.tooLarge': 'Kein Bild: Es war größer als das, was aufbewahrt wird.',
  'replay.missing.noViewer':
    'Keine Bilder: Die Befundung wurde von einem Programm unterschrieben, ohne Betrachter.',
  'replay.missing.noPanes': 'Keine Bilder: Beim Unterschreiben zeigte kein Fenster ein Bild.',
  'signatures.title': 'Unterschriften',
  'signatures.of': '{{timepoint}}, {{slot}}, Version {{version}}',
  'signatures.line': '{{name}}, {{at}}, Bedeutung: {{meaning}}',
  'signatures.hash': 'Datensatz {{hash}}',
  'signatures.stands': 'gilt',
  'signatures.superseded': 'ersetzt am {{at}}',
  'signatures.void': 'ungültig seit {{at}}',
  'signatures.replay': 'Wiedergabe',
  'signatures.replayOf': '{{what}} wiedergeben',
  'signatures.report': 'Bericht (PDF)',
  'signatures.reportOf': 'Bericht zu {{what}} als PDF',
  'progress.act.read.replayed': 'Unterschriebene Befundung wiedergegeben',
  'progress.act.read.reported': 'Bericht der unterschriebenen Befundung erstellt',
};
