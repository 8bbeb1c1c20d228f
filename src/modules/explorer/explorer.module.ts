import { Module } from '@nestjs/common';
import { ExplorerController } from './http/explorer.controller.js';
import { RootController } from './http/root.controller.js';

@Module({ controllers: [ExplorerController, RootController] })
export class ExplorerModule {}
