import { useEffect } from 'react';
import { goToAddress } from '@corelab/host';
import { text } from '@corelab/ui';

/** A page that is not there, or not for this person: the two look alike. */
export function NotFound() {
  useEffect(() => {
    document.title = text('room.notFound');
  }, []);
  return (
    <main className="cl-not-found">
      <h1 className="cl-big">{text('room.notFound')}</h1>
      <p>{text('room.notFoundHint')}</p>
      <p>
        <button
          type="button"
          className="cl-button"
          onClick={() => goToAddress('/')}
        >
          {text('room.home')}
        </button>
      </p>
    </main>
  );
}
