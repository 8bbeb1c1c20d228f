/** Where people reach this server, as it stands in what is sent to others. */
export class PublicUrl {
  /** Without a slash at its end. */
  constructor(private readonly base: string) {}

  /** The address of a page; `path` begins with a slash. */
  of(path: string): string {
    return `${this.base}${path}`;
  }
}
