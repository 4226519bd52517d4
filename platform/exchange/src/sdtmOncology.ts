import type { Lesion } from '@corelab/reads';
import { acceptedLesions, columnsOf, lesionKey, type OncologyDomain } from './acceptedRecords.js';
import type { SdtmRow } from './columns.js';
import { bestResponse, responseResults } from './responseResults.js';
import { type ComposedBest, ExportError, type SignedRead } from './signedRead.js';
import { tumorResults, type TumorResult } from './tumorResults.js';

const roles = ['target', 'non-target', 'new'] as const;
const groups = { target: 'TARGET', 'non-target': 'NON-TARGET', new: 'NEW' } as const;

/**
 * SDTM-shaped TU, TR and RS rows of signed reads. The same reads in any order give the same rows.
 * A missing value is an empty text with --STAT `NOT DONE`, never 0. Throws `ExportError` on two reads
 * of one slot and timepoint, on a lesion nobody read, and on a result of another timepoint.
 * Where reads say whether they stand, --ACPTFL is `Y` on the records of those that do. `composed` are best responses of
 * timepoints that stand from both reads: the adjudicator's, and accepted.
 */
export function sdtmOncology(
  reads: readonly SignedRead[],
  composed: readonly ComposedBest[] = []
): {
  tu: SdtmRow[];
  tr: SdtmRow[];
  rs: SdtmRow[];
} {
  const sorted = [...reads].sort(byCourseAndVisit);
  check(sorted);
  const tu: SdtmRow[] = [];
  const tr: SdtmRow[] = [];
  const rs: SdtmRow[] = [];
  const sequence = new Map<string, number>();
  const add = (rows: SdtmRow[], domain: 'TU' | 'TR' | 'RS', read: SignedRead, values: SdtmRow) => {
    const usubjid = `${read.studyId}-${read.subjectId}`;
    const counter = JSON.stringify([domain, usubjid]);
    const seq = (sequence.get(counter) ?? 0) + 1;
    sequence.set(counter, seq);
    const common: SdtmRow = {
      STUDYID: read.studyId,
      DOMAIN: domain,
      USUBJID: usubjid,
      [`${domain}SEQ`]: String(seq),
      [`${domain}METHOD`]: read.method ?? '',
      [`${domain}EVAL`]: 'INDEPENDENT ASSESSOR',
      [`${domain}EVALID`]: read.readerRole,
      VISITNUM: String(read.timepoint.visitNum),
      VISIT: read.timepoint.id,
      [`${domain}ACPTFL`]: read.accepted === true ? 'Y' : '',
      [`${domain}DTC`]: read.examDate,
      ...values,
    };
    const columns = columnsOf(domain.toLowerCase() as OncologyDomain, reads);
    rows.push(Object.fromEntries(columns.map(column => [column, common[column] ?? ''])));
  };
  const identified = new Set<string>();
  const accepted = acceptedLesions(reads);
  for (const read of sorted) {
    for (const lesion of [...read.document.lesions].sort(byRoleAndId)) {
      const link = `${read.slot}-${lesion.id}`;
      for (const test of identifications(lesion)) {
        const key = JSON.stringify([read.studyId, read.subjectId, link, test.code]);
        if (identified.has(key)) continue;
        identified.add(key);
        add(tu, 'TU', read, {
          TULNKID: link,
          TUTESTCD: test.code,
          TUTEST: test.name,
          TUORRES: groups[lesion.role],
          TUSTRESC: groups[lesion.role],
          TULOC: lesion.location ?? '',
          TULAT: lesion.laterality ?? '',
          TUACPTFL: accepted.has(lesionKey(read, lesion.id)) ? 'Y' : '',
        });
      }
      for (const result of tumorResults(lesion)) {
        add(tr, 'TR', read, {
          TRGRPID: groups[lesion.role],
          TRLNKID: link,
          ...resultValues(result),
        });
      }
    }
    const { burden } = read.derived;
    if (burden !== null) {
      add(tr, 'TR', read, {
        TRGRPID: 'TARGET',
        ...resultValues({
          code: 'SUMDIAM',
          name: 'Sum of Diameter',
          value: burden.value,
          reason: 'TARGET LESION NOT EVALUABLE',
        }),
      });
    }
    for (const response of responseResults(read)) add(rs, 'RS', read, response);
  }
  for (const { studyId, subjectId, criterion, evaluator, best } of composed) {
    const read = sorted.find(one => one.studyId === studyId && one.subjectId === subjectId);
    if (read === undefined) {
      const name = `${studyId} ${subjectId}`;
      throw new ExportError('CL_EXPORT_DERIVED', name, `a best response of ${name} without reads`);
    }
    add(rs, 'RS', read, {
      ...bestResponse(criterion, best),
      ...{ RSEVALID: evaluator, RSACPTFL: 'Y' },
    });
  }
  return { tu, tr, rs };
}

function identifications(lesion: Lesion): { code: string; name: string }[] {
  const first =
    lesion.splitFrom === null
      ? { code: 'TUMIDENT', name: 'Tumor Identification' }
      : { code: 'TUSPLIT', name: 'Tumor Split' };
  return lesion.state === 'merged' ? [first, { code: 'TUMERGE', name: 'Tumor Merged' }] : [first];
}

function resultValues({ code, name, value, reason }: TumorResult): SdtmRow {
  const text = value === null ? '' : String(value);
  const unit = typeof value === 'number' ? 'mm' : '';
  return {
    TRTESTCD: code,
    TRTEST: name,
    TRORRES: text,
    TRORRESU: unit,
    TRSTRESC: text,
    TRSTRESN: typeof value === 'number' ? text : '',
    TRSTRESU: unit,
    TRSTAT: value === null ? 'NOT DONE' : '',
    TRREASND: value === null ? reason : '',
  };
}

function check(sorted: readonly SignedRead[]): void {
  const visits = new Set<string>();
  sorted.forEach(read => {
    const name = `${read.studyId} ${read.subjectId} ${read.slot} ${read.timepoint.id}`;
    const visit = JSON.stringify([
      ...[read.studyId, read.subjectId, read.slot],
      read.timepoint.visitNum,
    ]);
    const isKnown = visits.has(visit);
    visits.add(visit);
    if (isKnown) {
      throw new ExportError(
        'CL_EXPORT_DUPLICATE_READ',
        name,
        `two reads for ${name}: expected one`
      );
    }
    const other = [read, ...(read.others ?? [])].find(
      ({ derived }) => derived.id !== read.timepoint.id
    );
    if (other) {
      throw new ExportError(
        'CL_EXPORT_DERIVED',
        name,
        `the result of ${other.derived.id} stands beside the read of ${name}`
      );
    }
    const open = read.document.lesions.find(lesion => lesion.state === 'toDo');
    if (open) {
      throw new ExportError('CL_EXPORT_UNREAD_LESION', name, `${open.id} of ${name} was not read`);
    }
  });
}

/** Visits by date: a lesion is identified where it was first seen, whatever the schedule numbers the visit. */
function byCourseAndVisit(a: SignedRead, b: SignedRead): number {
  return (
    byText(a.studyId, b.studyId) ||
    byText(a.subjectId, b.subjectId) ||
    byText(a.slot, b.slot) ||
    byText(a.examDate, b.examDate) ||
    a.timepoint.visitNum - b.timepoint.visitNum
  );
}

function byRoleAndId(a: Lesion, b: Lesion): number {
  return roles.indexOf(a.role) - roles.indexOf(b.role) || byText(a.id, b.id);
}

/** By code unit: the same on every machine, whatever its locale. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
