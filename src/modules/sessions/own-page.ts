import type { IncomingHttpHeaders } from 'node:http';
import type { PublicUrl } from '../../platform/public-url.js';

/** What the board says with every request, and no page of another origin can: to say it, it would have to ask first. */
export const CLIENT_HEADER = 'x-tollgate-client';
const BOARD = 'board';

const FOREIGN = 'This request comes from a page of another origin, and nothing was done.';

/** Why a request is not taken although nothing secret is needed for it: it is of a page of another origin, by the word of the browser. Null where it is not. */
export const foreignness = (headers: IncomingHttpHeaders, publicUrl: PublicUrl): string | null => {
  const { origin, host, 'sec-fetch-site': site } = headers;
  const isForeign =
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (origin !== undefined && !publicUrl.isOwnOrigin(origin, host));
  return isForeign ? FOREIGN : null;
};

/** Why a request that could change something is not taken although it has the cookie of a session: nothing shows that it is of a page of ours. Null where it is. */
export const forgery = (headers: IncomingHttpHeaders, publicUrl: PublicUrl): string | null => {
  const { origin, 'sec-fetch-site': site, [CLIENT_HEADER]: client } = headers;
  if (client !== BOARD) {
    return `What is changed by the cookie of a session takes the header X-Tollgate-Client: ${BOARD}, which a page of another origin cannot send. Nothing was done.`;
  }
  if ((origin === undefined && site === undefined) || site === 'none') {
    return 'What is changed by the cookie of a session takes the header Origin or Sec-Fetch-Site, by which a browser says which page asks. Nothing was done.';
  }
  return foreignness(headers, publicUrl);
};
