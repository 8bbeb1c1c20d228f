// What is drawn for the nth of something: the same in every run. Each expects a column `n` of type bigint.

export const draw = (seed: number, below: string): string => `(abs(hashint8extended(n, ${seed}) % ${below}))::integer`;

export const pick = (seed: number, ...values: readonly string[]): string =>
  `(ARRAY[${values.map((value) => `'${value}'`).join(', ')}])[1 + ${draw(seed, String(values.length))}]`;

export const ID = (kind: string, number: string): string => `md5('${kind}-' || ${number})::uuid`;

/** The number of the user who owns the nth initiative, and of the one who reviews its evidence. */
export const OWNER = (users: string): string => `(1 + ${draw(10, users)})`;
export const REVIEWER = (users: string): string => `(1 + ${OWNER(users)} % ${users})`;

export const EACH_INITIATIVE = 'initiative i CROSS JOIN LATERAL (SELECT i.number::bigint AS n) AS numbered';
