import { roleName } from '@corelab/extension-trial';
import { text } from '@corelab/ui';
import { instantText } from '../parts/instantText.js';
import { SideSheet } from '../parts/SideSheet.js';
import { qualificationName } from '../progress/progressWords.js';
import type { GrantAccess, PersonAccess } from './accessCalls.js';

function GrantEntry({ grant }: { grant: GrantAccess }) {
  const { role, sites, trial, grantedAt, grantedBy, reason, endedAt, endedBy, endReason } = grant;
  return (
    <li className="cl-entry">
      <span className={endedAt === null ? 'cl-medium' : 'cl-second'}>
        {trial}: {roleName(role)}
        {sites.length === 0 ? '' : ` (${sites.join(', ')})`}
      </span>
      <span className="cl-second">
        {grantedBy === null
          ? text('people.grantedPlain', { date: instantText(grantedAt) })
          : text('people.granted', {
              ...{ date: instantText(grantedAt), by: grantedBy, reason: reason ?? '' },
            })}
      </span>
      {endedAt === null ? null : (
        <span className="cl-second">
          {text('people.ended', {
            ...{ date: instantText(endedAt), by: endedBy ?? '', reason: endReason ?? '' },
          })}
        </span>
      )}
    </li>
  );
}

/** All that one person may do, and how they get in. */
export function AccessSheet({ person, onClose }: { person: PersonAccess; onClose(): void }) {
  const { administrator, tokens, qualifications } = person;
  const never = text('access.never');
  const date = (instant: string | null): string =>
    instant === null ? never : instantText(instant);
  return (
    <SideSheet
      title={`${person.name} (${person.user})`}
      onClose={onClose}
    >
      <p>
        {text('access.account', {
          ...{ date: date(person.createdAt), login: date(person.lastLoginAt) },
        })}
      </p>
      {person.active ? null : <p>{text('access.closed', { date: date(person.closedAt) })}</p>}
      <p className="cl-second">
        {text('people.secondFactor')}:{' '}
        {text(person.secondFactor ? 'people.secondFactorOn' : 'people.secondFactorOff')}
      </p>
      {administrator === null ? null : (
        <p>
          {administrator.by === null
            ? text('access.administratorPlain', { date: date(administrator.since) })
            : text('access.administrator', {
                ...{ date: date(administrator.since), by: administrator.by },
              })}
        </p>
      )}
      <ul className="cl-list cl-form">
        {person.grants.map(grant => (
          <GrantEntry
            key={`${grant.trial} ${grant.role} ${grant.grantedAt}`}
            grant={grant}
          />
        ))}
      </ul>
      {tokens.length === 0 ? null : (
        <section className="cl-form cl-record">
          <h3 className="cl-caption">{text('access.tokensTitle')}</h3>
          <ul className="cl-list cl-form">
            {tokens.map(token => (
              <li key={`${token.name} ${token.createdAt}`}>
                {text('access.token', {
                  ...{ name: token.name, date: date(token.createdAt) },
                  used: date(token.lastUsedAt),
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {qualifications.length === 0 ? null : (
        <section className="cl-form cl-record">
          <h3 className="cl-caption">{text('people.qualifications')}</h3>
          <ul className="cl-list cl-form">
            {qualifications.map(one => {
              const facts = { kind: qualificationName(one.kind), trial: one.trial, date: one.date };
              return (
                <li key={`${one.trial} ${one.kind} ${one.date} ${one.charterVersion}`}>
                  {one.expiry === null
                    ? text('access.qualification', facts)
                    : text('access.qualificationUntil', { ...facts, expiry: one.expiry })}
                  {one.standing === 'holds' ? null : (
                    <span className="cl-attention">
                      {' '}
                      {text(one.standing === 'lapsed' ? 'access.lapsed' : 'access.lapses')}
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </SideSheet>
  );
}
