/** How much a portfolio holds. */
export interface Size {
  readonly name: 'S' | 'M' | 'L';
  readonly initiatives: number;
  readonly entries: number;
  /** Whose work the entries tell of. */
  readonly people: number;
  /** Who may sign in: the owners of initiatives are among them. */
  readonly users: number;
  /** Measurements of each initiative; fewer at L, for the disk and for the time it takes to make them. */
  readonly measurementsEach: number;
}

export const SIZES: readonly Size[] = [
  { name: 'S', initiatives: 100, entries: 10_000, people: 50, users: 50, measurementsEach: 50 },
  { name: 'M', initiatives: 10_000, entries: 1_000_000, people: 1_000, users: 200, measurementsEach: 50 },
  { name: 'L', initiatives: 100_000, entries: 10_000_000, people: 10_000, users: 200, measurementsEach: 20 },
];

/** Two years of work; the quarter and the year that are asked about are whole ones. */
export const FIRST_DAY = '2024-10-01';
export const LAST_DAY = '2026-09-30';
export const DAYS = 730;
export const QUARTER = { from: '2026-01-01', to: '2026-03-31' } as const;
export const YEAR = { from: '2025-10-01', to: '2026-09-30' } as const;
export const UNITS = 40;
/** Links of the audit chain of each initiative. */
export const EVENTS_EACH = 20;
