import { Module } from '@nestjs/common';
import { ExplorerController } from './http/explorer.controller.js';

@Module({ controllers: [ExplorerController] })
export class ExplorerModule {}
