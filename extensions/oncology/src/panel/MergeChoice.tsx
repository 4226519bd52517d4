import type { Lesion } from '@corelab/reads';
import { ChoiceList, text } from '@corelab/ui';
import type { CaseSnapshot } from '../case/caseSnapshot.js';
import type { CaseStore } from '../case/caseStore.js';
import { stateWord } from '../lesions/lesionValues.js';
import { mergePartners, mergeSelected } from '../lesions/linkActs.js';
import { locationName } from '../lesions/locationNames.js';

/** "Merge T03 into which lesion?": rows chosen with `w` and `s`, taken with Enter or a click. */
export function MergeChoice(props: { store: CaseStore; snapshot: CaseSnapshot; lesion: Lesion }) {
  const { store, snapshot, lesion } = props;
  return (
    <ChoiceList
      label={text('merge.title', { lesion: lesion.id })}
      hint={text('merge.hint')}
      chosen={snapshot.partner}
      options={mergePartners(snapshot.document, lesion).map(partner => ({
        value: partner.trackingUid,
        label: text('merge.option', {
          lesion: partner.id,
          location: locationName(partner.location, partner.laterality),
          state: stateWord(partner),
        }),
      }))}
      onTake={value => mergeSelected(store, value)}
    />
  );
}
