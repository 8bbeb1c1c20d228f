import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { asTollgate } from '../../../platform/database/request-scope.js';
import { SignInSettings } from '../sign-in-settings.js';

/** Somebody of the sample whom a newcomer may play, as the board shows it. */
export interface SamplePerson {
  readonly id: string;
  readonly name: string;
  /** What it does, in words of people. */
  readonly does: string;
  readonly portfolioKey: string;
}

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

const PEOPLE = `
  SELECT id, name, email FROM app_user
  WHERE email = ANY($1) AND EXISTS (SELECT 1 FROM portfolio WHERE key = ANY($2))`;
const OTHER_PORTFOLIO = 'SELECT 1 FROM portfolio WHERE key <> ALL($1) LIMIT 1';

/** The people of the sample portfolio who may be played, in the order in which they were stated; none where none may be. */
@Injectable()
export class SamplePeople {
  constructor(
    private readonly database: Database,
    private readonly settings: SignInSettings,
  ) {}

  all(): Promise<readonly SamplePerson[]> {
    // It is told to who has not signed in yet, and depends on portfolios of others.
    return asTollgate(() => this.find());
  }

  private async find(): Promise<readonly SamplePerson[]> {
    const { sampleParts } = this.settings;
    if (sampleParts.length === 0) {
      return [];
    }
    const keys = sampleParts.map(({ portfolioKey }) => portfolioKey);
    const people = await this.database.rows<PersonRow>(PEOPLE, [sampleParts.map(({ email }) => email), keys]);
    const isAlone = (await this.database.row(OTHER_PORTFOLIO, [keys])) === null;
    return sampleParts.flatMap(({ email, does, portfolioKey, isOfTheInstance }) => {
      const person = people.find((each) => each.email === email);
      return person && (isAlone || !isOfTheInstance) ? [{ id: person.id, name: person.name, does, portfolioKey }] : [];
    });
  }

  /** Null for whoever may not be played, as for nobody. */
  async byId(userId: string): Promise<SamplePerson | null> {
    return (await this.all()).find(({ id }) => id === userId) ?? null;
  }
}
