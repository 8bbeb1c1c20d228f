import { Readable } from 'node:stream';

/**
 * A stream of the texts of an iterator. Its first text is asked for before the stream is made, so a failure up to there is
 * still an answer of its own. What nobody reads is not asked for; where the reader goes away, the iterator is ended.
 */
export const csvStream = async (texts: AsyncGenerator<string, void>): Promise<Readable> => {
  const first = await texts.next();
  let ready: IteratorResult<string, void> | null = first;
  return new Readable({
    encoding: 'utf8',
    read() {
      const next = ready ? Promise.resolve(ready) : texts.next();
      ready = null;
      next.then(
        ({ done, value }) => {
          this.push(done ? null : value);
        },
        (error: unknown) => {
          this.destroy(error instanceof Error ? error : new Error(String(error)));
        },
      );
    },
    destroy(error, callback) {
      texts.return().then(
        () => {
          callback(error);
        },
        () => {
          callback(error);
        },
      );
    },
  });
};
