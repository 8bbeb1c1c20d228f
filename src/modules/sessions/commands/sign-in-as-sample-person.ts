import { Injectable } from '@nestjs/common';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { SamplePeople } from '../queries/sample-people.js';
import { OpenSession, type SignedIn } from './open-session.js';

/** Signs in as one of the people of the sample, without any proof: who calls it has made sure that the request is of this machine. NOT_FOUND for whoever may not be played. */
@Injectable()
export class SignInAsSamplePerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly samplePeople: SamplePeople,
    private readonly openSession: OpenSession,
  ) {}

  async run(userId: string, formerSecret: string | null): Promise<Result<SignedIn>> {
    const person = await this.samplePeople.byId(userId);
    if (!person) {
      return refuse(notFound('The sample person', ['userId']));
    }
    return this.work.run(async (tx) =>
      accept(await this.openSession.run(tx, { userId, method: 'SAMPLE', apiTokenId: null, formerSecret })),
    );
  }
}
