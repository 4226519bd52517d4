/** What the host's layers that block the page look like while they are open. */
const openLayer = ['dialog', 'alertdialog', 'menu', 'listbox']
  .map(role => `[role=${role}][data-state=open]`)
  .join(',');

/**
 * Gives the page its pointer back after the host's menus and dialogs. A dialog opened from a menu that is still closing
 * takes the menu's block for the page's own state and restores it when it closes: nothing can be clicked any more.
 * @returns ends the watch
 */
export function freeBodyPointer(page: Document): () => void {
  const { body } = page;
  const free = (): void => {
    if (body.style.pointerEvents === 'none' && page.querySelector(openLayer) === null) {
      body.style.removeProperty('pointer-events');
    }
  };
  const watch = new MutationObserver(free);
  // Layers are direct children of the body; the block is written to its style.
  watch.observe(body, { attributes: true, attributeFilter: ['style'], childList: true });
  free();
  return () => watch.disconnect();
}
