import {
  bringImages,
  caseAddress,
  ClientError,
  nextCase,
  type ApiClient,
  type Fetch,
  type ListedCaseApi,
} from '@corelab/client';

/** What is known of a case that may be signed. */
export interface SignableCase {
  /** Its line in the reading list. */
  readonly readId: string;
  getSnapshot(): { signature: object | null };
  subscribe(listener: () => void): () => void;
}

export interface NextCasePorts {
  api: Pick<ApiClient, 'reads'> & ListedCaseApi;
  fetch: Fetch;
  navigate(url: string): void;
  /** Takes a defect that nobody waits for. */
  report(reason: unknown): void;
}

/** Opens the reader's next due case, or the list when nothing is due. */
export async function goToNextCase(ports: NextCasePorts, readId: string): Promise<void> {
  ports.navigate((await nextCase(ports.api, readId))?.address ?? '/');
}

/** Opens another read of the same reader, as of another timepoint that is read together with this one. */
export async function goToTimepoint(
  ports: { readonly api: Pick<ApiClient, 'images'> } & Pick<NextCasePorts, 'navigate'>,
  readId: string
): Promise<void> {
  const images = await ports.api.images(readId);
  ports.navigate(caseAddress(images.mode, images));
}

/**
 * Once the case is signed, brings the next case's first images into the browser's cache. The returned function stops
 * waiting for the signature.
 */
export function prepareNextCase(ports: NextCasePorts, open: SignableCase): () => void {
  let prepared = false;
  const prepare = async (): Promise<void> => {
    const next = await nextCase(ports.api, open.readId);
    if (next !== null) await bringImages(ports.fetch, next.images);
  };
  const look = (): void => {
    if (prepared || open.getSnapshot().signature === null) return;
    prepared = true;
    prepare().catch((reason: unknown) => {
      // What the server or the network refuses ahead is asked for when the case is opened, and reported there.
      if (!(reason instanceof ClientError)) ports.report(reason);
    });
  };
  look();
  return open.subscribe(look);
}
