import { Module } from '@nestjs/common';
import { DropOldChanges } from './commands/drop-old-changes.js';
import { MoveChanges } from './commands/move-changes.js';
import { SettleChanges } from './commands/settle-changes.js';
import { ChangeFeed } from './queries/change-feed.js';

/** What changed, for those who follow it. */
@Module({
  providers: [ChangeFeed, DropOldChanges, MoveChanges, SettleChanges],
  exports: [ChangeFeed, DropOldChanges, MoveChanges, SettleChanges],
})
export class ChangesModule {}
