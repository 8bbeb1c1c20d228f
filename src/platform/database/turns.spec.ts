import { describe, expect, it } from '@jest/globals';
import { mayShare } from './turns.js';

describe('a statement that goes along with others', () => {
  it.each([
    ['SELECT 1', true],
    ['\n  WITH asked AS (SELECT 1 AS day) SELECT day FROM asked', true],
    ['WITH taken AS (DELETE FROM initiative_change RETURNING id) SELECT id FROM taken', false],
    ['with made as (insert into evidence default values returning id) select id from made', false],
    ['UPDATE portfolio SET last_initiative_number = 1', false],
    ['SET LOCAL ROLE nobody', false],
  ])('only reads: %s', (sql, may) => {
    expect(mayShare(sql)).toBe(may);
  });
});
