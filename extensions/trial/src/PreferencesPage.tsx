import { useId, useSyncExternalStore } from 'react';
import type { Preferences, ThemeName } from '@corelab/client';
import { KeyGuard, offeredKeys, text } from '@corelab/ui';
import type { PreferencesStore } from './preferencesStore.js';

const languages: readonly Preferences['language'][] = ['en', 'de'];
const themes: readonly ThemeName[] = [
  'default',
  'orchid',
  'arctic',
  'verdant',
  'midnight',
  'slate',
  'deep',
];

interface ChoiceProps<T extends string> {
  title: string;
  values: readonly T[];
  chosen: T;
  nameOf(value: T): string;
  onChoose(value: T): void;
}

function Choice<T extends string>({ title, values, chosen, nameOf, onChoose }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className="cl-settings-group">
      <legend className="cl-heading">{title}</legend>
      <div className="cl-settings-choices">
        {values.map(value => (
          <label
            key={value}
            className="cl-choice"
          >
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            {nameOf(value)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Keys() {
  return (
    <section className="cl-settings-group">
      <h2 className="cl-heading">{text('preferences.keys')}</h2>
      {offeredKeys().map(({ title, lines }) => (
        <section key={title}>
          <h3 className="cl-caption">{title}</h3>
          <dl className="cl-settings-keys">
            {lines.map(({ keys, label }) => (
              <div key={`${keys}-${label}`}>
                <dt>
                  <kbd className="cl-key">{keys}</kbd>
                </dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </section>
  );
}

/** Language and colours of this account, and the list of keys. */
export function PreferencesPage({ store }: { store: PreferencesStore }) {
  const { chosen, saving, error } = useSyncExternalStore(store.subscribe, store.getState);
  return (
    <KeyGuard className="cl-settings">
      <Choice
        title={text('preferences.language')}
        values={languages}
        chosen={chosen.language}
        nameOf={language => text(`preferences.${language}`)}
        onChoose={language => void store.choose({ language })}
      />
      <p className="cl-second">{text('preferences.languageHint')}</p>
      <Choice
        title={text('preferences.theme')}
        values={themes}
        chosen={chosen.theme}
        nameOf={theme => text(`theme.${theme}`)}
        onChoose={theme => void store.choose({ theme })}
      />
      {error === null ? (
        <p
          role="status"
          className="cl-second cl-settings-state"
        >
          {saving === 'idle' ? null : text(`preferences.${saving}`)}
        </p>
      ) : (
        <p
          role="alert"
          className="cl-stop"
        >
          {text('preferences.failed', { message: error })}
        </p>
      )}
      <Keys />
    </KeyGuard>
  );
}
