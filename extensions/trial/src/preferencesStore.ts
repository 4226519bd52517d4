import { toClientError, type ApiClient, type Preferences, type ThemeName } from '@corelab/client';

export interface PreferencesState {
  chosen: Preferences;
  saving: 'idle' | 'saving' | 'saved';
  /** Why the last choice was not saved. */
  error: string | null;
}

export interface PreferencesPorts {
  api: Pick<ApiClient, 'savePreferences'>;
  wearTheme(theme: ThemeName): void;
  /** The host fixes its labels at start: another language needs the page anew. */
  reload(): void;
}

/** What this account chose for its screen. A choice takes effect when the server has it, and is taken back when it refuses. */
export class PreferencesStore {
  readonly #ports: PreferencesPorts;
  readonly #listeners = new Set<() => void>();
  #state: PreferencesState;

  constructor(ports: PreferencesPorts, chosen: Preferences) {
    this.#ports = ports;
    this.#state = { chosen, saving: 'idle', error: null };
  }

  readonly getState = (): PreferencesState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  async choose(change: Partial<Preferences>): Promise<void> {
    const before = this.#state.chosen;
    const chosen = { ...before, ...change };
    if (this.#state.saving === 'saving') {
      return;
    }
    if (chosen.language === before.language && chosen.theme === before.theme) {
      return;
    }
    this.#set({ chosen, saving: 'saving', error: null });
    try {
      await this.#ports.api.savePreferences(chosen);
    } catch (reason) {
      this.#set({ chosen: before, saving: 'idle', error: toClientError(reason).message });
      return;
    }
    this.#set({ chosen, saving: 'saved', error: null });
    this.#ports.wearTheme(chosen.theme);
    if (chosen.language !== before.language) {
      this.#ports.reload();
    }
  }

  #set(state: PreferencesState): void {
    this.#state = state;
    this.#listeners.forEach(listener => listener());
  }
}
