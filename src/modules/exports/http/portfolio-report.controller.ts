import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { reportMonthOf } from '../../../domain/reports/report-month.js';
import { SettleChanges } from '../../changes/commands/settle-changes.js';
import { Callers } from '../../sessions/callers.js';
import { ExportScopes } from '../queries/export-scopes.js';
import { PortfolioReports } from '../queries/portfolio-reports.js';
import { answering, fileHeaders, refuseAll, refuseMissing } from './answering.js';
import { readParameters } from './parameters.js';
import { printReport } from './portfolio-report/print-report.js';
import { REPORT_FILE } from './portfolio-report/report-request.js';

/** `GET /api/exports/portfolio-report.pdf`; see docs/export.md. */
@Controller('api/exports')
export class PortfolioReportController {
  constructor(
    private readonly callers: Callers,
    private readonly scopes: ExportScopes,
    private readonly reports: PortfolioReports,
    private readonly settle: SettleChanges,
  ) {}

  @Get('portfolio-report.pdf')
  report(@Req() asking: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return answering(reply, async () => {
      const viewer = await this.callers.viewer(asking);
      const request = readParameters(asking.query, REPORT_FILE.parameters);
      if ('problems' in request) {
        return refuseAll(reply, request.problems);
      }
      const scope = await this.scopes.of(viewer, request, 'portfolio:read');
      if (!scope.ok) {
        return refuseMissing(reply, scope.refusals);
      }
      const { portfolio, now } = scope.value;
      // It is needed, so it was read.
      const month = reportMonthOf(request.values['month'] as CalendarDate, portfolio.timeZone, now);
      if (month === null) {
        return refuseAll(reply, [{ place: 'month', message: 'It has not begun yet.' }]);
      }
      await this.settle.portfolio(portfolio.id);
      const bytes = await printReport(await this.reports.of(portfolio, month));
      return reply
        .code(200)
        .headers(fileHeaders(`portfolio-report-${portfolio.key}-${month.key}.pdf`, 'application/pdf'))
        .send(bytes);
    });
  }
}
