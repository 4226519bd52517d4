import type { Page } from 'playwright-core';

export interface PageAnswer {
  /** Path of the address. */
  readonly url: string;
  readonly body: string;
}

/** Keeps every text that a page is answered; what it returns waits for what is still read and gives all. */
export function keepAnswers(page: Page): () => Promise<readonly PageAnswer[]> {
  const reading: Promise<PageAnswer>[] = [];
  page.on('response', response => {
    const type = response.headers()['content-type'] ?? '';
    const redirects = response.status() >= 300 && response.status() < 400;
    if (redirects || !/json|html|text\/plain/.test(type)) return;
    const url = new URL(response.url()).pathname;
    reading.push(
      response.text().then(
        body => ({ url, body }),
        reason => ({ url, body: `unread: ${String(reason)}` })
      )
    );
  });
  return () => Promise.all(reading);
}
