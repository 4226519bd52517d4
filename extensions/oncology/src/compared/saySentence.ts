import {
  type Message,
  type MessageFormats,
  messagesDe,
  messagesEn,
  type MessageValue,
  sayMessage,
} from '@corelab/adjudication';
import { currentLanguage, formatMm, formatNumber, text, type TextKey } from '@corelab/ui';
import { reasons } from '../lesions/judgeLesion.js';
import { locationName } from '../lesions/locationNames.js';
import { keysIn, type ComparedReads } from './comparedReads.js';
import { dayText, timepointLabel } from './timepointNames.js';

/** Codes whose words are texts under a prefix; a code without words is said as it is. */
const words =
  (prefix: string, known: readonly string[], missing: TextKey = 'adj.notGiven') =>
  (value: MessageValue): string => {
    if (value === null) return text(missing);
    const code = String(value);
    return known.includes(code) ? text(`${prefix}.${code}` as TextKey) : code;
  };

const states = [
  'measured',
  'present',
  'absent',
  'progressed',
  'equivocal',
  'unequivocal',
  'tooSmallToMeasure',
  'merged',
  'notEvaluable',
  'notStated',
  'notListed',
];
const fields = [
  'ctCorrelate',
  'locallyTreated',
  'method',
  'previouslyIrradiated',
  'sliceThicknessMm',
  'noDisease',
  'petNegative',
];
const regions = ['head', 'neck', 'chest', 'abdomen', 'pelvis', 'extremities', 'bones'];

/** A place within a sentence: German keeps the capital of a noun. */
function placeName(value: MessageValue): string {
  if (typeof value !== 'string') return text('adj.noPlace');
  const [code = '', side] = value.split(', ');
  const name = locationName(code, side === 'LEFT' || side === 'RIGHT' ? side : null);
  return currentLanguage() === 'de' ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

/** What a reader entered, or a code of the criterion. */
export function entryText(value: MessageValue): string {
  if (value === null) return text('adj.notGiven');
  if (typeof value === 'boolean') return text(value ? 'adj.yes' : 'adj.no');
  return typeof value === 'number' ? formatNumber(value, Number.isInteger(value) ? 0 : 1) : value;
}

/** Readers choose reasons from a list, whose words are the page's; what they wrote themselves stands beside the code. */
function reasonText({ sides }: Pick<ComparedReads, 'sides'>, value: MessageValue): string {
  if (value === null) return text('adj.noReason');
  const code = String(value);
  const listed = reasons.find(reason => reason.code === code);
  if (listed !== undefined && listed.code !== 'OTHER') return text(listed.key);
  const known = keysIn(sides)
    .flatMap(key => sides[key]?.reads ?? [])
    .flatMap(({ document }) => [...document.lesions, ...document.imageQuality])
    .find(({ reason }) => reason?.code === code)?.reason?.text;
  if (known !== undefined && known !== '') return known;
  return listed === undefined ? code : text(listed.key);
}

function formatsFor(context: ComparedReads): MessageFormats {
  return {
    place: placeName,
    timepoint: value =>
      value === null ? text('adj.noVisit') : timepointLabel(context, String(value)),
    field: words('adj.field', fields),
    region: words('region', regions),
    date: value => (typeof value === 'string' ? dayText(context, value) : text('adj.notGiven')),
    entry: entryText,
    reason: value => reasonText(context, value),
    millimetres: value => (typeof value === 'number' ? formatMm(value) : text('adj.notGiven')),
    yesNo: entryText,
    pdStatus: words('adj.pd', ['PD', 'UNCONFIRMED', 'NONE']),
    role: words('adj.role', ['target', 'non-target', 'new']),
    judgement: words('adj.judgement', []),
    quality: words('quality', ['optimal', 'limited', 'notReadable']),
    lesionState: words('adj.state', states),
  };
}

/** A sentence of the case in the page's language. */
export function saySentence(context: ComparedReads, message: Message): string {
  const sentences = currentLanguage() === 'de' ? messagesDe : messagesEn;
  return sayMessage(message, sentences, formatsFor(context));
}

/** Whether there is progression, in the words of a table. */
export const pdStatusText = words('adj.pd', ['PD', 'UNCONFIRMED', 'NONE']);
