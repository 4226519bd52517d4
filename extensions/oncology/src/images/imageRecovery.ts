import type { Schedule } from '@corelab/client';
import type { ImageLoads, StackViewport, Subscription } from '@corelab/host';

/**
 * Why images do not come: the archive behind the server does not answer, the server itself does not, or an image can
 * not be had although both do.
 */
export type ImageTrouble = 'archive' | 'server' | 'image';

export interface RecoveryPorts {
  loads: ImageLoads;
  /** The viewports whose panes show images now. */
  shown(): readonly StackViewport[];
  schedule: Schedule;
  /** Told at every change; null when images come again. */
  onTrouble(trouble: ImageTrouble | null): void;
}

/** Seconds between attempts. */
export const recoverySeconds = 5;

/** Statuses behind which an image may come later; 401 is the session's own affair and ends with a login. */
const troubleOf = (status: number | null): ImageTrouble | 'login' => {
  if (status === 503 || status === 504) return 'archive';
  if (status === 401) return 'login';
  return status === 0 ? 'server' : 'image';
};

/**
 * Brings back images that failed to load: the host drops a failed image and asks again only when its slice is left and
 * entered. As long as something is missing, what the panes show is loaded again every few seconds; where they lack
 * nothing, one other image is, and then the host's own loading goes on.
 */
export class ImageRecovery {
  readonly #ports: RecoveryPorts;
  readonly #missing = new Map<string, ImageTrouble | 'login'>();
  #subscription: Subscription | null = null;
  #cancel: (() => void) | null = null;
  #told: ImageTrouble | null = null;

  constructor(ports: RecoveryPorts) {
    this.#ports = ports;
  }

  start(): void {
    this.#subscription = this.#ports.loads.follow({
      failed: (imageId, status) => {
        this.#missing.set(imageId, troubleOf(status));
        this.#tell();
        this.#plan();
      },
      loaded: imageId => {
        this.#missing.delete(imageId);
        this.#tell();
      },
    });
  }

  stop(): void {
    this.#subscription?.unsubscribe();
    this.#subscription = null;
    this.#cancel?.();
    this.#cancel = null;
  }

  #plan(): void {
    if (this.#subscription === null || this.#cancel !== null) return;
    this.#cancel = this.#ports.schedule(() => {
      this.#cancel = null;
      void this.#attempt();
    }, recoverySeconds * 1000);
  }

  /** Panes whose current image is missing. */
  #lacking(): StackViewport[] {
    return this.#ports
      .shown()
      .filter(viewport => this.#missing.has(viewport.getCurrentImageId() ?? ''));
  }

  /** Missing images that may come later. */
  #expected(): string[] {
    return [...this.#missing].flatMap(([imageId, kind]) => (kind === 'image' ? [] : [imageId]));
  }

  async #attempt(): Promise<void> {
    const { loads } = this.#ports;
    const panes = this.#lacking();
    const [other] = this.#expected();
    if (panes.length > 0) {
      await Promise.all(panes.map(viewport => loads.reload(viewport)));
    } else if (other !== undefined) {
      // A failure is heard by the listener above, like any other.
      const came = await loads.load(other).then(
        () => true,
        () => false
      );
      if (came) this.#expected().forEach(imageId => this.#missing.delete(imageId));
    }
    this.#tell();
    if (this.#lacking().length > 0 || this.#expected().length > 0) this.#plan();
  }

  #tell(): void {
    const kinds = new Set(this.#missing.values());
    const waiting = (['archive', 'server'] as const).find(kind => kinds.has(kind));
    const lacking = kinds.has('image') && this.#lacking().length > 0;
    const trouble = waiting ?? (lacking ? 'image' : null);
    if (trouble === this.#told) return;
    this.#told = trouble;
    this.#ports.onTrouble(trouble);
  }
}
