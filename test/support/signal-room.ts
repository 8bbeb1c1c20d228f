import { foundCompany, type Company, type Member } from './company.js';
import type { Json, TestServer } from './server.js';

export interface SignalSetting {
  readonly name: string;
  readonly [setting: string]: unknown;
}

export const RECORD = `mutation ($input: SignalsRecordInput!) {
  signalsRecord(input: $input) { recorded duplicates refused rows { index status userErrors { code message field } } userErrors { code message field } }
}`;

export const SIGNALS = `query ($id: ID!, $asOf: DateTime) {
  initiative(id: $id) { signals(asOf: $asOf) { name kind level since message value unit threshold lastAt cadenceHours } }
}`;

/** A monitoring plan with these signals, of kind DRIFT and looked at daily where nothing else is said. */
export const planOf = (...signals: readonly SignalSetting[]): Record<string, unknown> => ({
  monitoringPlan: {
    summary: 'What is watched.',
    effectiveOn: '2026-04-01',
    runbookUrl: 'https://example.org/runbook',
    rollbackProcedure: 'Switch it off.',
    onCall: 'platform',
    reviewCadenceDays: 30,
    signals: signals.map((signal) => ({
      kind: 'DRIFT',
      cadenceHours: 24,
      alertChannel: '#alerts',
      owner: 'on-call',
      ...signal,
    })),
  },
});

/** A company with an initiative in a stage, and what its people do with signals. */
export interface SignalRoom {
  readonly company: Company;
  readonly machine: Member;
  readonly id: string;
  readonly key: string;
  /** Hands in a monitoring plan with these signals, and has it accepted. */
  plan(...signals: readonly SignalSetting[]): Promise<string>;
  record(...readings: readonly Json[]): Promise<Json>;
  signals(asOf?: string): Promise<Json[]>;
  signal(name: string, asOf?: string): Promise<Json>;
}

export const signalRoom = async (
  server: TestServer,
  stage: string,
  since: string,
  { templateKey }: { templateKey?: string } = {},
): Promise<SignalRoom> => {
  const company = await foundCompany(server, { timeZone: 'UTC', ...(templateKey ? { templateKey } : {}) });
  const machine = await server.member('Machine', company.key, ['INTEGRATION']);
  const id = await company.standingIn(stage, since);
  const { key } = await company.standing(id);
  const signals: SignalRoom['signals'] = async (asOf) =>
    (await company.manager.ask(SIGNALS, { id, asOf: asOf ?? null })).initiative.signals;
  return {
    company,
    machine,
    id,
    key,
    signals,
    plan: (...wanted) => company.hand(id, 'monitoring-plan', planOf(...wanted)),
    record: async (...readings) =>
      (
        await machine.ask(RECORD, {
          input: { readings: readings.map((reading) => ({ initiativeKey: key, source: 'test', ...reading })) },
        })
      ).signalsRecord,
    signal: async (name, asOf) => (await signals(asOf)).find((signal) => signal.name === name),
  };
};
