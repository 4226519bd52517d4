import type { ReactElement } from 'react';
import type { Session } from '@corelab/client';
import { goToAddress } from '@corelab/host';
import { text, type TextKey } from '@corelab/ui';
import { pagesOf, reads, type StaffPageId } from './staffPages.js';

type PlaceId = StaffPageId | 'list';

const shapes: Readonly<Record<PlaceId, ReactElement>> = {
  list: <path d="M3 4h14M3 10h14M3 16h9" />,
  trials: <path d="M5 2h7l4 4v12H5zM12 2v4h4M8 11h5M8 14h5" />,
  progress: <path d="M3 3h14v14H3zM3 8h14M8 3v14M12.5 3v14M3 12.5h14" />,
  results: <path d="M3 3h14v10H9l-4 4v-4H3zM6.5 8l2.5 2.5 4.5-5" />,
  intake: <path d="M3 11v6h14v-6M10 2v10M6 8l4 4 4-4" />,
  qc: <path d="M3 3h10v10H3zM6 8l2 2 3.5-4M13 13l4 4" />,
  facts: <path d="M4 3h12v14H4zM7 7h6M7 10h6M7 13h3M10 1v4" />,
  audit: <path d="M8.5 11.5l3-3M9 6l2-2a3.5 3.5 0 0 1 5 5l-2 2M11 14l-2 2a3.5 3.5 0 0 1-5-5l2-2" />,
  people: (
    <path d="M7.5 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 17c0-3 2.5-5 5.5-5s5.5 2 5.5 5M13.5 9a2.5 2.5 0 1 0 0-5M15 12.2c2 .6 3 2.4 3 4.8" />
  ),
};

interface Place {
  readonly id: PlaceId;
  readonly path: string;
  readonly title: TextKey;
}

export interface RoomRailProps {
  session: Session;
  /** The page that is open. */
  at: PlaceId;
}

/** The way between the pages of the room; nothing for who has one page alone. */
export function RoomRail({ session, at }: RoomRailProps) {
  const list: Place = { id: 'list', path: '/', title: 'list.title' };
  const places: Place[] = [...(reads(session) ? [list] : []), ...pagesOf(session)];
  if (places.length < 2) return null;
  return (
    <nav
      className="cl-rail"
      aria-label={text('room.pages')}
    >
      {places.map(({ id, path, title }) => (
        <a
          key={id}
          href={path}
          className="cl-rail-place"
          aria-current={id === at ? 'page' : undefined}
          onClick={event => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            goToAddress(path);
          }}
        >
          <svg
            className="cl-icon"
            width="20"
            height="20"
            viewBox="0 0 20 20"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinecap="round"
            strokeLinejoin="round"
            aria-hidden="true"
          >
            {shapes[id]}
          </svg>
          <span>{text(title)}</span>
        </a>
      ))}
    </nav>
  );
}
