/** A signed-in officer over the wire a browser speaks: OpenID Connect sign-in, one cookie, JSON. */
export class Session {
  private readonly cookies = new Map<string, string>();
  private readonly api: string;
  readonly officerId: string;
  private constructor(api: string, officerId: string) { this.api = api; this.officerId = officerId; }

  /** Signs in as an officer through the development identity provider's page. Throws where either end refuses. */
  static async signIn(api: string, officerId: string): Promise<Session> {
    const session = new Session(api, officerId);
    const page = await session.follow(`${api}/auth/login?returnTo=/healthz`);
    const answer = await session.send(page.url, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ officer: officerId }) });
    const end = await session.follow(new URL(answer.headers.get('location') ?? '', page.url).href);
    if (end.response.status !== 200) throw new Error(`Signing in as ${officerId} ended with ${end.response.status}`);
    return session;
  }

  private jar(url: string): string { return [...this.cookies].filter(([key]) => key.startsWith(`${new URL(url).host} `)).map(([key, value]) => `${key.split(' ')[1]}=${value}`).join('; '); }

  private async send(url: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...(init.headers as Record<string, string> | undefined), cookie: this.jar(url) } });
    for (const line of response.headers.getSetCookie()) {
      const [pair] = line.split(';');
      const at = pair!.indexOf('=');
      this.cookies.set(`${new URL(url).host} ${pair!.slice(0, at)}`, pair!.slice(at + 1));
    }
    return response;
  }

  private async follow(url: string): Promise<{ url: string; response: Response }> {
    let at = url;
    for (let hops = 0; hops < 10; hops += 1) {
      const response = await this.send(at);
      const location = response.headers.get('location');
      if (!location || response.status < 300 || response.status >= 400) return { url: at, response };
      await response.arrayBuffer(); // the server may still be at work until the last byte
      at = new URL(location, at).href;
    }
    throw new Error(`Too many redirects from ${url}`);
  }

  async get<T>(path: string, headers: Readonly<Record<string, string>> = {}): Promise<{ status: number; body: T }> {
    const response = await this.send(`${this.api}${path}`, { headers });
    return { status: response.status, body: (await response.json()) as T };
  }

  /** Opens a stream of server-sent events; `leave` closes it, `leaving` already while it opens. */
  async stream(path: string, leaving = new AbortController()): Promise<{ body: AsyncIterable<Uint8Array>; leave: () => void }> {
    const { body } = await this.send(`${this.api}${path}`, { signal: leaving.signal });
    return { body: body as unknown as AsyncIterable<Uint8Array>, leave: () => { leaving.abort(); } };
  }

  /** Posts a body just as it is given; answers the status and the problem's code. */
  async raw(path: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<[number, string | undefined]> {
    const response = await this.send(`${this.api}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
    return [response.status, ((await response.json()) as { code?: string }).code];
  }

  async post<T>(path: string, body: unknown): Promise<{ status: number; body: T }> {
    const response = await this.send(`${this.api}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as T };
  }
}
