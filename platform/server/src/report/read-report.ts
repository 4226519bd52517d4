import {
  criteria,
  type AssessmentOutput,
  type Burden,
  type TimepointOutput,
} from '@corelab/criteria';
import type { Lesion } from '@corelab/reads';
import type { Kysely } from 'kysely';
import { hashBytes } from '../audit/canonical-json.js';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { evidenceOf } from '../evidence/evidence-store.js';
import type { ServerDeps } from '../http/server-deps.js';
import { replayedRead, type ReplayedRead, type ReplayedResult } from '../replay/replay-read.js';
import type { OpenRead } from '../workflow/open-read.js';
import type { ReportContent, ReportPicture, ReportSection } from './report-content.js';
import { reportPdf } from './report-pdf.js';

/** 2026-11-23 14:06:31 UTC. */
const utc = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;

/** The same instant in the installation's own zone, which stands beside it. */
const inZone = (iso: string, zone: string): string => {
  // Sweden writes dates as ISO 8601 does.
  const own = new Intl.DateTimeFormat('sv-SE', {
    ...{ dateStyle: 'short', timeStyle: 'medium', timeZone: zone },
  });
  return `${own.format(new Date(iso))} ${zone}`;
};

const moment = ({ at, zone }: { at: string; zone: string }): string =>
  zone === 'UTC' ? utc(at) : `${utc(at)}; ${inZone(at, zone)}`;

const number = (value: number | null | undefined, unit = ''): string =>
  value === null || value === undefined ? '-' : `${value}${unit === '' ? '' : ` ${unit}`}`;

const nameOf = (criterion: string): string => criteria[criterion]?.name ?? criterion;

const burdenFacts = (burden: Burden | null): [string, string][] =>
  burden === null
    ? []
    : [
        ['Burden of targets', number(burden.value ?? burden.lowerBound, burden.unit)],
        ['Change from baseline', number(burden.changeFromBaselinePct, '%')],
        [
          'Nadir and change from it',
          `${number(burden.nadir, burden.unit)}, ${number(burden.changeFromNadirPct, '%')}`,
        ],
      ];

const yesNo = (value: boolean | null | undefined): string =>
  value === null || value === undefined ? '-' : value ? 'yes' : 'no';

const responseOf = ({ criterion, result }: ReplayedResult): ReportSection => {
  const timepoint = (result as AssessmentOutput).timepoints.at(-1);
  const title = `Response by ${nameOf(criterion)}`;
  if (timepoint === undefined) return { title, paragraphs: ['No response was derived.'] };
  return {
    title,
    facts: [
      ...burdenFacts(timepoint.burden),
      ['Targets', timepoint.target ?? '-'],
      ['Non-targets', timepoint.nonTarget ?? '-'],
      ['New lesions', yesNo(timepoint.newLesions)],
      ...calculatedFacts(timepoint),
      ['Overall response', timepoint.overall ?? '-'],
    ],
    paragraphs: [
      ...timepoint.trace.map(({ text, rule, source }) => `${text} (${rule}; ${source})`),
      ...timepoint.findings.map(({ severity, text, rule }) => `${severity}: ${text} (${rule})`),
    ],
  };
};

const calculatedFacts = ({ calculated }: TimepointOutput): [string, string][] =>
  calculated === undefined ? [] : [['Calculated response', calculated]];

const lesionRow = (lesion: Lesion, result: TimepointOutput | undefined): string[] => {
  const { id, role, location, laterality, state, mark, reason } = lesion;
  const counted = result?.lesions.find(one => one.id === id);
  const place = [location, laterality].filter(part => part !== null).join(', ');
  return [
    ...[id, role, place || '-', reason === null ? state : `${state} (${reason.code})`],
    ...[number(mark?.longestDiameterMm), number(mark?.shortAxisMm)],
    counted === undefined
      ? '-'
      : `${number(counted.value, counted.unit)}${counted.byRule ? ' by rule' : ''}`,
  ];
};

