// The practical limit: node:http, a pool of ten and prepared statements, without GraphQL, sign-in, rules or an audit chain.
// `node bare.mjs DATABASE_URL`; it prints where it is.
import { createServer } from 'node:http';
import { portfolioKey } from './bare-database.mjs';
import { board, funnel, initiative, split } from './bare-reads.mjs';
import { record, submit } from './bare-writes.mjs';

const answer = async (method, { pathname, searchParams }, body) => {
  const [, noun, id, part] = pathname.split('/');
  if (method === 'GET') {
    switch (noun) {
      case 'health':
        return { ok: true };
      case 'board':
        return board(searchParams);
      case 'initiatives':
        return initiative(id);
      case 'split':
        return split('ROLLUPS', searchParams);
      case 'split-raw':
        return split('LEDGER', searchParams);
      case 'funnel':
        return funnel(searchParams);
    }
  }
  return part === 'evidence' ? submit(id, JSON.parse(body)) : record(JSON.parse(body).entries);
};

const server = createServer((request, response) => {
  const chunks = [];
  request
    .on('data', (chunk) => chunks.push(chunk))
    .on('end', () => {
      const url = new URL(request.url, `http://${request.headers.host}`);
      answer(request.method, url, Buffer.concat(chunks).toString()).then(
        (value) => {
          const text = JSON.stringify(value);
          response.writeHead(value === null ? 404 : 200, {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(text),
          });
          response.end(text);
        },
        (error) => {
          console.error(error);
          response.writeHead(500, { 'content-length': 0 });
          response.end();
        },
      );
    });
});
server.keepAliveTimeout = 72_000;
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port} of ${portfolioKey}`);
});
// Ends with whoever started it over a channel.
process.once('disconnect', () => process.exit(0));
process.once('SIGTERM', () => process.exit(0));
