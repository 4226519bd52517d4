import type { imagesEn } from './imagesEn.js';

/** German texts of the images. */
export const imagesDe: Readonly<Record<keyof typeof imagesEn, string>> = {
  'pane.current': '{{timepoint}}, wird befundet',
  'pane.comparison': '{{timepoint}}, Vergleich',
  'pane.compare': 'Vergleichen mit',
  'pane.series': 'Serie',
  'pane.stage': 'Anordnung',
  'pane.stageOf': 'Anordnung {{number}}/{{count}}',
  'pane.noRole': 'Kein {{role}} zu {{timepoint}}',
  'pane.choice': '{{timepoint}} {{kinds}}',
  'pane.kind.baseline': 'Baseline',
  'pane.kind.nadir': 'Nadir',
  'pane.kind.previous': 'vorheriger',
  'pane.coming': 'lädt',
  'pane.slice': 'Schicht {{slice}}/{{slices}}',
  'pane.window': 'W {{width}} L {{center}}',
  'pane.linked': 'gekoppelt',
  'pane.linkedBy': 'gekoppelt {{offset}}',
  'pane.notLinked': 'nicht gekoppelt',
  'mark.value': '{{lesion}}  {{value}} {{unit}}',
  'mark.drawing': '{{longest}} x {{across}} {{unit}}',
  'window.softTissue': 'Weichteil',
  'window.lung': 'Lunge',
  'window.liver': 'Leber',
  'window.bone': 'Knochen',
  'window.brain': 'Gehirn',
  'quality.label': 'Bildqualität',
  'quality.allOptimal': 'alle Regionen optimal',
  'quality.optimal': 'Optimal',
  'quality.regionOpen': '{{region}}: {{value}}, Grund fehlt',
  'quality.regionIs': '{{region}}: {{value}}, {{reason}}',
  'quality.reasonOf': '{{region}}: Grund',
  'quality.otherReason': 'Anderer Grund',
  'quality.offer_one': 'Macht {{count}} Läsion nicht beurteilbar: {{region}}, {{reason}}',
  'quality.offer_other': 'Macht {{count}} Läsionen nicht beurteilbar: {{region}}, {{reason}}',
  'quality.apply': 'Anwenden',
  'region.head': 'Kopf',
  'region.neck': 'Hals',
  'region.chest': 'Thorax',
  'region.abdomen': 'Abdomen',
  'region.pelvis': 'Becken',
  'region.extremities': 'Extremitäten',
  'region.bones': 'Knochen',
  'quality.limited': 'Eingeschränkt',
  'quality.notReadable': 'Nicht befundbar',
  'images.title': 'Bilder',
  'images.missingSlices':
    'In der Serie {{series}} fehlen {{missing}} von {{of}} Schichten ({{slices}}). Sie ist befundbar; der Mangel ist vermerkt.',
  'images.unevenSpacing':
    'Die Schichten der Serie {{series}} haben ungleiche Abstände (Stellen: {{places}}), zuerst zwischen Schicht {{after}} und {{next}}: {{gapMm}} mm statt {{usualMm}} mm. Sie ist befundbar; der Mangel ist vermerkt.',
  'images.sharedPosition':
    'In der Serie {{series}} liegen mehrere Bilder am selben Ort (überzählige Bilder: {{images}}). Sie ist befundbar; der Mangel ist vermerkt.',
  'images.mixedOrientation':
    'Die Serie {{series}} mischt Bilder in {{orientations}} Ausrichtungen. Sie ist befundbar; der Mangel ist vermerkt.',
  'images.noGeometry':
    'Die Serie {{series}} sagt bei {{images}} von {{of}} Bildern nicht, wo sie liegen; Längen sind dort nicht prüfbar. Der Mangel ist vermerkt.',
  'images.noPixelData':
    'Serie {{series}}: {{images}} von {{of}} Bildern kamen ohne Bildpunkte und werden nicht gezeigt. Der Mangel ist vermerkt.',
  'images.thickSlices':
    'Die Serie {{series}} hat Schichten von {{thickness}} mm; das Prüfprotokoll erlaubt {{allowed}} mm. Sie ist befundbar; der Mangel ist vermerkt.',
  'images.unsupportedModality':
    'Die Serie {{series}} wird nicht gezeigt: Dieser Modus kann die Modalität {{modality}} nicht befunden.',
  'images.unsupportedKind':
    'Serie {{series}}: {{images}} von {{of}} Bildern sind von einer Art, die hier nicht befundet werden kann, etwa Bildschirmkopien; sie werden nicht gezeigt.',
  'images.trouble.archive':
    'Das Archiv antwortet nicht. Ihr Entwurf ist sicher; die Bilder kommen von selbst wieder. Neuer Versuch in {{seconds}} s.',
  'images.trouble.server':
    'Der Server antwortet nicht. Ihre Änderungen sind sicher; die Bilder kommen von selbst wieder. Neuer Versuch in {{seconds}} s.',
  'images.trouble.image':
    'Dieses Bild lässt sich nicht laden, obwohl das Archiv antwortet. Ihr Entwurf ist sicher. Neuer Versuch in {{seconds}} s; bleibt es dabei, dem Core Lab melden.',
  'images.loading': 'Bilder von {{timepoint}} werden geladen',
  'images.nothingHere':
    'Kein Bild von {{timepoint}} kann gezeigt werden. Das Feld rechts sagt warum und was zu tun ist.',
  'images.nothing':
    'Keine Serie von {{timepoint}} kann gezeigt werden. Als Bildqualität „Nicht befundbar“ mit dem Grund angeben und unterschreiben: Ihr Core Lab sieht es.',
  'keyImage.title': 'Schlüsselbilder dieses Zeitpunkts',
  'keyImage.text': 'Schlüsselbild: {{timepoint}}, Fenster {{window}}',
  'keyImage.textSlice': 'Schlüsselbild: Schicht {{slice}} von {{timepoint}}, Fenster {{window}}',
  'keyImage.asAcquired': 'wie aufgenommen',
  'keyImage.otherTimepoint': 'ein nicht gezeigter Zeitpunkt',
  'keyImage.show': 'Zeigen',
  'keyImage.remove': 'Entfernen',
  'keyImage.none': 'Das aktive Fenster zeigt kein Bild. Zuerst auf ein Bild drücken',
  'keyImage.notInPane': 'Kein Fenster zeigt den Zeitpunkt dieses Schlüsselbilds',
};
