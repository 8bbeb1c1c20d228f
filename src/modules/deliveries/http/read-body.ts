import type { IncomingMessage } from 'node:http';
import type { Place } from './admission.js';

/** The largest body that is taken, in bytes: 25 MB. */
export const LARGEST_TAKEN = 25_000_000;
const PATIENCE_MS = 30_000;

/** The body of a request, or why it was not read to its end. */
export type Body =
  | { readonly state: 'WHOLE'; readonly bytes: Buffer }
  | { readonly state: 'TOO_LARGE' }
  | { readonly state: 'OVERLOADED' }
  | { readonly state: 'TOO_SLOW' }
  /** The sender is gone, so that nobody can be answered. */
  | { readonly state: 'BROKEN' };

/** Reads the very bytes of a request, whatever their type is said to be: at most 25 MB, within 30 seconds. */
export const readBody = (request: IncomingMessage, place: Place): Promise<Body> => {
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_TAKEN) {
    return Promise.resolve({ state: 'TOO_LARGE' });
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const end = (body: Body): void => {
      clearTimeout(timer);
      request.off('data', take).off('end', finish).off('error', fail).off('close', fail);
      // A last error of the connection must find a listener.
      request.on('error', () => undefined);
      resolve(body);
    };
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      if (length > LARGEST_TAKEN) {
        end({ state: 'TOO_LARGE' });
      } else if (place.hold(chunk.length)) {
        chunks.push(chunk);
      } else {
        end({ state: 'OVERLOADED' });
      }
    };
    const finish = (): void => {
      end({ state: 'WHOLE', bytes: Buffer.concat(chunks) });
    };
    const fail = (): void => {
      end({ state: 'BROKEN' });
    };
    const timer = setTimeout(() => {
      end({ state: 'TOO_SLOW' });
    }, PATIENCE_MS);
    request.on('data', take).on('end', finish).on('error', fail).on('close', fail);
  });
};

const REST_MS = 10_000;

/** What is still to come of a request that was answered early is read and forgotten, so that its sender hears the answer; but not without end. */
export const forgetRest = (request: IncomingMessage): void => {
  if (request.complete) {
    return;
  }
  request.resume();
  const timer = setTimeout(() => {
    request.destroy();
  }, REST_MS).unref();
  request.once('close', () => {
    clearTimeout(timer);
  });
};
