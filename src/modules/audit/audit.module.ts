import { Module } from '@nestjs/common';
import { AppendAudit } from './commands/append-audit.js';
import { AuditEvents } from './queries/audit-events.js';

@Module({ providers: [AppendAudit, AuditEvents], exports: [AppendAudit, AuditEvents] })
export class AuditModule {}
