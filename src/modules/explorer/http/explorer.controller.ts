import { createReadStream } from 'node:fs';
import { Controller, Get, Header, NotFoundException, Param, Redirect, StreamableFile } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { explorerFiles } from './explorer-files.js';
import { explorerOptions, explorerPage, OPTIONS_FILE, POLICY } from './explorer-page.js';

/** `GET /explorer`: the GraphQL explorer, all of it from this server; it needs no API token, its queries do. */
@Controller('explorer')
export class ExplorerController {
  private readonly files = explorerFiles();
  private readonly page = explorerPage();

  constructor(private readonly clock: Clock) {}

  @Get()
  @Redirect('/explorer/', 302)
  redirect(): void {
    // Its files have addresses relative to the folder.
  }

  @Get('*')
  @Header('x-content-type-options', 'nosniff')
  @Header('referrer-policy', 'no-referrer')
  @Header('content-security-policy', POLICY)
  @Header('cache-control', 'no-cache')
  file(@Param('*') address: string): StreamableFile {
    if (address === '') {
      return text(this.page, 'text/html; charset=utf-8');
    }
    if (address === OPTIONS_FILE) {
      return text(explorerOptions(this.clock.now().slice(0, 10)), 'text/javascript; charset=utf-8');
    }
    const file = this.files.get(address);
    if (!file) {
      throw new NotFoundException();
    }
    return new StreamableFile(createReadStream(file.path), { type: file.contentType });
  }
}

const text = (content: string, type: string): StreamableFile => new StreamableFile(Buffer.from(content), { type });
