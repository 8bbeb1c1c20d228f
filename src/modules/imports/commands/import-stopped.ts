/** An import that broke off between two transactions: what is in the report stands, and the rest was not touched. */
export class ImportStopped extends Error {
  constructor(
    readonly report: object,
    /** The counts of the report in words. */
    readonly summary: string,
    /** The first line that was not taken in. */
    readonly line: number,
    cause: unknown,
  ) {
    super(`The import stopped at line ${line}.`, { cause });
  }
}
