import DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';
import { GateCriterion, StageVisit, User } from './initiative.entities.js';
import { AuditEvent, Evidence, Kpi, KpiMeasurement } from './record.entities.js';

const byKey = <T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
};

const lists = <T>(read: (ids: string[]) => Promise<T[]>, keyOf: (row: T) => string): DataLoader<string, T[]> =>
  new DataLoader(async (ids) => {
    const groups = byKey(await read([...ids]), keyOf);
    return ids.map((id) => groups.get(id) ?? []);
  });

/** The loaders of one request. */
export const loadersOn = (source: DataSource) => ({
  user: new DataLoader<string, User | null>(async (ids) => {
    const users = new Map(
      (await source.getRepository(User).find({ where: { id: In([...ids]) } })).map((user) => [user.id, user]),
    );
    return ids.map((id) => users.get(id) ?? null);
  }),
  criteria: lists(
    (keys) =>
      source.getRepository(GateCriterion).find({
        where: keys.map((key) => {
          const [templateId = '', stageKey = ''] = key.split('/');
          return { templateId, stageKey };
        }),
        order: { position: 'ASC' },
      }),
    ({ templateId, stageKey }) => `${templateId}/${stageKey}`,
  ),
  evidence: lists(
    (ids) =>
      source.getRepository(Evidence).find({
        where: { initiativeId: In(ids) },
        relations: { review: true, submittedBy: true },
        order: { submittedAt: 'ASC', id: 'ASC' },
      }),
    ({ initiativeId }) => initiativeId,
  ),
  visits: lists(
    (ids) =>
      source
        .getRepository(StageVisit)
        .find({ where: { initiativeId: In(ids) }, relations: { stage: true }, order: { enteredAt: 'ASC' } }),
    ({ initiativeId }) => initiativeId,
  ),
  kpis: lists(
    (ids) =>
      source
        .getRepository(Kpi)
        .find({ where: { initiativeId: In(ids) }, relations: { definitions: true }, order: { createdAt: 'ASC' } }),
    ({ initiativeId }) => initiativeId,
  ),
  latest: lists(
    (ids) =>
      source
        .getRepository(KpiMeasurement)
        .createQueryBuilder('m')
        .distinctOn(['m.kpiId'])
        .where({ kpiId: In(ids) })
        .orderBy('m.kpiId')
        .addOrderBy('m.measuredOn', 'DESC')
        .addOrderBy('m.id', 'DESC')
        .getMany(),
    ({ kpiId }) => kpiId,
  ),
  events: (initiativeId: string, take: number): Promise<AuditEvent[]> =>
    source
      .getRepository(AuditEvent)
      .find({ where: { chain: `initiative:${initiativeId}` }, order: { sequence: 'DESC' }, take }),
});

export type Loaders = ReturnType<typeof loadersOn>;
