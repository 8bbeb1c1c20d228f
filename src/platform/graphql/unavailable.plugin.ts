import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';

const CODE = 'SERVICE_UNAVAILABLE';
const SOON_SECONDS = '1';

/**
 * Whoever could not be answered in full because something was away or had too much to do is told so by the status, 503, and when to come
 * again: by half an answer nobody would know. A mutation that came to something is told with what it came to, for it must not be sent again.
 */
export const unavailable: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ operation, response: { body, http } }) => {
        const errors = body.kind === 'single' ? body.singleResult.errors : undefined;
        if (
          body.kind === 'single' &&
          errors?.some(({ extensions }) => extensions?.['code'] === CODE) &&
          !(operation?.operation === OperationTypeNode.MUTATION && hasSomething(body.singleResult.data))
        ) {
          // Without data, for with it the status would be made 200.
          body.singleResult = { errors };
          http.status = 503;
          if (!http.headers.has('retry-after')) {
            http.headers.set('retry-after', SOON_SECONDS);
          }
        }
        return Promise.resolve();
      },
    }),
};

const hasSomething = (data: Readonly<Record<string, unknown>> | null | undefined): boolean =>
  Object.values(data ?? {}).some((each) => each !== null);
