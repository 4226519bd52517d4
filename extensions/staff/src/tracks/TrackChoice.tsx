import { text, trackText } from '@corelab/ui';
import { SelectInput } from '../parts/SelectInput.js';

export interface TrackChoiceProps {
  tracks: readonly { readonly track: string; readonly kind: string }[];
  value: string;
  onChange(track: string): void;
}

/** Which track a page is about; nothing where there is one. */
export function TrackChoice({ tracks, value, onChange }: TrackChoiceProps) {
  if (tracks.length < 2) return null;
  return (
    <span>
      <SelectInput
        label={text('track.choice')}
        value={value}
        options={tracks.map(({ track, kind }) => [track, trackText({ id: track, kind })] as const)}
        onChange={onChange}
      />
    </span>
  );
}
