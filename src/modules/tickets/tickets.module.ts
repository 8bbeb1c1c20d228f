import { Module } from '@nestjs/common';
import { TakeIn } from './commands/take-in.js';

@Module({
  providers: [TakeIn],
  exports: [TakeIn],
})
export class TicketsModule {}
