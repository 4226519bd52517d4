import { createElement } from 'react';
import { openPanelWindow, OwnWindow } from '@corelab/host';
import { text } from '@corelab/ui';

/** The case panel's own window, kept from case to case. */
export const caseWindow = new OwnWindow({
  page: window,
  open: openPanelWindow,
  empty: () => createElement('p', { className: 'cl-section' }, text('window.empty')),
});
