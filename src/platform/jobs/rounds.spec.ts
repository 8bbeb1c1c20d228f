import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Rounds } from './rounds.js';

const LONG = 3_600_000;

/** Rounds of which each answers what the next of the given does. */
const roundsOf = (...answers: readonly (() => Promise<number>)[]) => {
  const done: number[] = [];
  const rounds = new Rounds(
    () => {
      done.push(done.length);
      return (answers[done.length - 1] ?? (() => Promise.resolve(0)))();
    },
    LONG,
    'a round of a spec failed',
  );
  return { rounds, done };
};
const found = (count: number) => () => Promise.resolve(count);

describe('rounds', () => {
  it('go on while there is something to do, and rest then', async () => {
    const { rounds, done } = roundsOf(found(3), found(1), found(0), found(9));
    rounds.start();
    await rounds.hurry();
    expect(done).toHaveLength(3);
    await rounds.stop();
  });

  it('do nothing before they are started, and nothing once they are stopped', async () => {
    const { rounds, done } = roundsOf(found(1));
    await rounds.hurry();
    rounds.start();
    await rounds.stop();
    await rounds.hurry();
    expect(done).toEqual([]);
  });

  it('are gone one at a time, and stopping waits for the one under way', async () => {
    let release = (): void => undefined;
    const held = new Promise<number>((resolve) => {
      release = () => {
        resolve(5);
      };
    });
    const { rounds, done } = roundsOf(() => held, found(1));
    rounds.start();
    const [one, other] = [rounds.hurry(), rounds.hurry()];
    expect(other).toBe(one);
    const stopped = rounds.stop();
    release();
    await stopped;
    expect(done).toHaveLength(1);
  });

  it('go on after one that failed', async () => {
    const { rounds, done } = roundsOf(() => Promise.reject(new Error('away')), found(0));
    rounds.start();
    await rounds.hurry();
    await rounds.hurry();
    expect(done).toHaveLength(2);
    await rounds.stop();
  });

  it('begin by themselves after a pause', async () => {
    let begun = (): void => undefined;
    const beginning = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const rounds = new Rounds(
      () => {
        begun();
        return Promise.resolve(0);
      },
      1,
      '',
    );
    rounds.start();
    await beginning;
    await rounds.stop();
  });

  describe('with others at work', () => {
    afterEach(() => {
      jest.restoreAllMocks();
    });

    /** Rounds that take so many milliseconds by the clock, each without doing anything. */
    const takingMs = (ms: number, answers: readonly number[]) => {
      const begun: number[] = [];
      let now = 0;
      jest.spyOn(performance, 'now').mockImplementation(() => now);
      const rounds = new Rounds(
        () => {
          begun.push(Date.now());
          now += ms;
          return Promise.resolve(answers[begun.length - 1] ?? 0);
        },
        LONG,
        'a round of a spec failed',
        () => true,
      );
      return { rounds, begun };
    };

    it('are each followed by a rest as long as they took', async () => {
      const { rounds, begun } = takingMs(60, [1, 0]);
      rounds.start();
      await rounds.hurry();
      // A timer may go off a millisecond early, and the clock count up to one more.
      expect(Date.now() - begun[1]!).toBeGreaterThanOrEqual(58);
      expect(begun[1]! - begun[0]!).toBeGreaterThanOrEqual(58);
      await rounds.stop();
    });

    it('are not waited for while they rest', async () => {
      const { rounds, begun } = takingMs(LONG, [1]);
      rounds.start();
      const over = rounds.hurry();
      // By now it rests.
      await new Promise(setImmediate);
      await rounds.stop();
      await over;
      expect(begun).toHaveLength(1);
    });
  });
});
