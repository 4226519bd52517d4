import { toCsv, type SignedRead } from '@corelab/exchange';

/** One row a timepoint whose reader gave another response than the calculated one. */
const columns = [
  ...['STUDYID', 'SUBJID', 'VISITNUM', 'VISIT', 'READER', 'CRITERION'],
  ...['CALCULATED', 'RESPONSE', 'REASON'],
] as const;

/** `reader-responses.csv`: each such response beside the calculated one, with its reason. No file where there is none. */
export const readerResponsesFile = (
  reads: readonly SignedRead[]
): { name: string; content: string }[] => {
  const lines = reads.flatMap(({ document, derived, ...read }) => {
    const { readerResponse: given } = document;
    if (given === undefined) return [];
    const { overall, calculated } = derived;
    if (overall === undefined || calculated === undefined)
      throw new Error(`no calculated response beside the reader's of ${read.timepoint.id}`);
    return [
      {
        ...{ STUDYID: read.studyId, SUBJID: read.subjectId, READER: read.readerRole },
        ...{ VISITNUM: String(read.timepoint.visitNum), VISIT: read.timepoint.id },
        ...{ CRITERION: given.criterion, CALCULATED: calculated, RESPONSE: overall },
        REASON: given.reason,
      },
    ];
  });
  return lines.length === 0
    ? []
    : [{ name: 'reader-responses.csv', content: toCsv(lines, columns) }];
};
