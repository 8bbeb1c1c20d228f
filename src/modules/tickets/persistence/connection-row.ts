/** A connection, as far as rows refer to it. */
export interface ConnectionRow {
  readonly id: string;
  readonly portfolioId: string;
}
