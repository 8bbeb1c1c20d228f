import { Module } from '@nestjs/common';
import { DropOldChanges } from './commands/drop-old-changes.js';
import { MoveChanges } from './commands/move-changes.js';
import { SettleChanges } from './commands/settle-changes.js';
import { TakeMarks } from './commands/take-marks.js';
import { ChangeFeed } from './queries/change-feed.js';
import { UnmarkedChanges } from './queries/unmarked-changes.js';

/** What changed, for those who follow it, and for those who look at it anew. */
@Module({
  providers: [ChangeFeed, DropOldChanges, MoveChanges, SettleChanges, TakeMarks, UnmarkedChanges],
  exports: [ChangeFeed, DropOldChanges, MoveChanges, SettleChanges, TakeMarks, UnmarkedChanges],
})
export class ChangesModule {}
