import { describe, expect, it } from '@jest/globals';
import { instantOf } from '../../domain/basics/instant.js';
import { GivenClock } from '../clock.js';
import type { OutgoingHttp, OutgoingRequest } from './outgoing-http.js';
import { NoAnswer, Patience, PatientHttp } from './patient-http.js';
import { Pauses } from './pauses.js';

describe('a limit that a tool tells', () => {
  it('holds for the credential it was told to, and for no other of the same host', async () => {
    const asked: string[] = [];
    const http = {
      request: ({ headers }: OutgoingRequest) => {
        const credential = headers?.['authorization'] ?? '';
        asked.push(credential);
        return Promise.resolve(
          credential === 'Bearer spent'
            ? { status: 429, headers: { 'retry-after': '3600' }, body: Buffer.from('') }
            : { status: 200, headers: {}, body: Buffer.from('[]') },
        );
      },
    } as unknown as OutgoingHttp;
    const patient = new PatientHttp(http, new Pauses(), new GivenClock(instantOf(0)), new Patience());
    const ask = (credential: string) =>
      patient.json({
        method: 'GET',
        url: 'https://api.tool.example/x',
        headers: { authorization: `Bearer ${credential}` },
      });
    await expect(ask('spent')).rejects.toMatchObject({ notBefore: '1970-01-01T01:00:00.000Z' });
    await expect(ask('other')).resolves.toMatchObject({ status: 200 });
    await expect(ask('spent')).rejects.toBeInstanceOf(NoAnswer);
    expect(asked).toEqual(['Bearer spent', 'Bearer other']);
  });
});
