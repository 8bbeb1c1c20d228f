import { describe, expect, it } from '@jest/globals';
import { itemByItem } from './item-by-item.js';

describe('the items of a job', () => {
  it('are done one after the other, in their order', async () => {
    const told: string[] = [];
    await itemByItem(['a', 'b'], async (item) => {
      told.push(`${item} begins`);
      await Promise.resolve();
      told.push(`${item} ends`);
    });
    expect(told).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('are all done although one fails, and the failures are told together in the end', async () => {
    const done: number[] = [];
    const work = (item: number): Promise<void> => {
      if (item % 2 === 0) {
        return Promise.reject(new Error(`${item} is even`));
      }
      done.push(item);
      return Promise.resolve();
    };
    await expect(itemByItem([1, 2, 3, 4], work)).rejects.toMatchObject({
      message: '2 of 4 failed; the first: 2 is even',
      errors: [{ message: '2 is even' }, { message: '4 is even' }],
    });
    expect(done).toEqual([1, 3]);
  });

  it('may fail with something that is no error', async () => {
    // What is thrown by others is not ours to choose.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    await expect(itemByItem([1], () => Promise.reject('a text'))).rejects.toThrow('1 of 1 failed; the first: a text');
  });

  it('may be none', async () => {
    await expect(itemByItem([], () => Promise.reject(new Error('never')))).resolves.toBeUndefined();
  });
});
