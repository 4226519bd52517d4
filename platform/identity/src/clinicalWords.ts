/** Capital words that stand behind "patient" or "name" in reports without naming anybody; small letters here. */
export const clinicalWords: ReadonlySet<string> = new Set([
  ...['position', 'motion', 'movement', 'breathing', 'preparation', 'orientation', 'information'],
  ...['identification', 'identifier', 'name', 'names', 'id', 'data', 'age', 'size', 'weight'],
  ...['table', 'has', 'had', 'is', 'was', 'with', 'without', 'not', 'in', 'on', 'no', 'and', 'or'],
  ...[
    'may',
    'moved',
    'motion-related',
    'related',
    'specific',
    'study',
    'series',
    'ct',
    'mr',
    'mri',
  ],
  ...['pet', 'recist', 'irecist', 'new', 'progressive', 'stable', 'treated', 'prone', 'supine'],
  ...['lage', 'lagerung', 'rückenlage', 'bauchlage', 'seitenlage', 'bewegung', 'atmung', 'bewegt'],
  ...['bewegungsartefakt', 'bewegungsartefakte', 'bewegungsartefakten', 'atemartefakt'],
  ...[
    'atemartefakte',
    'atemartefakten',
    'artefakt',
    'artefakte',
    'artefakten',
    'metall',
    'implantat',
  ],
  ...['prothese', 'portkatheter', 'drainage', 'stent', 'clip', 'clips', 'kontrastmittel', 'nativ'],
  ...['positionierung', 'umlagerung', 'unruhe', 'angaben', 'daten', 'datum', 'vor', 'nach', 'ohne'],
  ...[
    'mit',
    'ist',
    'hat',
    'wurde',
    'burned',
    'burnt',
    'visible',
    'shown',
    'appears',
    'eingebrannt',
  ],
  ...['sichtbar', 'lesion', 'lesions', 'läsion', 'läsionen', 'liver', 'leber', 'lung', 'lunge'],
]);

/** Who reports in general, without a name. */
export const roleWords: ReadonlySet<string> = new Set([
  ...[
    'reader',
    'readers',
    'radiologist',
    'radiologists',
    'site',
    'sites',
    'adjudicator',
    'adjudicators',
  ],
  ...[
    'software',
    'investigator',
    'investigators',
    'sponsor',
    'technologist',
    'technician',
    'local',
  ],
  ...[
    'radiologe',
    'radiologen',
    'radiologin',
    'leser',
    'befunder',
    'zentrum',
    'prüfarzt',
    'central',
  ],
]);

/** Words behind which a title in small letters has no name: "the dr. said". */
export const afterTitle: ReadonlySet<string> = new Set([
  ...['said', 'says', 'will', 'has', 'had', 'was', 'and', 'who', 'asked', 'imaging', 'image'],
  ...['images', 'sequence', 'sequences', 'scan', 'scans', 'liver', 'spectroscopy', 'enterography'],
  ...['angiography', 'study', 'exam', 'examination', 'protocol', 'signal', 'contrast', 'with'],
  ...['without', 'shows', 'showed', 'hat', 'ist', 'und', 'mit', 'bildgebung', 'sequenz', 'für'],
]);

/** What an eponym names, English and German: "Baker cyst", "Virchow-Lymphknoten". */
export const eponymNouns =
  /^[’']?s?[\s-]+(?:cysts?|nodes?|nodules?|tumou?rs?|disease|syndrome|sign|lymphoma|sarcoma|carcinoma|classification|class|score|criteria|grade|stage|system|hernia|fracture|line|lines|segment|segments|triangle|space|pouch|ligament|duct|circle|canal|foramen|fissure|capsule|unit|units|cells?|angle|ring|triad|thyroiditis|ulcer|contracture|valve|zysten?|knoten|lymphknoten|tumor(?:en)?|syndrom|krankheit|morbus|zeichen|linie|linien|klassifikation|segmenten?|hernie|fraktur|raum|dreieck|kriterien|score)(?!\p{L})/iu;

/** Family names that are ordinary words of a report as well; small letters. */
export const ordinaryWords: ReadonlySet<string> = new Set([
  ...['may', 'long', 'short', 'small', 'large', 'black', 'white', 'brown', 'green', 'gray', 'grey'],
  ...['young', 'old', 'new', 'west', 'north', 'south', 'east', 'wall', 'field', 'page', 'rich'],
  ...['best', 'good', 'gross', 'groß', 'klein', 'kurz', 'lang', 'alt', 'neu', 'weiß', 'weiss'],
  ...[
    'schwarz',
    'grün',
    'braun',
    'roth',
    'rot',
    'stein',
    'berg',
    'busch',
    'winter',
    'sommer',
    'stark',
  ],
  ...['dick', 'fuchs', 'kern', 'mark', 'rand', 'herz', 'arm', 'hand', 'lunge', 'leber', 'stone'],
  ...['hill', 'bush', 'lake', 'moon', 'bone', 'head', 'foot', 'cross', 'case', 'price', 'close'],
  ...[
    'baseline',
    'target',
    'lesion',
    'liver',
    'lung',
    'node',
    'nodal',
    'central',
    'first',
    'second',
  ],
]);

/** Words of the names of institutions and accounts that name none of them; small letters. */
export const genericWords: ReadonlySet<string> = new Set([
  ...['hospital', 'hospitals', 'clinic', 'clinics', 'center', 'centre', 'medical', 'medicine'],
  ...['university', 'institute', 'institution', 'department', 'general', 'cancer', 'research'],
  ...['radiology', 'imaging', 'health', 'care', 'healthcare', 'regional', 'national', 'memorial'],
  ...['community', 'school', 'college', 'site', 'sites', 'city', 'county', 'state', 'saint', 'the'],
  ...['of', 'and', 'for', 'de', 'la', 'klinik', 'klinikum', 'kliniken', 'krankenhaus', 'spital'],
  ...[
    'zentrum',
    'universität',
    'universitätsklinikum',
    'universitätsklinik',
    'uniklinik',
    'institut',
  ],
  ...[
    'abteilung',
    'radiologie',
    'medizin',
    'praxis',
    'stadt',
    'kreis',
    'sankt',
    'für',
    'und',
    'der',
  ],
  ...['reader', 'readers', 'adjudicator', 'admin', 'administrator', 'manager', 'data', 'auditor'],
  ...[
    'sponsor',
    'trainer',
    'coordinator',
    'technologist',
    'monitor',
    'user',
    'test',
    'demo',
    'trial',
  ],
  ...['core', 'lab', 'other', 'approver', 'program', 'service', 'system', 'one', 'two', 'three'],
  ...['four', 'dr', 'prof', 'mr', 'mrs', 'ms', 'med', 'herr', 'frau', 'phd', 'md', 'von', 'van'],
  ...['north', 'south', 'east', 'west', 'nord', 'süd', 'ost', 'upper', 'lower', 'left', 'right'],
]);
