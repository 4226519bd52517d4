import type { Session } from '@corelab/client';
import { PaneMenu, text } from '@corelab/ui';
import { roleName } from './roleName.js';

export interface HatMenuProps {
  session: Session;
  /** The person wants to work as something else they are. */
  onChange(hat: string): void;
}

/** Who works here and as what; who is several things chooses another one here, by mouse or keys. */
export function HatMenu({ session: { name, hat, hats }, onChange }: HatMenuProps) {
  if (hat === null) return <span data-hat>{name}</span>;
  if (hats.length < 2) {
    return <span data-hat>{text('room.hat', { name, role: roleName(hat) })}</span>;
  }
  return (
    <span
      className="cl-hat"
      data-hat
    >
      <span>{name}</span>
      <PaneMenu
        name={text('room.hatMenu')}
        options={hats.map(value => ({ value, label: roleName(value) }))}
        value={hat}
        onChoose={chosen => {
          if (chosen !== hat) onChange(chosen);
        }}
      />
    </span>
  );
}
