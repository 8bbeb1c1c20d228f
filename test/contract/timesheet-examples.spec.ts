import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseEffortMapping } from '../../src/domain/imports/effort/effort-mapping.js';
import { effortRowReader, type EffortBatchRow } from '../../src/modules/imports/commands/effort-row-reader.js';
import { readCsv, type CsvBreak, type CsvRow } from '../../src/platform/csv/read-csv.js';
import { csvHeader, csvLines } from '../../src/platform/csv/write-csv.js';
import { describeWithShared, ROOT } from '../support/shared.js';

const example = (name: string): unknown =>
  JSON.parse(readFileSync(join(ROOT, 'docs/examples', `${name}.mapping.json`), 'utf8'));

async function* inOnePiece(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}

/** The rows of a file as a mapping reads them. */
const readAll = async (csv: string, mapping: unknown): Promise<EffortBatchRow[]> => {
  const rows: (CsvRow | CsvBreak)[] = [];
  for await (const row of readCsv(inOnePiece(csv))) {
    rows.push(row);
  }
  const [first, ...others] = rows as CsvRow[];
  const header = first?.cells ?? [];
  const checked = parseEffortMapping(mapping, { header, categoryKeys: [] });
  if (!checked.ok) {
    throw new Error(checked.refusals.map(({ message }) => message).join(' '));
  }
  return others.flatMap(effortRowReader(header, checked.value, { categoryKeys: [], timeZone: 'Europe/Berlin' }));
};
const entriesOf = (rows: readonly EffortBatchRow[]) =>
  rows.map((each) => {
    expect(each.row?.problems).toEqual([]);
    return each.row?.entry;
  });

describe('the mappings in docs/examples', () => {
  it('read a detailed report of Toggl Track', async () => {
    const rows = await readAll(
      [
        '\uFEFFUser,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)',
        'Ada,ada@example.org,Claims,Claims summaries,Labels,Review,Yes,2026-03-02,09:00:00,2026-03-02,10:30:00,01:30:00,"ux, training",',
      ].join('\r\n'),
      example('toggl'),
    );
    expect(entriesOf(rows)).toMatchObject([
      {
        initiativeKey: 'CLAIMS-1',
        workedOn: '2026-03-02',
        amount: '1.5',
        person: 'ada@example.org',
        note: 'Labels\n\nReview',
        labels: ['ux', 'training'],
      },
    ]);
  });

  it('read a detailed report of Clockify', async () => {
    const rows = await readAll(
      [
        '"Project","Client","Description","Task","User","Group","Email","Tags","Billable","Start Date","Start Time","End Date","End Time","Duration (h)","Duration (decimal)","Billable Rate (EUR)","Billable Amount (EUR)","Date of creation"',
        '"Claims summaries","Claims","Write docs","","Ada","","ada@example.org","docs, csv","Yes","03/02/2026","09:00:00 AM","03/02/2026","09:20:00 AM","00:20:00","0.33","50.00","16.67","03/02/2026"',
      ].join('\n'),
      example('clockify'),
    );
    // Its decimal duration is rounded to hundredths; the other one is not.
    expect(entriesOf(rows)).toMatchObject([{ workedOn: '2026-03-02', amount: '0.333333', labels: ['docs', 'csv'] }]);
  });

  it('read a worklog export of Tempo', async () => {
    const rows = await readAll(
      [
        '"Issue Key","Issue summary","Hours","Work date","Username","Full name","Period","Account Key","Account Name","Activity Name","Component","All Components","Issue Type","Issue Status","Project Key","Project Name","Work Description"',
        '"PROJ-12","Labels","0.25","2026-03-02 08:30","ada","Ada King","0326","CLAIMS-SUMMARIES","Summaries","","Desk","Desk,Model","Story","Done","PROJ","Project","Review"',
      ].join('\n'),
      example('tempo'),
    );
    expect(entriesOf(rows)).toMatchObject([
      {
        initiativeKey: 'CLAIMS-1',
        workedOn: '2026-03-02',
        amount: '0.25',
        person: 'Ada King',
        note: 'PROJ-12\n\nReview',
        components: ['Desk', 'Model'],
        ticketType: 'Story',
        projectKey: 'PROJ',
      },
    ]);
  });

  describeWithShared('fixtures/jira-csv/derived-export-en.csv', 'with an export of issues from Jira', (path) => {
    it('read every worklog out of the cells of its issue', async () => {
      const rows = await readAll(readFileSync(path, 'utf8'), example('jira-worklogs'));
      expect(entriesOf(rows).map((entry) => [entry?.workedOn, entry?.amount])).toEqual([
        ['2020-06-06', '10'],
        ['2020-06-15', '4'],
        ['2020-06-15', '4'],
        ['2020-06-15', '1'],
        ['2020-07-22', '2'],
        ['2020-06-15', '1'],
      ]);
      expect(rows[2]).toMatchObject({
        externalId: 'EE-15 / 2020-06-15 13:00 / 5ecfbd0a47d31e0c2a15fd87 / 14400',
        row: { entry: { note: '路由权限控制\n\n导航菜单', ticketType: '任务', person: '5ecfbd0a47d31e0c2a15fd87' } },
      });
    });
  });
});

describeWithShared('fixtures/other-worklogs/devlake-tapd-timesheets.json', 'timesheets of TAPD', (path) => {
  it('are read with an identifier of their own', async () => {
    const sheets = (JSON.parse(readFileSync(path, 'utf8')) as { Timesheet: Record<string, string | null> }[]).map(
      ({ Timesheet }) => Timesheet,
    );
    const columns = ['id', 'entity_id', 'timespent', 'spentdate', 'owner', 'memo'].map((name) => ({
      name,
      value: (sheet: Record<string, string | null>) => sheet[name] ?? null,
    }));
    const rows = await readAll(csvHeader(columns, true) + csvLines(columns, sheets), {
      source: 'tapd',
      columns: { externalId: 'id', workedOn: 'spentdate', amount: 'timespent', person: 'owner', note: 'memo' },
      defaults: { initiativeKey: 'CLAIMS-1' },
    });
    expect(rows.map((row) => ('externalId' in row ? row.externalId : null))).toEqual(sheets.map(({ id }) => id));
    expect(entriesOf(rows)[0]).toMatchObject({ amount: '8', workedOn: '2019-12-16' });
  });
});

describeWithShared(
  'fixtures/toggl/derived-time-entry-created.json',
  'an entry of Toggl as its interface has it',
  (path) => {
    it('is read in seconds, on the day it falls on for the portfolio', async () => {
      const { payload } = JSON.parse(readFileSync(path, 'utf8')) as {
        payload: { id: number; start: string; duration: number; description: string };
      };
      const csv = `id,start,duration,description\n${payload.id},${payload.start},${payload.duration},${payload.description}`;
      const rows = await readAll(csv, {
        columns: { externalId: 'id', workedOn: 'start', amount: 'duration', note: 'description' },
        hours: { number: 'SECONDS' },
        defaults: { initiativeKey: 'CLAIMS-1' },
      });
      expect(entriesOf(rows)).toMatchObject([{ workedOn: '2026-05-01', amount: '1', note: 'PROJ-12 label review' }]);
    });
  },
);
