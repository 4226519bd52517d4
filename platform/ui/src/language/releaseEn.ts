/** English texts of the view of batches and data cuts on the progress page. */
export const releaseEn = {
  'release.next': 'To be released',
  'release.gathering':
    '{{gathered}} of {{size}} timepoints have gathered for the next batch. It goes to the readers by itself when there are {{size}}.',
  'release.untilCut_one': '{{count}} timepoint waits for the next data cut.',
  'release.untilCut_other': '{{count}} timepoints wait for the next data cut.',
  'release.byRule': 'The charter releases timepoints by rule: nobody has to do anything.',
  'release.nothingWaits': 'No timepoint waits to be released.',
  'release.waiting': 'Waiting timepoints',
  'release.subject': 'Subject',
  'release.timepoint': 'Timepoint',
  'release.more_one': 'and {{count}} more',
  'release.more_other': 'and {{count}} more',
  'release.beginBatch': 'Release before the batch is full',
  'release.beginCut': 'Declare a data cut',
  'release.name': 'Name of the data cut',
  'release.batchEffect_one':
    '{{count}} timepoint goes to its readers now, before the batch is full. It can not be taken back.',
  'release.batchEffect_other':
    '{{count}} timepoints go to their readers now, before the batch is full. It can not be taken back.',
  'release.cutEffect_one':
    '{{count}} timepoint goes to its readers; what comes later waits for the next data cut. It can not be taken back.',
  'release.cutEffect_other':
    '{{count}} timepoints go to their readers; what comes later waits for the next data cut. It can not be taken back.',
  'release.batchButton_one': 'Release {{count}} timepoint',
  'release.batchButton_other': 'Release {{count}} timepoints',
  'release.cutButton_one': 'Declare the data cut of {{count}} timepoint',
  'release.cutButton_other': 'Declare the data cut of {{count}} timepoints',
  'release.done_one': '{{count}} timepoint is released to the readers.',
  'release.done_other': '{{count}} timepoints are released to the readers.',
  'release.released': 'Released',
  'release.none': 'Nothing was released in a batch or data cut yet.',
  'release.what': 'Batch or data cut',
  'release.batch': 'Batch',
  'release.dataCut': 'Data cut {{name}}',
  'release.timepoints': 'Timepoints',
  'release.when': 'When',
  'release.by': 'By',
  'release.byItself': 'by itself, it was full',
  'release.reason': 'Reason',
  'release.entry': 'Audit entry',
};
