import { describe, expect, it } from '@jest/globals';
import { Turnstile } from './turnstile.js';

const stays = new AbortController().signal;

describe('a turnstile', () => {
  it('lets in so many at a time, and who waits in their order', async () => {
    const turnstile = new Turnstile({ atOnce: 1, mostWaiting: 2, patienceMs: 60_000 });
    const order: string[] = [];
    const first = await turnstile.enter(stays);
    const second = turnstile.enter(stays).then((leave) => (order.push('second'), leave));
    const third = turnstile.enter(stays).then((leave) => (order.push('third'), leave));
    expect([turnstile.isFull, order]).toEqual([true, []]);
    expect(await turnstile.enter(stays)).toBeNull();
    first!();
    (await second)!();
    (await third)!();
    expect([turnstile.isFull, order]).toEqual([false, ['second', 'third']]);
  });

  it('counts whoever leaves twice once', async () => {
    const turnstile = new Turnstile({ atOnce: 1, mostWaiting: 0, patienceMs: 60_000 });
    const leave = await turnstile.enter(stays);
    leave!();
    leave!();
    expect(await turnstile.enter(stays)).not.toBeNull();
    expect(await turnstile.enter(stays)).toBeNull();
  });

  it('turns away whoever has waited for too long, and keeps no place for who has gone', async () => {
    const turnstile = new Turnstile({ atOnce: 1, mostWaiting: 1, patienceMs: 20 });
    const leave = await turnstile.enter(stays);
    expect(await turnstile.enter(stays)).toBeNull();
    const leaving = new AbortController();
    const left = turnstile.enter(leaving.signal);
    expect(turnstile.isFull).toBe(true);
    leaving.abort();
    expect([await left, turnstile.isFull]).toEqual([null, false]);
    leave!();
    expect(await turnstile.enter(stays)).not.toBeNull();
  });
});
