/** The reader's open work in due order. */
export function ReadingListPage() {
  return <main aria-label="Reading list">Reading list</main>;
}
