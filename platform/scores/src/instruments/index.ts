import type { Instrument } from '../instrument.js';
import { mes, uceis } from './colon.js';
import { marshall, rotterdam } from './headInjury.js';
import { mrust, rust } from './fracture.js';
import { jointSpaceWidth, kellgrenLawrence, oarsi } from './knee.js';
import { aspects, fazekas, mta } from './brain.js';
import { ramris } from './ramris.js';
import { sescd } from './sescd.js';

/** Every instrument that can be scored. A new one is a data file and a line here. */
export const instruments: readonly Instrument[] = [
  ...[
    ramris,
    kellgrenLawrence,
    oarsi,
    jointSpaceWidth,
    rust,
    mrust,
    mes,
    uceis,
    sescd,
    mta,
    fazekas,
    aspects,
    marshall,
    rotterdam,
  ],
];
