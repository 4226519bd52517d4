import type { ReactElement } from 'react';

export type ButtonIcon = 'undo' | 'redo' | 'dock' | 'undock' | 'flag';

const shapes: Readonly<Record<ButtonIcon, ReactElement>> = {
  undo: <path d="M6 3 2.5 6.5 6 10M3 6.5h6.5a4 4 0 0 1 0 8H7" />,
  redo: <path d="m10 3 3.5 3.5L10 10M13 6.5H6.5a4 4 0 0 0 0 8H9" />,
  undock: <path d="M13.5 9v4.5h-11v-11H7M9.5 2.5h4v4M13.5 2.5 7.5 8.5" />,
  flag: <path d="M3.5 14.5v-12M3.5 3h8.5l-2 3 2 3H3.5" />,
  dock: <path d="M2.5 2.5h11v11h-11zM9.5 2.5v11M7 6 4.5 8 7 10" />,
};

export interface IconButtonProps {
  icon: ButtonIcon;
  /** Its whole name, for the tooltip and for screen readers. */
  label: string;
  /** Written beside the name in the tooltip. */
  keys?: string;
  /** For tests. */
  name: string;
  disabled?: boolean;
  onPress(): void;
}

/** A button of 28 px that shows a shape instead of words where the line has no room for them. */
export function IconButton({ icon, label, keys, name, disabled, onPress }: IconButtonProps) {
  return (
    <button
      type="button"
      className="cl-button cl-button-quiet cl-icon-button"
      aria-label={label}
      title={keys === undefined ? label : `${label} (${keys})`}
      data-button={name}
      disabled={disabled === true}
      onClick={onPress}
    >
      <svg
        width="16"
        height="16"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        className="cl-icon"
      >
        {shapes[icon]}
      </svg>
    </button>
  );
}
