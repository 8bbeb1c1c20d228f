import { Module } from '@nestjs/common';
import { MoveChanges } from './commands/move-changes.js';
import { SettleChanges } from './commands/settle-changes.js';

/** What changed, for those who follow it. */
@Module({ providers: [MoveChanges, SettleChanges], exports: [MoveChanges, SettleChanges] })
export class ChangesModule {}
