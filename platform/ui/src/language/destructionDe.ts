import type { destructionEn } from './destructionEn.js';

/** German texts of the identity of a subject that is destroyed. */
export const destructionDe: Record<keyof typeof destructionEn, string> = {
  'destruction.ask': 'Identität vernichten',
  'destruction.askEffect':
    'Nichts ändert sich, bevor eine andere Person, ein Admin der Studie, es unter „Zu entscheiden“ bestätigt. Dann verschwindet alles, was sagt, wer {{subject}} ist, aus der Datenbank, aus dem Zurückgehaltenen und aus dem Archiv und kommt nie zurück; Befundungen, Unterschriften, Ergebnisse und das Protokoll bleiben. Geben Sie einen Grund an, der niemanden nennt.',
  'destruction.askButton': 'Vernichtung der Identität von {{subject}} verlangen',
  'destruction.waits':
    'Vernichtung der Identität verlangt am {{date}} von {{by}}: {{reason}} Eine andere Person entscheidet darüber unter „Zu entscheiden“.',
  'destruction.done':
    'Identität vernichtet am {{date}}. Verlangt von {{askedBy}}, bestätigt von {{decidedBy}}: {{reason}}',
  'destruction.doneWhat':
    'Vernichtet: Kennungen an {{identifiers}} Stellen, {{images}} Bilder im Archiv, {{keptApart}} zurückgehaltene Dateien, {{texts}} Texte, {{mentions}} Erwähnungen.',
  'destruction.remains':
    'Unterschriebenes und Protokolliertes wird nicht geändert: die Kennung steht vielleicht noch in {{count}} Zeilen ({{tables}}).',
  'destruction.notDone': 'Nicht vernichtet ({{date}}, {{by}}): {{reason}}',
  'destruction.title': 'Zu vernichtende Identitäten',
  'destruction.none': 'Nichts ist verlangt.',
  'destruction.what': 'Identität von {{subject}}',
  'destruction.askedBy': 'verlangt am {{date}} von {{by}}',
  'destruction.reason': 'Grund: {{reason}}',
  'destruction.own': 'Sie haben es verlangt: eine andere Person bestätigt es.',
  'destruction.adminOnly': 'Ein Admin der Studie bestätigt es.',
  'destruction.confirm': 'Bestätigen',
  'destruction.confirmEffect':
    'Das lässt sich nicht rückgängig machen. Der Proband bekommt statt {{subject}} einen Namen, der nichts sagt. Dateien dieses Probanden, die später kommen, werden abgelehnt. Sicherungen und Exporte von vorher haben die Identität noch: vernichten oder kennzeichnen Sie auch diese. Bei vielen Bildern dauert es einige Minuten.',
  'destruction.confirmButton': 'Identität von {{subject}} vernichten',
  'destruction.refuse': 'Ablehnen',
  'destruction.withdraw': 'Zurücknehmen',
  'destruction.destroyed':
    'Die Identität ist vernichtet. Der Proband heißt von jetzt an {{subject}}.',
  'destruction.refused': 'Die Identität wird nicht vernichtet; es wurde abgelehnt.',
  'destruction.withdrawn': 'Die Identität wird nicht vernichtet; der Wunsch ist zurückgenommen.',
};
