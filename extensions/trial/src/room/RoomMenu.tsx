import { text } from '@corelab/ui';
import { aboutDialog, preferencesDialog, secondFactorDialog, showDialog } from '../hostDialogs.js';

/** What every page has at its right end: preferences, about, leaving. */
export function RoomMenu({ onLogout }: { onLogout(): void }) {
  return (
    <>
      <button
        type="button"
        className="cl-button cl-button-quiet"
        data-button="preferences"
        onClick={() => showDialog(preferencesDialog)}
      >
        {text('preferences.menu')}
      </button>
      <button
        type="button"
        className="cl-button cl-button-quiet"
        data-button="second-factor"
        onClick={() => showDialog(secondFactorDialog)}
      >
        {text('secondFactor.menu')}
      </button>
      <button
        type="button"
        className="cl-button cl-button-quiet"
        data-button="about"
        onClick={() => showDialog(aboutDialog)}
      >
        {text('about.menu')}
      </button>
      <button
        type="button"
        className="cl-button"
        data-button="logout"
        onClick={onLogout}
      >
        {text('list.logout')}
      </button>
    </>
  );
}
