import type { releaseEn } from './releaseEn.js';

/** German texts of the view of batches and data cuts on the progress page. */
export const releaseDe: Record<keyof typeof releaseEn, string> = {
  'release.next': 'Freizugeben',
  'release.gathering':
    '{{gathered}} von {{size}} Zeitpunkten sind für das nächste Paket zusammengekommen. Es geht von selbst an die Befunder, sobald es {{size}} sind.',
  'release.untilCut_one': '{{count}} Zeitpunkt wartet auf den nächsten Datenschnitt.',
  'release.untilCut_other': '{{count}} Zeitpunkte warten auf den nächsten Datenschnitt.',
  'release.byRule': 'Die Charta gibt Zeitpunkte nach einer Regel frei: niemand muss etwas tun.',
  'release.nothingWaits': 'Kein Zeitpunkt wartet auf seine Freigabe.',
  'release.waiting': 'Wartende Zeitpunkte',
  'release.subject': 'Proband',
  'release.timepoint': 'Zeitpunkt',
  'release.more_one': 'und {{count}} weiterer',
  'release.more_other': 'und {{count}} weitere',
  'release.beginBatch': 'Freigeben, bevor das Paket voll ist',
  'release.beginCut': 'Datenschnitt erklären',
  'release.name': 'Name des Datenschnitts',
  'release.batchEffect_one':
    '{{count}} Zeitpunkt geht jetzt an die Befunder, bevor das Paket voll ist. Das lässt sich nicht zurücknehmen.',
  'release.batchEffect_other':
    '{{count}} Zeitpunkte gehen jetzt an die Befunder, bevor das Paket voll ist. Das lässt sich nicht zurücknehmen.',
  'release.cutEffect_one':
    '{{count}} Zeitpunkt geht an die Befunder; was später kommt, wartet auf den nächsten Datenschnitt. Das lässt sich nicht zurücknehmen.',
  'release.cutEffect_other':
    '{{count}} Zeitpunkte gehen an die Befunder; was später kommt, wartet auf den nächsten Datenschnitt. Das lässt sich nicht zurücknehmen.',
  'release.batchButton_one': '{{count}} Zeitpunkt freigeben',
  'release.batchButton_other': '{{count}} Zeitpunkte freigeben',
  'release.cutButton_one': 'Datenschnitt mit {{count}} Zeitpunkt erklären',
  'release.cutButton_other': 'Datenschnitt mit {{count}} Zeitpunkten erklären',
  'release.done_one': '{{count}} Zeitpunkt ist für die Befunder freigegeben.',
  'release.done_other': '{{count}} Zeitpunkte sind für die Befunder freigegeben.',
  'release.released': 'Freigegeben',
  'release.none': 'Es wurde noch nichts als Paket oder zu einem Datenschnitt freigegeben.',
  'release.what': 'Paket oder Datenschnitt',
  'release.batch': 'Paket',
  'release.dataCut': 'Datenschnitt {{name}}',
  'release.timepoints': 'Zeitpunkte',
  'release.when': 'Wann',
  'release.by': 'Durch',
  'release.byItself': 'von selbst, es war voll',
  'release.reason': 'Grund',
  'release.entry': 'Audit-Eintrag',
};
