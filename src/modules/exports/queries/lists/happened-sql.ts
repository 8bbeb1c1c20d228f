/** Which happenings of a portfolio ($1): from an instant ($2) to before another ($3), of one initiative by its key ($4); null: any. */
export const happened = (table: string, at: string): string => `
  ${table}.portfolio_id = $1::uuid AND ($2::timestamptz IS NULL OR ${at} >= $2::timestamptz)
  AND ($3::timestamptz IS NULL OR ${at} < $3::timestamptz) AND ($4::text IS NULL OR i.key = $4::text)`;
