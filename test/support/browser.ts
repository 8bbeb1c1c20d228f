/** How a browser answers: what `fetch` gives, and the cookies that were set. */
export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly setCookies: readonly string[];
}

interface Sending {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What the board sends with every request, beside what the browser itself says. */
export const OF_THE_BOARD = { 'x-tollgate-client': 'board', 'sec-fetch-site': 'same-origin' };

/** A browser with a jar of cookies by origin, that follows redirects only when it is told to. */
export class Browser {
  private readonly jars = new Map<string, Map<string, string>>();

  /** The header Cookie for an address, or for another one when the jar is to be carried elsewhere. */
  cookies(url: string): string {
    return [...this.jarOf(url)].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  cookie(url: string, name: string): string | null {
    return this.jarOf(url).get(name) ?? null;
  }

  setCookie(url: string, name: string, value: string): void {
    this.jarOf(url).set(name, value);
  }

  async send(url: string, { method = 'GET', headers = {}, body }: Sending = {}): Promise<Seen> {
    const cookie = this.cookies(url);
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: {
        ...(cookie === '' ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const setCookies = response.headers.getSetCookie();
    setCookies.forEach((line) => {
      this.keep(url, line);
    });
    return { status: response.status, headers: response.headers, text: await response.text(), setCookies };
  }

  /** As a script of the board sends it. */
  board(url: string, sending: Sending = {}): Promise<Seen> {
    const headers = { ...OF_THE_BOARD, origin: new URL(url).origin, ...sending.headers };
    return this.send(url, { ...sending, headers });
  }

  /** Follows redirects while they lead to addresses that begin like this; gives the first that does not. */
  async follow(url: string, while_: string): Promise<string> {
    let address = url;
    while (address.startsWith(while_)) {
      const { headers, status, text } = await this.send(address);
      const location = headers.get('location');
      if (location === null) {
        throw new Error(`${address} answered ${status} and led nowhere: ${text.slice(0, 300)}`);
      }
      address = new URL(location, address).href;
    }
    return address;
  }

  private keep(url: string, line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const [name = '', ...value] = pair.split('=');
    if (attributes.some((attribute) => /^max-age=0$|^expires=.*1970/i.test(attribute))) {
      this.jarOf(url).delete(name);
    } else {
      this.jarOf(url).set(name, value.join('='));
    }
  }

  private jarOf(url: string): Map<string, string> {
    const { origin } = new URL(url);
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    return jar;
  }
}