/** What was written about a lesion; it may be long, so it stands under the table. */
const lesionWords = ({ id, reason, comment }: Lesion): string[] => {
  const words = [reason?.text ?? '', comment].filter(text => text !== '');
  return words.length === 0 ? [] : [`${id}: ${words.join('; ')}`];
};

const lesions = ({ document, results }: ReplayedRead): ReportSection => {
  const current = (results.primary.result as AssessmentOutput).timepoints.at(-1);
  return {
    title: 'Lesions',
    table: {
      columns: [
        { name: 'Lesion', share: 8 },
        { name: 'Role', share: 11 },
        { name: 'Location', share: 17 },
        { name: 'State', share: 15 },
        { name: 'Longest, mm', share: 10 },
        { name: 'Short, mm', share: 9 },
        { name: 'Counted', share: 13 },
      ],
      rows: document.lesions.map(lesion => lesionRow(lesion, current)),
      empty: document.noDisease ? 'No disease at baseline.' : 'No lesions.',
    },
    paragraphs: document.lesions.flatMap(lesionWords),
  };
};

const assessment = ({ document }: ReplayedRead): ReportSection => {
  const { readerResponse: own, nonTargetJudgement: judged } = document;
  return {
    title: "Reader's assessment",
    facts: [
      ...document.imageQuality.map(({ region, value, reason }): [string, string] => [
        `Image quality, ${region}`,
        reason === null ? value : `${value}: ${reason.text || reason.code}`,
      ]),
      ...(judged === null ? [] : ([['Non-targets overall', judged]] as [string, string][])),
      ...(own === undefined
        ? []
        : ([
            ['Response given', `${own.value} in place of ${own.inPlaceOf}`],
            ['Reason', own.reason],
          ] as [string, string][])),
    ],
    paragraphs: [document.comment === '' ? 'No comment.' : `Comment: ${document.comment}`],
  };
};

const missingWords: Readonly<Record<string, string>> = {
  unreadable: 'the pane could not be read when the read was signed',
  tooLarge: 'it was larger than what is kept',
  noViewer: 'the read was signed by a program, without a viewer',
  noPanes: 'no pane showed an image when the read was signed',
};
const missing = (word: string): string => `No picture: ${missingWords[word] ?? word}.`;

const pictures = async (
  db: Kysely<Database>,
  { pictures: kept, document }: ReplayedRead
): Promise<ReportSection> => {
  const title = 'Pictures taken at signing';
  if (kept === null)
    return { title, paragraphs: ['None were taken: the read was signed before they were.'] };
  if ('missing' in kept) return { title, paragraphs: [missing(kept.missing)] };
  const shown: ReportPicture[] = [];
  for (const [index, pane] of kept.panes.entries()) {
    const name = `Pane ${index + 1}, ${document.view.panes[index]?.timepoint ?? ''}`;
    if (!('sha256' in pane)) {
      const caption = `${name}. ${missing(pane.missing)}`;
      shown.push({ caption, png: null, widthPx: 0, heightPx: 0 });
      continue;
    }
    const { sha256, widthPx, heightPx } = pane;
    const png = await evidenceOf(db, sha256);
    const gone = png === null ? ' The picture is not there any more, or was changed.' : '';
    const caption = `${name}. SHA-256 ${sha256}.${gone}`;
    shown.push({ caption, png, widthPx, heightPx });
  }
  return { title, pictures: shown };
};

const partWords: Readonly<Record<string, string>> = {
  record: 'the signature in the record',
  document: 'marks and values',
  result: 'the derived result',
  shown: 'what the read showed',
  pictures: 'the pictures',
};

interface BoundPrograms {
  readonly [name: string]: unknown;
}

