/** What shows several reads of a subject at once, under names of its own: by its table. */
export type ShownTogether = 'adjudication' | 'global_read' | 'consensus';

/** Where the list of its reads is, and whose subject code and date shift it has. */
export const tablesOf: Readonly<
  Record<
    ShownTogether,
    {
      readonly reads: 'adjudication_read' | 'global_read_read' | 'consensus_read';
      readonly key: 'adjudication_id' | 'global_read_id' | 'consensus_id';
      readonly named: { readonly table: 'course' | 'consensus'; readonly by: 'course_id' | 'id' };
    }
  >
> = {
  adjudication: {
    reads: 'adjudication_read',
    key: 'adjudication_id',
    named: { table: 'course', by: 'course_id' },
  },
  global_read: {
    reads: 'global_read_read',
    key: 'global_read_id',
    named: { table: 'course', by: 'course_id' },
  },
  consensus: {
    reads: 'consensus_read',
    key: 'consensus_id',
    named: { table: 'consensus', by: 'id' },
  },
};
