import { Module } from '@nestjs/common';
import { RegisterDocuments } from './commands/register-documents.js';
import { WebController } from './http/web.controller.js';
import { PersistedDocuments } from './queries/persisted-documents.js';

@Module({
  controllers: [WebController],
  providers: [PersistedDocuments, RegisterDocuments],
})
export class WebModule {}
