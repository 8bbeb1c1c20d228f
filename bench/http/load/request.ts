import type { Asked } from '../contestants/contestant.js';

/** A request as it goes over the wire. */
export const requestOf = ({ method, path, body }: Asked, host: string, token: string | null): Buffer => {
  const text = body === null ? '' : JSON.stringify(body);
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `host: ${host}`,
    'accept: application/json',
    ...(token === null ? [] : [`authorization: Bearer ${token}`]),
    ...(body === null ? [] : ['content-type: application/json', `content-length: ${Buffer.byteLength(text)}`]),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${text}`);
};
