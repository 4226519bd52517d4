import type { ReactElement } from 'react';

export type IconName =
  | 'toDo'
  | 'drawing'
  | 'done'
  | 'notEvaluable'
  | 'blocked'
  | 'disappeared'
  | 'tooSmall'
  | 'merged'
  | 'split'
  | 'progressed'
  | 'equivocal'
  | 'unequivocal'
  | 'gone'
  | 'locked'
  | 'paused'
  | 'warning'
  | 'note'
  | 'offline'
  | 'saved'
  | 'saving';

/** Colour token each shape carries; the shape alone tells the states apart. */
const tokens: Record<IconName, string> = {
  toDo: 'attention',
  drawing: 'info',
  done: 'ok',
  notEvaluable: 'quiet',
  blocked: 'stop',
  disappeared: 'ok',
  tooSmall: 'ok',
  merged: 'quiet',
  split: 'ok',
  progressed: 'attention',
  equivocal: 'new',
  unequivocal: 'new',
  gone: 'quiet',
  locked: 'quiet',
  paused: 'attention',
  warning: 'attention',
  note: 'info',
  offline: 'attention',
  saved: 'ok',
  saving: 'info',
};

const circle = (
  <circle
    cx="8"
    cy="8"
    r="6"
  />
);
const square = (
  <rect
    x="2.5"
    y="2.5"
    width="11"
    height="11"
    rx="1.5"
  />
);
const triangle = <path d="M8 2 14.5 13.5H1.5Z" />;

const shapes: Record<IconName, ReactElement> = {
  toDo: circle,
  drawing: (
    <circle
      cx="8"
      cy="8"
      r="6"
      strokeDasharray="2.5 2"
    />
  ),
  done: (
    <>
      {circle}
      <path d="m5 8.2 2.1 2.2L11 6" />
    </>
  ),
  notEvaluable: (
    <>
      {circle}
      <path d="m4 12 8-8" />
    </>
  ),
  blocked: (
    <>
      {triangle}
      <path d="M8 6.2v3.6M8 11.4v.6" />
    </>
  ),
  disappeared: (
    <>
      {circle}
      <path d="M5 8h6" />
    </>
  ),
  tooSmall: (
    <>
      {circle}
      <circle
        cx="8"
        cy="8"
        r="1.2"
        fill="currentColor"
      />
    </>
  ),
  merged: <path d="M3 3l5 5 5-5M8 8v6" />,
  split: <path d="M8 2v5L3 13M8 7l5 6" />,
  progressed: <path d="M8 14V3M3.5 7.5 8 3l4.5 4.5" />,
  equivocal: (
    <>
      {square}
      <path
        d="M2.5 4a1.5 1.5 0 0 1 1.5-1.5h4v11H4A1.5 1.5 0 0 1 2.5 12Z"
        fill="currentColor"
      />
    </>
  ),
  unequivocal: (
    <rect
      x="2.5"
      y="2.5"
      width="11"
      height="11"
      rx="1.5"
      fill="currentColor"
    />
  ),
  gone: square,
  locked: (
    <>
      <rect
        x="3"
        y="7"
        width="10"
        height="7"
        rx="1.5"
      />
      <path d="M5 7V5a3 3 0 0 1 6 0v2" />
    </>
  ),
  paused: (
    <>
      {circle}
      <path d="M6.4 5.6v4.8M9.6 5.6v4.8" />
    </>
  ),
  warning: (
    <>
      {triangle}
      <path d="M8 6.2v3.6M8 11.4v.6" />
    </>
  ),
  note: (
    <>
      {circle}
      <path d="M8 7.4v3.8M8 4.8v.6" />
    </>
  ),
  offline: (
    <path d="M4.5 12.5h7a2.8 2.8 0 0 0 .4-5.6A4 4 0 0 0 4.2 8 2.3 2.3 0 0 0 4.5 12.5ZM2 2l12 12" />
  ),
  saved: (
    <>
      {circle}
      <path d="m5 8.2 2.1 2.2L11 6" />
    </>
  ),
  saving: (
    <circle
      cx="8"
      cy="8"
      r="6"
      strokeDasharray="2.5 2"
    />
  ),
};

/** A 16 px sign. `name` for screen readers; without it the sign is decoration beside its word. */
export function StateIcon({ icon, name }: { icon: IconName; name?: string }) {
  const label = name === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name };
  return (
    <svg
      {...label}
      className={`cl-icon cl-${tokens[icon]}`}
      data-icon={icon}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {shapes[icon]}
    </svg>
  );
}
