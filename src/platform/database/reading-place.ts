import type pg from 'pg';

/** Somewhere else than the primary. */
export interface Elsewhere {
  readonly pool: pg.Pool;
}

/** Where a request reads, which may change while it is under way: at the primary, or at a replica that has all that was done before it. */
export class ReadingPlace {
  private chosen: Elsewhere | null = null;

  /** Null: the primary. */
  get replica(): Elsewhere | null {
    return this.chosen;
  }

  choose(replica: Elsewhere | null): void {
    this.chosen = replica;
  }

  /** From here on it reads at the primary, for what was done since stands nowhere else for sure. */
  leave(): void {
    this.chosen = null;
  }
}
