import { Module } from '@nestjs/common';
import { MoveChanges } from './commands/move-changes.js';

/** What changed, for those who follow it. */
@Module({ providers: [MoveChanges], exports: [MoveChanges] })
export class ChangesModule {}
