/** How much a portfolio holds. */
export interface Size {
  readonly name: 'S' | 'M' | 'L';
  readonly initiatives: number;
  readonly entries: number;
  readonly people: number;
}

export const SIZES: readonly Size[] = [
  { name: 'S', initiatives: 100, entries: 10_000, people: 50 },
  { name: 'M', initiatives: 10_000, entries: 1_000_000, people: 1_000 },
  { name: 'L', initiatives: 100_000, entries: 10_000_000, people: 10_000 },
];

/** Two years of work; the quarter that is asked about is a whole one in the middle. */
export const FIRST_DAY = '2024-10-01';
export const DAYS = 730;
export const QUARTER = { from: '2026-01-01', to: '2026-03-31' } as const;
export const UNITS = 40;
