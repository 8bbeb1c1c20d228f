import { renderAltair, type RenderOptions } from 'altair-static';
import { EXAMPLES } from '../examples.js';

/** The script with the settings and windows: a file of its own, so that no inline script has to be allowed. */
export const OPTIONS_FILE = 'options.js';

/**
 * Nothing but this server: no other host, no inline script, no frame.
 * Styles must be inline, for the editor writes its own into the page.
 */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page of the explorer, as HTML. */
export const explorerPage = (): string =>
  renderAltair({ baseURL: '/explorer/', serveInitialOptionsInSeperateRequest: OPTIONS_FILE });

/**
 * The settings of the explorer and a window for each saved query, as JavaScript; `today` is YYYY-MM-DD.
 * The API token is a variable of the environment, which all windows share; what a visitor changed in their browser stays.
 */
export const explorerOptions = (today: string): string => `
const options = ${JSON.stringify(optionsOn(today), null, 2)};
// It takes whole addresses only, and only the browser knows by which name it reached us.
const endpointURL = new URL('/graphql', location.href).href;
const subscriptionsEndpoint = endpointURL.replace(/^http/, 'ws');
const initialWindows = options.initialWindows.map((window) => ({ ...window, endpointURL, subscriptionsEndpoint }));
AltairGraphQL.init({ ...options, endpointURL, subscriptionsEndpoint, initialWindows });
`;

const AUTHORIZATION = { Authorization: 'Bearer {{token}}' };

/** How the explorer subscribes: by the protocol graphql-transport-ws, with the same token. */
const SUBSCRIBING = {
  initialSubscriptionRequestHandlerId: 'graphql-ws',
  initialSubscriptionsPayload: { authorization: 'Bearer {{token}}' },
} as const;

const optionsOn = (today: string): RenderOptions => ({
  instanceStorageNamespace: 'tollgate_',
  disableAccount: true,
  initialHeaders: AUTHORIZATION,
  ...SUBSCRIBING,
  initialEnvironments: { base: { title: 'Tollgate', variables: { token: '' } } },
  persistedSettings: {
    'banners.disable': true,
    'alert.disableUpdateNotification': true,
    'schema.reloadOnStart': true,
  },
  initialWindows: EXAMPLES.map(({ name, document, variables }) => ({
    initialName: name,
    initialHeaders: AUTHORIZATION,
    ...SUBSCRIBING,
    initialQuery: document,
    initialVariables: JSON.stringify(variables(today), null, 2),
  })),
});