const signatureSection = (
  { signature, standing, problems }: ReplayedRead,
  bound: BoundPrograms
): ReportSection => {
  const said = (name: string): string =>
    typeof bound[name] === 'string' ? bound[name] : 'not kept then';
  const verified =
    problems.length === 0
      ? 'Checked against the record: document, result, images, pictures and programs are what the signature binds.'
      : `NOT as the signature binds it: ${problems.map(one => partWords[one] ?? one).join(', ')}.`;
  return {
    ...{ title: 'Electronic signature', whole: true },
    facts: [
      ['Signed by', `${signature.name} (${signature.by})`],
      ['Meaning', signature.meaning],
      ['Date and time', moment(signature)],
      ['Standing', standingText(standing)],
      ['Content hash', signature.hash],
      ['Document hash', said('documentHash')],
      ['Images (manifest hash)', said('manifestHash')],
      ['Charter hash', said('charterHash')],
      ['Engine', said('engineVersion')],
      ['Server', said('software')],
      ['Viewer plugins', bound['plugins'] === null ? 'none: no viewer signed' : said('plugins')],
      ['Blinding policy', said('policyVersion')],
    ],
    paragraphs: [verified],
  };
};

const standingText = ({ standing, until }: ReplayedRead['standing']): string => {
  if (standing === 'stands') return 'stands';
  return `${standing}${until === null ? '' : ` since ${utc(until)}`}`;
};

/** What a signature bound, as its audit entry says it; nothing where there is none. */
const boundOf = async (
  db: Kysely<Database>,
  { trialId, id }: Pick<OpenRead, 'trialId' | 'id'>
): Promise<BoundPrograms> => {
  const row = await db
    .selectFrom('read')
    .innerJoin('audit_entry', join =>
      join
        .on('audit_entry.chain', '=', trialId)
        .onRef('audit_entry.sequence', '=', 'read.from_sequence')
    )
    .select('audit_entry.entry')
    .where('read.id', '=', id)
    .executeTakeFirst();
  return ((row?.entry as { details?: BoundPrograms } | undefined)?.details ?? {}) as BoundPrograms;
};

/** A signed read as a report: what it is of, what was found, and the signature. */
export const readReport = async (deps: ServerDeps, read: OpenRead): Promise<ReportContent> => {
  const { db } = deps;
  const replayed = await replayedRead(deps, read);
  const { identifier } = await db
    .selectFrom('subject')
    .select('identifier')
    .where('id', '=', read.subjectId)
    .executeTakeFirstOrThrow();
  const { version } = await db
    .selectFrom('read')
    .select('version')
    .where('id', '=', read.id)
    .executeTakeFirstOrThrow();
  const { signature, standing, shown } = replayed;
  const { timepointCode: code, timepointDate: date } = read;
  return {
    title: `Read report: ${read.trialCode}, ${identifier}, ${code}`,
    warning:
      standing.standing === 'stands'
        ? null
        : `THIS READ DOES NOT STAND: ${standingText(standing)}.`,
    footer: `${read.trialCode} · ${identifier} · ${code} · ${read.slot} · signature ${signature.hash.slice(0, 16)}`,
    date: new Date(signature.at),
    sections: [
      {
        title: 'Read',
        facts: [
          ['Trial', `${read.trialName} (${read.trialCode})`],
          ['Charter', `version ${read.charterVersion}`],
          ['Subject', `${identifier}; shown to the reader as ${shown.subjectCode}`],
          ['Timepoint', `${code}; shown to the reader as ${shown.timepoint}`],
          ['Date of the exam', date ?? 'not known'],
          ['Place', `${read.slot}, version ${version}`],
          ['Read by', signature.name],
        ],
      },
      responseOf(replayed.results.primary),
      ...replayed.results.others.map(responseOf),
      lesions(replayed),
      assessment(replayed),
      await pictures(db, replayed),
      signatureSection(replayed, await boundOf(db, read)),
    ],
  };
};

/** The report of a signed read as a PDF; that it was made is an audit entry with its hash. */
export const makeReport = async (
  deps: ServerDeps,
  read: OpenRead,
  accountId: string
): Promise<Uint8Array> => {
  const bytes = await reportPdf(await readReport(deps, read));
  await deps.db.transaction().execute(trx =>
    appendAudit(trx, read.trialId, {
      ...{ act: 'read.reported', at: deps.now().toISOString(), zone: deps.zone, by: accountId },
      details: { read: read.id, sha256: hashBytes(bytes) },
    })
  );
  return bytes;
};
