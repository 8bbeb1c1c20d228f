/** Work in pieces of some milliseconds each: who runs it can let others have their turn between two of them. */
export type Steps<Answer> = Generator<undefined, Answer, undefined>;

/** Runs work to its end at once. */
export const finish = <Answer>(steps: Steps<Answer>): Answer => {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) {
      return value;
    }
  }
};
