/** A browser as far as redirections and cookies go: each answer's cookies are kept for its origin. */
export class CookieJar {
  readonly #kept = new Map<string, Map<string, string>>();
  /** `Set-Cookie` headers as they came. */
  readonly set: string[] = [];

  cookieOf(origin: string): string {
    return [...(this.#kept.get(origin) ?? [])]
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
  }

  forget(origin: string): void {
    this.#kept.delete(origin);
  }

  async get(url: string): Promise<Response> {
    const { origin } = new URL(url);
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: this.cookieOf(origin) },
    });
    for (const header of response.headers.getSetCookie()) {
      this.set.push(header);
      const [pair = ''] = header.split(';');
      const at = pair.indexOf('=');
      const cookies = this.#kept.get(origin) ?? new Map<string, string>();
      if (pair.slice(at + 1) === '') cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
      this.#kept.set(origin, cookies);
    }
    return response;
  }

  /** The first answer that sends nobody on, or one at an address that `ends` takes, not asked. */
  async follow(
    url: string,
    ends: (url: string) => boolean = () => false
  ): Promise<{ url: string; response: Response | null }> {
    let at = url;
    for (let hops = 0; hops < 20; hops += 1) {
      if (ends(at)) return { url: at, response: null };
      const response = await this.get(at);
      const location = response.headers.get('location');
      if (location === null) return { url: at, response };
      at = new URL(location, at).href;
    }
    throw new Error(`${url} sends on and on`);
  }
}
