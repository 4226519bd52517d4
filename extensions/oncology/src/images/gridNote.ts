import { panesOf, type HostServices, type Publisher, type Subscription } from '@corelab/host';
import type { ReadContext } from '@corelab/client';
import { text } from '@corelab/ui';

/** The place of the host's grid; the grid itself is not there before it has panes. */
const gridSelector = '[data-panel-id="viewerLayoutResizableViewportGridPanel"] > * > *';

/** What stands where images would: why there are none, or that they are on their way. */
function noteText({ studies, timepoint }: Pick<ReadContext, 'studies' | 'timepoint'>): string {
  const some = studies.some(({ series }) => series.length > 0);
  return text(some ? 'images.loading' : 'images.nothingHere', { timepoint });
}

/**
 * Keeps a sentence in the place of the host's viewport grid as long as no pane shows images: an empty grid is black and silent.
 * Returns what ends it.
 */
export function startGridNote(
  services: HostServices,
  context: Pick<ReadContext, 'studies' | 'timepoint'>,
  later: (task: () => void) => void
): () => void {
  const note = document.createElement('div');
  note.className = 'cl-root cl-grid-note';
  note.setAttribute('role', 'status');
  note.dataset['gridNote'] = '';
  note.textContent = noteText(context);
  let ended = false;
  const update = (): void => {
    if (ended) return;
    if (panesOf(services).length > 0) note.remove();
    else if (!note.isConnected) document.querySelector(gridSelector)?.append(note);
  };
  const on = (service: Publisher, name: string): Subscription[] => {
    const event = service.EVENTS[name];
    return event === undefined ? [] : [service.subscribe(event, () => later(update))];
  };
  const subscriptions = [
    ...on(services.viewportGridService, 'VIEWPORTS_READY'),
    ...on(services.viewportGridService, 'GRID_STATE_CHANGED'),
    ...on(services.cornerstoneViewportService, 'VIEWPORT_DATA_CHANGED'),
  ];
  update();
  return () => {
    ended = true;
    subscriptions.forEach(subscription => subscription.unsubscribe());
    note.remove();
  };
}
