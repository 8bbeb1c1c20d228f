import { Injectable } from '@nestjs/common';
import type { CsvColumn } from '../../../../platform/csv/write-csv.js';
import { dateAt } from '../../../../domain/basics/calendar-date.js';
import { RISK_TIERS, STAGE_CATEGORIES } from '../../../../domain/gates/gate.js';
import { INITIATIVE_STATUSES, INVESTMENT_CLASSES, VALUE_THESES } from '../../../../domain/initiatives/initiative.js';
import { HEALTHS } from '../../../../domain/initiatives/health.js';
import { KPI_ROLES } from '../../../../domain/kpis/kpi.js';
import { AGING_LEVELS } from '../../../../domain/pipeline/aging.js';
import { DEBT_KINDS } from '../../../../domain/reports/governance-debt.js';
import { LongReads } from '../../../../platform/database/long-reads.js';
import { SettleChanges } from '../../../changes/commands/settle-changes.js';
import { SettledKnowledge } from '../../../portfolios/queries/settled-knowledge.js';
import { InitiativeReads } from '../../../initiatives/queries/initiative-reads.js';
import { KpiReads, type ReadKpi } from '../../../kpis/queries/kpi-reads.js';
import { DEBT_LIST } from '../../queries/lists/debt-list-sql.js';
import { cell, cells, number } from '../columns.js';
import { exportFile, type ExportFile } from '../export-file.js';
import { INITIATIVE } from '../list-file.js';
import { flag, instant, text, texts, word, words } from '../parameters.js';
import { CONVERSATION_LISTS } from './conversation-lists.js';
import { FINDING_LISTS } from './finding-lists.js';
import { GATE_LISTS } from './gate-lists.js';
import { HISTORY_LISTS } from './history-lists.js';
import { LAUNCH_LISTS } from './launch-lists.js';

const KPIS: readonly CsvColumn<ReadKpi>[] = [
  ...cells(
    ['id', 'initiativeKey', 'initiativeName', 'name', 'unit', 'role', 'class', 'direction', 'dataSource', 'owner'],
    [],
  ),
  number('baseline', ({ baseline }) => baseline?.value ?? null),
  cell('baselineMeasuredOn', ({ baseline }) => baseline?.measuredOn ?? null),
  number('baselineSampleSize', ({ baseline }) => baseline?.sampleSize ?? null),
  ...cells(['target', 'rangeLow', 'rangeHigh', 'targetDate'], ['target', 'rangeLow', 'rangeHigh']),
  number('latest', ({ latest }) => latest?.value ?? null),
  cell('latestMeasuredOn', ({ latest }) => latest?.measuredOn ?? null),
  number('latestSampleSize', ({ latest }) => latest?.sampleSize ?? null),
  cell('latestSource', ({ latest }) => latest?.source ?? null),
  ...cells(['attainmentPercent', 'breached', 'version'], ['attainmentPercent', 'version']),
];

/** Those that are one statement each. */
const LISTS = [...GATE_LISTS, ...HISTORY_LISTS, ...CONVERSATION_LISTS, ...LAUNCH_LISTS];

/** The lists of a portfolio. */
@Injectable()
export class ListFiles {
  constructor(
    private readonly reads: LongReads,
    private readonly initiativeReads: InitiativeReads,
    private readonly kpiReads: KpiReads,
    private readonly knowledge: SettledKnowledge,
    private readonly settle: SettleChanges,
  ) {}

  all(): readonly ExportFile[] {
    return [
      this.initiatives(),
      this.governanceDebt(),
      this.kpis(),
      ...LISTS.map((file) => file(this.reads)),
      ...FINDING_LISTS.map((file) => this.lookedAt(file(this.reads))),
    ];
  }

  /** Looks at what is due first, as an answer of the API does. */
  private lookedAt(file: ExportFile): ExportFile {
    return {
      ...file,
      begin: async (scope, values, hasMark) => {
        await this.settle.portfolio(scope.portfolio.id);
        return file.begin(scope, values, hasMark);
      },
    };
  }

  private initiatives(): ExportFile {
    return exportFile({
      name: 'initiatives',
      about: 'The initiatives as they stand now, by key.',
      // The parameters are the fields of the filter of the API.
      parameters: {
        statuses: words('Only those with one of these statuses.', INITIATIVE_STATUSES),
        stageKeys: texts('Only those in one of these stages: keys with commas between them.'),
        stageCategories: words('Only those in a stage of one of these categories.', STAGE_CATEGORIES),
        agingLevels: words('Only those on one of these levels.', AGING_LEVELS),
        healths: words('Only those whose health is one of these.', HEALTHS),
        readyForGate: flag('true: only those whose gate would refuse a GO for nothing. false: the others.'),
        investmentClasses: words('Only those of one of these classes.', INVESTMENT_CLASSES),
        keys: texts('Only these: keys with commas between them.'),
        ownerId: text('Only those of this owner.'),
        businessUnit: text('Only those of this business unit.'),
        valueThesis: word('Only those with this value thesis.', VALUE_THESES),
        riskTier: word('Only those of this risk tier.', RISK_TIERS),
        search: text('Words that all occur in key, name or problem.'),
      },
      columns: cells(
        [
          'key',
          'name',
          'stage',
          'stageName',
          'stageCategory',
          'status',
          'owner',
          'sponsor',
          'businessUnit',
          'valueThesis',
          'solutionType',
          'investmentClass',
          'riskTier',
          'daysInStage',
          'daysOnHold',
          'agingLevel',
          'templateVersion',
          'version',
          'createdAt',
          'updatedAt',
          'externalRef',
          'health',
          'healthReason',
          'readyForGate',
          'findings',
        ],
        ['daysInStage', 'daysOnHold', 'templateVersion', 'version', 'findings'],
      ),
      rows: async ({ portfolio }, filter) => {
        await this.settle.portfolio(portfolio.id);
        return this.initiativeReads.begin(portfolio, filter);
      },
    });
  }

  private governanceDebt(): ExportFile {
    return exportFile({
      name: 'governance-debt',
      about:
        'Waivers that are pending or in force and conditions that are open or breached, a line each, the oldest first.',
      parameters: {
        kinds: words('Only those of these kinds.', DEBT_KINDS),
        asOf: instant('As it was known then.'),
      },
      columns: cells(
        [
          'kind',
          'initiativeKey',
          'initiativeName',
          'gateKey',
          'criterionKey',
          'since',
          'days',
          'until',
          'person',
          'text',
          'id',
        ],
        ['days'],
      ),
      rows: async ({ portfolio: { id, timeZone }, now }, { kinds, asOf }) => {
        const at = asOf !== null && asOf < now ? asOf : now;
        if (asOf !== null) {
          await this.knowledge.settle(id, at);
        }
        const asked = [id, at, dateAt(at, timeZone), timeZone, kinds ?? DEBT_KINDS];
        return this.reads.begin(DEBT_LIST, [...asked, null, null, null]);
      },
    });
  }

  private kpis(): ExportFile {
    return exportFile({
      name: 'kpis',
      about: 'Every KPI as it is defined now, with its latest measurement and what it has attained, by initiative.',
      parameters: { ...INITIATIVE, roles: words('Only those with one of these roles.', KPI_ROLES) },
      columns: KPIS,
      rows: ({ portfolio }, asked) => this.kpiReads.begin(portfolio.id, asked),
    });
  }
}
