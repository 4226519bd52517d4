import { Field, text } from '@corelab/ui';
import type { CaseSnapshot } from '../case/caseSnapshot.js';
import type { CaseStore } from '../case/caseStore.js';
import { giveReason, giveResponse, ownResponse } from '../lesions/ownResponse.js';
import { heldWords } from '../typed/heldWords.js';
import { Act } from './Act.js';

interface OwnProps {
  store: CaseStore;
  snapshot: CaseSnapshot;
}

/** The reader's response where the charter lets it differ from the calculated one, with its reason. */
export function OwnResponseLine({ store, snapshot }: OwnProps) {
  const own = ownResponse(store.context, snapshot);
  if (own === null) {
    return null;
  }
  const { calculated, given, others } = own;
  if (store.locked) {
    return given === null ? null : (
      <section
        className="cl-section"
        aria-label={text('response.own')}
        data-own-response={given.value}
      >
        <p className="cl-row cl-wrap">
          <span className="cl-caption">{text('response.own')}</span>
          <b className="cl-big">{given.value}</b>
          <span className="cl-second">
            {text('response.ownInsteadOf', { calculated: given.inPlaceOf })}
          </span>
        </p>
        <p className="cl-second">{given.reason}</p>
      </section>
    );
  }
  const held = store.texts.at('response');
  const take = (typed: string): void => {
    const words = typed.trim();
    if (given === null || words === given.reason) store.texts.drop('response');
    else giveReason(store, given, words);
  };
  const isStale = given !== null && calculated !== null && given.inPlaceOf !== calculated;
  const value = given?.value ?? calculated ?? '';
  return (
    <section
      className="cl-section"
      aria-label={text('response.own')}
      data-own-response={given?.value ?? ''}
    >
      <label className="cl-row">
        <span className="cl-caption">{text('response.own')}</span>
        <select
          className="cl-input cl-grow"
          value={value}
          onChange={({ target }) => giveResponse(store, own, target.value)}
        >
          {calculated === null ? (
            <option value="">{text('response.ownTakeBack')}</option>
          ) : (
            <option value={calculated}>{text('response.ownSame', { value: calculated })}</option>
          )}
          {given !== null && !others.includes(given.value) && given.value !== calculated ? (
            <option value={given.value}>{given.value}</option>
          ) : null}
          {others.map(code => (
            <option
              key={code}
              value={code}
            >
              {code}
            </option>
          ))}
        </select>
      </label>
      {given === null ? null : (
        <Field
          label={text('response.ownReason', {
            ...{ value: given.value, calculated: given.inPlaceOf },
          })}
          value={held?.text ?? given.reason}
          multiline
          maxLength={1000}
          held={heldWords(held, {
            insist: () => store.texts.insist('response'),
            drop: () => store.texts.drop('response'),
            take,
          })}
          onCommit={take}
        />
      )}
      {isStale ? (
        <div className="cl-row cl-wrap">
          <p className="cl-grow cl-stop">
            {text('response.ownStale', { calculated, value: given.value, before: given.inPlaceOf })}
          </p>
          {given.value === calculated ? null : (
            <Act
              name="keep-response"
              label={text('response.ownKeep', { value: given.value })}
              onPress={() => giveResponse(store, own, given.value)}
            />
          )}
          <Act
            name="drop-response"
            label={text('response.ownSame', { value: calculated })}
            onPress={() => giveResponse(store, own, calculated)}
          />
        </div>
      ) : null}
    </section>
  );
}
