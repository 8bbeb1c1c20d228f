import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestServer, type Json, type TestServer } from '../support/server.js';

const NAMES = /\b(?:tollgate|nodejs|process)_[a-z0-9_]+/g;

/** What a histogram is called by Prometheus, beside its own name. */
const baseOf = (name: string): string => name.replace(/_(bucket|count|sum)$/, '');

describe('the dashboard for Grafana', () => {
  const dashboard: Json = JSON.parse(readFileSync('deploy/grafana/tollgate.json', 'utf8'));
  let server: TestServer;
  let told: ReadonlySet<string>;

  beforeAll(async () => {
    server = await startTestServer();
    const text = await (await fetch(`${server.url}/metrics`)).text();
    told = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name));
  });
  afterAll(() => server.stop());

  it('asks for metrics that there are', () => {
    const asked = new Set(JSON.stringify(dashboard).match(NAMES));
    expect(asked.size).toBeGreaterThan(15);
    expect([...asked].filter((name) => !told.has(baseOf(name)))).toEqual([]);
  });

  it('leaves out none of ours that the page on them names as worth an alarm', () => {
    const page = readFileSync('docs/observability.md', 'utf8');
    const named = new Set([...page.matchAll(/^\| `(tollgate_[a-z_]+)/gm)].map(([, name = '']) => name));
    const asked = new Set((JSON.stringify(dashboard).match(NAMES) ?? []).map(baseOf));
    expect([...named].filter((name) => !asked.has(name))).toEqual([]);
    expect([...named].filter((name) => !told.has(name))).toEqual([]);
  });

  it('has a place and a title of its own for each panel', () => {
    const places = dashboard.panels.map(({ gridPos: { x, y } }: Json) => `${x},${y}`);
    const titles = dashboard.panels.map(({ title }: Json) => title);
    expect([new Set(places).size, new Set(titles).size]).toEqual([places.length, titles.length]);
  });
});
