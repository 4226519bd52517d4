/** English texts of the images. */
export const imagesEn = {
  'pane.current': '{{timepoint}}, being read',
  'pane.comparison': '{{timepoint}}, comparison',
  'pane.compare': 'Compare with',
  'pane.series': 'Series',
  'pane.stage': 'Layout',
  'pane.stageOf': 'Layout {{number}}/{{count}}',
  'pane.noRole': 'No {{role}} at {{timepoint}}',
  'pane.choice': '{{timepoint}} {{kinds}}',
  'pane.kind.baseline': 'baseline',
  'pane.kind.nadir': 'nadir',
  'pane.kind.previous': 'previous',
  'pane.coming': 'loading',
  'pane.slice': 'Slice {{slice}}/{{slices}}',
  'pane.window': 'W {{width}} L {{center}}',
  'pane.linked': 'linked',
  'pane.linkedBy': 'linked {{offset}}',
  'pane.notLinked': 'not linked',
  'mark.value': '{{lesion}}  {{value}} {{unit}}',
  'mark.drawing': '{{longest}} x {{across}} {{unit}}',
  'window.softTissue': 'Soft tissue',
  'window.lung': 'Lung',
  'window.liver': 'Liver',
  'window.bone': 'Bone',
  'window.brain': 'Brain',
  'quality.label': 'Image quality',
  'quality.allOptimal': 'all regions optimal',
  'quality.optimal': 'Optimal',
  'quality.regionOpen': '{{region}}: {{value}}, reason missing',
  'quality.regionIs': '{{region}}: {{value}}, {{reason}}',
  'quality.reasonOf': '{{region}}: reason',
  'quality.otherReason': 'Other reason',
  'quality.offer_one': 'Marks {{count}} lesion not evaluable: {{region}}, {{reason}}',
  'quality.offer_other': 'Marks {{count}} lesions not evaluable: {{region}}, {{reason}}',
  'quality.apply': 'Apply',
  'region.head': 'head',
  'region.neck': 'neck',
  'region.chest': 'chest',
  'region.abdomen': 'abdomen',
  'region.pelvis': 'pelvis',
  'region.extremities': 'extremities',
  'region.bones': 'bones',
  'quality.limited': 'Limited',
  'quality.notReadable': 'Not readable',
  'images.title': 'Images',
  'images.missingSlices':
    'Series {{series}} misses {{missing}} of {{of}} slices ({{slices}}). You can read; the problem is noted.',
  'images.unevenSpacing':
    'Series {{series}} is unevenly spaced (places: {{places}}), first between slices {{after}} and {{next}}: {{gapMm}} mm instead of {{usualMm}} mm. You can read; the problem is noted.',
  'images.sharedPosition':
    'Series {{series}} has more than one image at the same place (images too many: {{images}}). You can read; the problem is noted.',
  'images.mixedOrientation':
    'Series {{series}} mixes images of {{orientations}} orientations. You can read; the problem is noted.',
  'images.noGeometry':
    'Series {{series}} does not say where {{images}} of {{of}} images lie, so lengths there can not be checked. The problem is noted.',
  'images.noPixelData':
    'Series {{series}}: {{images}} of {{of}} images came without pixels and are not shown. The problem is noted.',
  'images.thickSlices':
    'Series {{series}} has slices of {{thickness}} mm; the charter allows {{allowed}} mm. You can read; the problem is noted.',
  'images.unsupportedModality':
    'Series {{series}} is not shown: this mode can not read modality {{modality}}.',
  'images.unsupportedKind':
    'Series {{series}}: {{images}} of {{of}} images are of a kind that can not be read here, such as secondary captures, and are not shown.',
  'images.trouble.archive':
    'The archive does not answer. Your draft is safe; images come back by themselves. Trying again in {{seconds}} s.',
  'images.trouble.server':
    'The server does not answer. Your changes are safe; images come back by themselves. Trying again in {{seconds}} s.',
  'images.trouble.image':
    'This image can not be loaded, and the archive answers. Your draft is safe. Trying again in {{seconds}} s; if it stays, tell your core lab.',
  'images.loading': 'Loading images of {{timepoint}}',
  'images.nothingHere':
    'No image of {{timepoint}} can be shown. The panel says why and what to do.',
  'images.nothing':
    'No series of {{timepoint}} can be shown. State the image quality "Not readable" with the reason and sign: your core lab sees it.',
  'keyImage.title': 'Key images of this timepoint',
  'keyImage.text': 'Key image: {{timepoint}}, window {{window}}',
  'keyImage.textSlice': 'Key image: slice {{slice}} of {{timepoint}}, window {{window}}',
  'keyImage.asAcquired': 'as acquired',
  'keyImage.otherTimepoint': 'a timepoint not shown',
  'keyImage.show': 'Show',
  'keyImage.remove': 'Remove',
  'keyImage.none': 'The active pane shows no image. Press on an image first',
  'keyImage.notInPane': 'No pane shows the timepoint of this key image',
} as const;
