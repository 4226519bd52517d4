import type { ReactElement } from 'react';
import { text, type TextKey } from '@corelab/ui';
import { useRoom } from '../frame/room.js';
import { TabBar } from '../parts/TabBar.js';
import {
  auditAddress,
  chainsOf,
  noFilter,
  placeOf,
  tabsOf,
  type AuditPlace,
  type Tab,
} from './auditPlace.js';
import { chainName } from './auditWords.js';
import { EntriesPart } from './EntriesPart.js';
import { LifePart } from './LifePart.js';
import { ReviewsPart } from './ReviewsPart.js';
import { VerificationPart } from './VerificationPart.js';

const tabNames: Readonly<Record<Tab, TextKey>> = {
  entries: 'audit.tab.entries',
  life: 'audit.tab.life',
  verification: 'audit.tab.verification',
  reviews: 'audit.tab.reviews',
};

export interface PartProps {
  place: AuditPlace;
  /** Another place of the page. */
  onGo(to: Partial<AuditPlace>): void;
}

const parts: Readonly<Record<Tab, (props: PartProps) => ReactElement>> = {
  entries: EntriesPart,
  life: LifePart,
  verification: VerificationPart,
  reviews: ReviewsPart,
};

/** The record of a trial or of the installation: entries, a read's life, its verification, reviews of it. */
export function AuditPage() {
  const room = useRoom();
  const { trial, go } = room;
  const place = placeOf(room);
  const { chain, tab } = place;
  const chains = chainsOf(room);
  const onGo = (to: Partial<AuditPlace>): void =>
    go(auditAddress(trial?.id ?? null, { ...place, ...to }));
  const Part = parts[tab];
  return (
    <div className="cl-qc cl-audit">
      {chains.length < 2 ? null : (
        <div className="cl-tools cl-audit-chain">
          <label className="cl-row">
            <span className="cl-label">{text('audit.chain')}</span>
            <select
              className="cl-select"
              value={chain}
              onChange={event =>
                onGo({ chain: event.target.value, tab: 'entries', open: null, filter: noFilter })
              }
            >
              {chains.map(one => (
                <option
                  key={one}
                  value={one}
                >
                  {chainName(one)}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      <TabBar
        name={text('audit.tabs', { chain: chainName(chain) })}
        tabs={tabsOf(chain).map(id => ({ id, label: text(tabNames[id]) }))}
        at={tab}
        onGo={to => onGo({ tab: to, open: null, filter: noFilter })}
      >
        <Part
          key={`${chain} ${tab}`}
          place={place}
          onGo={onGo}
        />
      </TabBar>
    </div>
  );
}
