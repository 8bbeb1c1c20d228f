import { createReadStream } from 'node:fs';
import { Controller, Get, NotFoundException, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { webFiles, webFolder, type WebFile } from './web-files.js';

/** Nothing but this server: no other host, no inline script, no frame. Styles are inline too, for Mantine sets them on elements. */
const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  vary: 'accept-encoding',
} as const;

const FOR_GOOD = 'public, max-age=31536000, immutable';

/**
 * `GET /` and every address of a screen: the board, all of it from this server. It needs no sign-in, what it asks does. A checkout
 * without a built board leads to the explorer instead.
 */
@Controller()
export class WebController {
  private readonly folder = webFolder();
  private readonly files = this.folder === null ? new Map<string, WebFile>() : webFiles(this.folder);

  @Get(['/', 'p/*', 'i/*', 'inbox', 'templates', 'templates/*', 'sign-in'])
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const page = this.files.get('index.html');
    if (page) {
      await send(page, request, reply);
    } else {
      await reply.redirect('/explorer/', 302);
    }
  }

  @Get(['assets/*', 'favicon.svg', 'robots.txt', 'scheme.js'])
  async file(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const file = this.files.get(request.url.slice(1).split('?', 1)[0] ?? '');
    if (!file) {
      throw new NotFoundException();
    }
    await send(file, request, reply);
  }
}

const send = async (file: WebFile, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  const accepted = [request.headers['accept-encoding'] ?? []].flat().join();
  const [encoding, path] = [...file.encoded].find(([name]) => accepts(accepted, name)) ?? [null, file.path];
  await reply
    .headers({
      ...HEADERS,
      'content-type': file.contentType,
      'cache-control': file.isForGood ? FOR_GOOD : 'no-cache',
      ...(encoding === null ? {} : { 'content-encoding': encoding }),
    })
    .send(createReadStream(path));
};

const accepts = (accepted: string, encoding: string): boolean =>
  accepted.split(',').some((part) => {
    const [name = '', weight = ''] = part.trim().split(/\s*;\s*/);
    return name.toLowerCase() === encoding && !/^q=0(\.0*)?$/.test(weight);
  });
