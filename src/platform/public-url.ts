/** Where people reach this server, as it stands in what is sent to others. */
export class PublicUrl {
  /** Without a slash at its end. */
  constructor(private readonly base: string) {}

  /** Scheme, host and port, as browsers state where a page is from; null where no address is known. */
  get origin(): string | null {
    return URL.canParse(this.base) ? new URL(this.base).origin : null;
  }

  /** Whether people reach it by HTTPS only. */
  get isSecure(): boolean {
    return this.base.startsWith('https:');
  }

  /** Whether a page that a browser says is of this origin is one of ours: of the public address, or of the host that was asked. */
  isOwnOrigin(origin: string, host: string | undefined): boolean {
    return origin === this.origin || (URL.canParse(origin) && new URL(origin).host === host?.toLowerCase());
  }

  /** The address of a page; `path` begins with a slash. */
  of(path: string): string {
    return `${this.base}${path}`;
  }
}

const EVERY_NETWORK = ['0.0.0.0', '::'];

/** Where the server is asked from this machine when it listens there. */
export const localUrl = (host: string, port: number): string => {
  const name = EVERY_NETWORK.includes(host) ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
};
