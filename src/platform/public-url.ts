/** Where people reach this server, as it stands in what is sent to others. */
export class PublicUrl {
  /** Without a slash at its end. */
  constructor(private readonly base: string) {}

  /** Scheme, host and port, as browsers state where a page is from; null where no address is known. */
  get origin(): string | null {
    return URL.canParse(this.base) ? new URL(this.base).origin : null;
  }

  /** The address of a page; `path` begins with a slash. */
  of(path: string): string {
    return `${this.base}${path}`;
  }
}
